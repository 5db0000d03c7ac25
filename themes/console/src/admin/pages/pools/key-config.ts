import { textOf } from '../../model/config';
import type { Component } from '../../model/pools';

export const KEY_TYPE = 'io.keypool.identitypool.keycloak.IdentityPoolKeyProvider';
const KEY_ID = 'identity-pool-key';

export const ALGORITHMS = ['RS256', 'ES256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** The one that signs; others that would sign without it; those whose tokens are still accepted; and not even that. */
export type KeyState = 'signs' | 'waits' | 'passive' | 'disabled';

export type Key = { component: Component; kid: string; algorithm: string; priority: number; state: KeyState };

/** Those that sign first, as the server chooses them. */
export function keysOf(components: Component[]): Key[] {
  const keys = components.map((component): Key => {
    const { config, id } = component;
    return {
      component,
      kid: textOf(config, 'keyId') || id,
      algorithm: textOf(config, 'algorithm') || 'RS256',
      priority: Number(textOf(config, 'priority') || '0'),
      state: state(component),
    };
  });
  keys.sort((one, other) => other.priority - one.priority || compare(other.component.id, one.component.id));
  const signing = new Set(ALGORITHMS.map((algorithm) => keys.find((key) => key.algorithm === algorithm && key.state === 'waits')));
  return keys.map((key) => (signing.has(key) ? { ...key, state: 'signs' } : key));
}

/** One that signs from now on: before all others of its algorithm. */
export function nextKey(keys: Key[], algorithm: string): Omit<Component, 'id' | 'parentId'> {
  const priority = Math.max(0, ...keys.map((key) => key.priority)) + 1;
  return {
    name: algorithm,
    providerType: KEY_TYPE,
    providerId: KEY_ID,
    config: { algorithm: [algorithm], priority: [String(priority)], active: ['true'], enabled: ['true'] },
  };
}

export function withConfig(component: Component, property: 'active' | 'enabled', value: boolean): Component {
  return { ...component, config: { ...component.config, [property]: [String(value)] } };
}

function state({ config }: Component): KeyState {
  if (textOf(config, 'enabled') === 'false') {
    return 'disabled';
  }
  return textOf(config, 'active') === 'false' ? 'passive' : 'waits';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
