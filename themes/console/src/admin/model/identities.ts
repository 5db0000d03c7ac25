export const STATES = ['GUEST', 'LINKED', 'MERGED', 'DISABLED'] as const;

export type State = (typeof STATES)[number];

export type Login = { provider: string; linked: number };

export type Identity = {
  identityId: string;
  identityPoolId: string;
  state: State;
  created: number;
  modified: number;
  /** The identity that lives on in its place. */
  mergedInto?: string;
  mergedFrom: string[];
  logins: Login[];
};

/** Exactly one way to say who somebody is. */
export type Person = { identityId: string } | { userId: string } | { provider: string; subject: string };

export type Search = {
  person?: Person | undefined;
  state?: State | undefined;
  createdFrom?: number | undefined;
  createdUntil?: number | undefined;
  after?: string | undefined;
  max?: number;
};

export type SearchResult = { identities: Identity[]; next?: string };

export type Merge = {
  id: string;
  /** The identity that lives on. */
  identityId: string;
  mergedIdentityId: string;
  merged: number;
  cause: string;
  /** Of the logins that went over. */
  providers: string[];
  undone?: number;
};

/** What a merge makes, or would make, of two identities. */
export type MergePlan = { survivor: string; merged: string; logins: string[]; moved?: string[] };

export type User = { userId: string; username: string };

export type Revocation = { kind: 'IDENTITY' | 'IDENTITY_POOL'; id: string; notBefore: number; expires: number };

export function identityPath(identityId: string, ...more: string[]): string {
  return ['/identity-pools/identities', ...[identityId, ...more].map(encodeURIComponent)].join('/');
}
