// The identity that this browser has, kept over reloads and over the way to Keycloak and back. Both SDKs use it, so that
// they are one visitor. Version 3 takes it as its `cache`; its key is left out, since the page has one identity only.
const IDENTITY = 'keypool.identity';

export const device = {
  getItem: () => localStorage.getItem(IDENTITY),
  setItem: (_key, identityId) => localStorage.setItem(IDENTITY, identityId),
  removeItem: () => localStorage.removeItem(IDENTITY),
};
