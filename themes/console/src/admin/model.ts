/** What the admin REST answers; docs/admin-rest.md says more of each. */

export type PoolSummary = {
  identityPoolId: string;
  componentId: string;
  name: string;
  allowUnauthenticatedIdentities: boolean;
};
