/** The part of the console's addresses that is ours: #/{realm}/identity-pools/… */
export const SECTION = 'identity-pools';

/** Where in the console somebody is. */
export type Place = { realm: string; path: string[] };

/** Nothing for a page of Keycloak's own. */
export function placeOf(hash: string): Place | undefined {
  const [realm, section, ...path] = segments(hash);
  return realm && section === SECTION ? { realm, path } : undefined;
}

/** Of any page of the console; it opens without one. */
export function realmOf(hash: string): string | undefined {
  return segments(hash)[0];
}

export function hrefOf(realm: string, ...path: string[]): string {
  return `#/${[realm, SECTION, ...path].map(encodeURIComponent).join('/')}`;
}

function segments(hash: string): string[] {
  const [path = ''] = hash.replace(/^#/, '').split('?');
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeURIComponent);
}
