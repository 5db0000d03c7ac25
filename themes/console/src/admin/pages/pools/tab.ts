import { useCallback } from 'react';
import { type Loading, useLoad } from '../../../shared/parts/load';
import { useApi } from '../../console';
import { type Config, type Pool, poolPath, type Providers } from '../../model/pools';

/** The properties that a tab shows, as they are to be; an empty list unsets one. */
export type Change = { name?: string; config: Config };

/** What each tab of a pool has. */
export type PoolTab = { pool: Pool; save: (change: Change) => Promise<void> };

/** Changes what a tab shows, and leaves as it is by now what others show. */
export function useSave(id: string, saved: () => void): PoolTab['save'] {
  const api = useApi();
  return useCallback(
    async ({ name, config }) => {
      const last = await api.get<Pool>(poolPath(id));
      const all = Object.entries({ ...last.config, ...config }).filter(([, values]) => values.length > 0);
      await api.put(poolPath(id), { name: name ?? last.name, config: Object.fromEntries(all) });
      saved();
    },
    [api, id, saved],
  );
}

/** Whose logins the pool takes, and could take. */
export function useProviders(pool: Pool): Loading<Providers> {
  const api = useApi();
  return useLoad(() => api.get<Providers>(`${poolPath(pool.identityPoolId)}/providers`), [api, pool]);
}
