import { ClipboardCopy } from '@patternfly/react-core';
import type { ComponentType } from 'react';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { ConsolePage } from '../../../shared/parts/page';
import { useText } from '../../../shared/texts';
import { useAccess, useApi, useConsole, useHref } from '../../console';
import { type Pool, poolPath } from '../../model/pools';
import { LinkTabs } from '../../parts/tabs';
import ClientTab from './client';
import GuestsTab from './guests';
import KeysTab from './keys';
import PrincipalTagsTab from './principal-tags';
import ProvidersTab from './providers';
import RolesTab from './roles';
import SettingsTab from './settings';
import { type PoolTab, useSave } from './tab';

/** In the order in which they are shown; the names are in addresses. */
const TABS: Record<string, ComponentType<PoolTab>> = {
  settings: SettingsTab,
  providers: ProvidersTab,
  roles: RolesTab,
  'principal-tags': PrincipalTagsTab,
  guests: GuestsTab,
  keys: KeysTab,
  client: ClientTab,
};

/** One pool: pool/{poolId}/{tab} */
export default function PoolDetail() {
  const text = useText();
  const api = useApi();
  const href = useHref();
  const { path } = useConsole();
  const [, id = ''] = path;
  const pool = useLoad(() => api.get<Pool>(poolPath(id)), [api, id]);
  const title = pool.value?.name ?? text('pool.title');
  return (
    <ConsolePage
      title={title}
      crumbs={[{ name: text('pools.title'), href: href() }]}
      actions={
        <ClipboardCopy variant="inline-compact" hoverTip={text('copy')} clickTip={text('copied')} textAriaLabel={text('pools.id')}>
          {id}
        </ClipboardCopy>
      }
      flush={pool.value !== undefined}
    >
      <Loaded from={pool}>{(loaded) => <PoolTabs pool={loaded} changed={pool.reload} />}</Loaded>
    </ConsolePage>
  );
}

function PoolTabs({ pool, changed }: { pool: Pool; changed: () => void }) {
  const text = useText();
  const href = useHref();
  const { path } = useConsole();
  const { seeRealm } = useAccess();
  const save = useSave(pool.identityPoolId, changed);
  const names = Object.keys(TABS).filter((name) => name !== 'keys' || seeRealm);
  const current = names.find((name) => name === path[2]) ?? 'settings';
  const Tab = TABS[current]!;
  return (
    <LinkTabs
      label={text('pool.tabs')}
      current={current}
      tabs={names.map((name) => ({
        name,
        title: text(`pool.tab.${name}`),
        href: href('pool', pool.identityPoolId, name),
      }))}
    >
      {/* What was saved is what the fields begin with. */}
      <Tab key={current + JSON.stringify(pool)} pool={pool} save={save} />
    </LinkTabs>
  );
}
