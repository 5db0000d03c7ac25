import type { Api } from '../../../shared/api';
import type { Person } from '../../model/identities';

export const WAYS = ['anybody', 'identity', 'user', 'login', 'developer'] as const;

export type Way = (typeof WAYS)[number];

/** As it was typed; the name is that of an identity, a user, or somebody at a provider. */
export type Who = { way: Way; provider: string; name: string };

export const ANYBODY: Who = { way: 'anybody', provider: '', name: '' };

/** As Keycloak's admin REST has them. */
export type FoundUser = { id: string; username: string; email?: string };

const MOST_USERS = 10;

/** Ids of Keycloak's own users, and of those of a user federation. */
const USER_ID = /^(f:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

export function isComplete({ way, provider, name }: Who): boolean {
  return way === 'anybody' || (name.trim() !== '' && (provider.trim() !== '' || way === 'identity' || way === 'user'));
}

/** Nothing for anybody. A user's id is known, see {@link findUsers}. */
export function personOf({ way, provider, name }: Who): Person | undefined {
  switch (way) {
    case 'identity':
      return { identityId: name.trim() };
    case 'user':
      return { userId: name.trim() };
    case 'login':
      return { provider: provider.trim(), subject: name.trim() };
    case 'developer':
      // The backend chooses these ids; a blank may be part of one.
      return { provider: `developer:${provider.trim()}`, subject: name };
    default:
      return undefined;
  }
}

/** Those whom a name, an e-mail address or an id may mean. */
export async function findUsers(api: Api, name: string): Promise<FoundUser[]> {
  const sought = name.trim();
  if (USER_ID.test(sought)) {
    return [{ id: sought, username: sought }];
  }
  const users = await api.get<FoundUser[]>(
    `/users?briefRepresentation=true&max=${MOST_USERS}&search=${encodeURIComponent(sought)}`,
  );
  const exact = users.filter(({ username, email }) => [username, email].includes(sought.toLowerCase()));
  return exact.length === 1 ? exact : users;
}
