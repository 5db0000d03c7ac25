/** What the admin REST answers of pools; docs/admin-rest.md says more of each. */

export type PoolSummary = {
  identityPoolId: string;
  componentId: string;
  name: string;
  allowUnauthenticatedIdentities: boolean;
};

/** Properties of a component: each has a list of texts. docs/configuration.md says what they mean. */
export type Config = Record<string, string[]>;

export type Pool = {
  identityPoolId: string;
  componentId: string;
  name: string;
  config: Config;
};

export type NewPool = {
  name: string;
  allowUnauthenticatedIdentities: boolean;
  clients: string[];
  identityProviders: string[];
};

export type MadePool = {
  identityPoolId: string;
  componentId: string;
  name: string;
  unauthenticatedRoleArn?: string;
  authenticatedRoleArn: string;
};

export type ProviderKind = 'realm' | 'public' | 'openid' | 'saml' | 'developer';

export type ListedProvider = {
  /** The name of a public one, of the realm, or of the developer provider; the ARN of any other. */
  provider: string;
  kind: ProviderKind;
  appIds: string[];
  /** Alias of the realm's identity provider that stands behind it. */
  identityProvider?: string;
  /** Why its logins cannot be verified. */
  problem?: string;
};

export type AvailableProvider = {
  alias: string;
  displayName: string;
  kind: ProviderKind;
  provider: string;
};

export type Providers = {
  listed: ListedProvider[];
  available: AvailableProvider[];
  /** What the users of the realm are listed as. */
  realmProvider: string;
};

export type RoleTestAnswer = {
  outcome: 'RULE' | 'TOKEN' | 'DEFAULT' | 'DENIED';
  roleArn?: string;
  /** From 0. */
  rule?: number;
  reason: string;
};

export type IdleGuests = { days: number; notSeenSince: number; guests: number };

/** A component of the realm, as Keycloak's own admin REST has it. */
export type Component = {
  id: string;
  name: string;
  providerId: string;
  providerType: string;
  parentId: string;
  config: Config;
};

export function poolPath(identityPoolId: string, ...more: string[]): string {
  return ['/identity-pools', ...[identityPoolId, ...more].map(encodeURIComponent)].join('/');
}
