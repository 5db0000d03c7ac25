import { type Loading, useLoad } from '../../../shared/parts/load';
import { useApi } from '../../console';

type Client = { clientId: string; name?: string; protocol?: string; bearerOnly?: boolean; enabled: boolean };
type IdentityProvider = { alias: string; displayName?: string; providerId: string; enabled: boolean };

/** Keycloak's own clients: their users come to administer or for their accounts, not to a pool. */
const KEYCLOAKS = ['account', 'account-console', 'admin-cli', 'broker', 'realm-management', 'security-admin-console'];

/** How many clients are listed to choose from. */
const MOST_CLIENTS = 500;

/** Clients of the realm that ID tokens are made for. */
export function useClients(): Loading<Client[]> {
  const api = useApi();
  return useLoad(async () => {
    const all = await api.get<Client[]>(`/clients?viewableOnly=true&max=${MOST_CLIENTS}`);
    return all
      .filter(({ clientId, protocol, bearerOnly }) => protocol === 'openid-connect' && !bearerOnly && !KEYCLOAKS.includes(clientId))
      .sort((one, other) => one.clientId.localeCompare(other.clientId));
  }, [api]);
}

export function useIdentityProviders(): Loading<IdentityProvider[]> {
  const api = useApi();
  return useLoad(() => api.get<IdentityProvider[]>('/identity-provider/instances?briefRepresentation=true'), [api]);
}
