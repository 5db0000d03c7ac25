import { useCallback } from 'react';
import { useApi } from '../../console';
import { type Component, type Config } from '../../model/pools';
import type { RoleSummary } from '../../model/roles';

/** A role as its component holds it, and its ARN. */
export type Role = RoleSummary & { component: Component };

/** What each tab of a role has; the properties that it changes, where an empty list unsets one. */
export type RoleTab = { role: Role; save: (config: Config) => Promise<void> };

export function componentPath(id: string): string {
  return `/components/${encodeURIComponent(id)}`;
}

/** Keycloak leaves properties as they are that are not told. */
export function useSave({ component }: Role, saved: () => void): RoleTab['save'] {
  const api = useApi();
  return useCallback(
    async (config) => {
      await api.put(componentPath(component.id), { ...component, config });
      saved();
    },
    [api, component, saved],
  );
}
