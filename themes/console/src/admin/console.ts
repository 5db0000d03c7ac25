import { createContext, useContext, useMemo } from 'react';
import { Api } from '../shared/api';
import type { Environment, Session } from '../shared/session';
import type { Access } from './access';
import { hrefOf } from './place';

/** What every page knows: who asks, and where they are. */
export type Console = {
  environment: Environment;
  session: Session;
  access: Access;
  realm: string;
  /** Of the page: the segments behind #/{realm}/identity-pools/ */
  path: string[];
};

export const ConsoleContext = createContext<Console | undefined>(undefined);

export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (!console) {
    throw new Error('outside of the console');
  }
  return console;
}

/** Of the realm's admin REST: '/identity-pools', '/components?type=…', … */
export function useApi(): Api {
  const { environment, realm, session } = useConsole();
  return useMemo(
    () => new Api(`${environment.adminBaseUrl}/admin/realms/${encodeURIComponent(realm)}`, session),
    [environment, realm, session],
  );
}

export function useAccess(): Access {
  return useConsole().access;
}

/** Addresses of our pages in the realm: href('pool', id, 'settings') */
export function useHref(): (...path: string[]) => string {
  const { realm } = useConsole();
  return useMemo(() => (...path) => hrefOf(realm, ...path), [realm]);
}

export function go(href: string): void {
  location.hash = href;
}
