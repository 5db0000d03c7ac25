import { EmptyState, EmptyStateBody, EmptyStateHeader, Spinner } from '@patternfly/react-core';
import { type ComponentType, lazy, Suspense } from 'react';
import { useText } from '../shared/texts';
import { useConsole } from './console';

/** Each page with what it needs is loaded when somebody comes to it. */
const page = (load: () => Promise<{ default: ComponentType }>) => lazy(load);

const PAGES: Record<string, ComponentType> = {
  '': page(() => import('./pages/pools/list')),
  add: page(() => import('./pages/pools/add')),
  pool: page(() => import('./pages/pools/detail')),
  overview: page(() => import('./pages/overview/overview')),
  identities: page(() => import('./pages/identities/list')),
  identity: page(() => import('./pages/identities/detail')),
  roles: page(() => import('./pages/roles/roles')),
  simulator: page(() => import('./pages/simulator/simulator')),
  refusals: page(() => import('./pages/refusals/refusals')),
};

/** The first segment of the path names the page; pages read the others. */
export function Pages() {
  const { path } = useConsole();
  const text = useText();
  const Page = PAGES[path[0] ?? ''];
  if (!Page) {
    return (
      <EmptyState>
        <EmptyStateHeader titleText={text('nothing.title')} headingLevel="h1" />
        <EmptyStateBody>{text('nothing.body')}</EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <Suspense fallback={<Spinner aria-label={text('load.loading')} />}>
      <Page />
    </Suspense>
  );
}
