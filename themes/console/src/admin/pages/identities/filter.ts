import { type Search, STATES } from '../../model/identities';

/**
 * What of a search stands in the address: identities/{pool}/state/LINKED/from/2026-01-01/to/2026-01-31/after/…
 * Who somebody is never does.
 */
export type Filter = { state?: string; from?: string; to?: string; after?: string };

const NAMES = ['state', 'from', 'to', 'after'] as const;

export function filterOf(path: string[]): Filter {
  const filter: Filter = {};
  for (const name of NAMES) {
    const value = path[path.indexOf(name) + 1];
    if (path.includes(name) && value) {
      filter[name] = value;
    }
  }
  return filter;
}

export function pathOf(filter: Filter): string[] {
  return NAMES.flatMap((name) => (filter[name] ? [name, filter[name]] : []));
}

/** Days are those of who asks, both ends included. */
export function searchOf({ state, from, to, after }: Filter): Search {
  return {
    state: STATES.find((known) => known === state),
    createdFrom: from ? startOf(from, 0) : undefined,
    createdUntil: to ? startOf(to, 1) : undefined,
    after,
  };
}

function startOf(day: string, later: number): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? new Date(year, month - 1, date + later).getTime() : undefined;
}
