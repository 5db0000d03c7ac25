import { Button, ClipboardCopy, EmptyState, EmptyStateBody, EmptyStateHeader } from '@patternfly/react-core';
import type { ComponentType } from 'react';
import { Loaded, type Loading, useLoad } from '../../../shared/parts/load';
import { ConsolePage } from '../../../shared/parts/page';
import { useText } from '../../../shared/texts';
import { useApi, useConsole, useHref } from '../../console';
import type { Component } from '../../model/pools';
import type { RoleSummary } from '../../model/roles';
import { LinkTabs } from '../../parts/tabs';
import { PermissionsTab } from './permissions';
import { SessionsTab } from './sessions';
import { SettingsTab } from './settings';
import { componentPath, type Role, type RoleTab, useSave } from './tab';
import { TrustTab } from './trust';

/** In the order in which they are shown; the names are in addresses. */
const TABS: Record<string, ComponentType<RoleTab>> = {
  trust: TrustTab,
  permissions: PermissionsTab,
  settings: SettingsTab,
  sessions: SessionsTab,
};

/** One role: roles/{componentId}/{tab} */
export function RoleDetail({ id }: { id: string }) {
  const text = useText();
  const href = useHref();
  const role = useRole(id);
  const crumbs = [{ name: text('roles.title'), href: href('roles') }];
  return (
    <ConsolePage
      title={role.value?.name ?? text('role.title')}
      crumbs={crumbs}
      {...(role.value && { actions: <Arn arn={role.value.arn} />, intro: role.value.description ?? '' })}
      flush={Boolean(role.value)}
    >
      <Loaded from={role}>{(found) => (found ? <Tabs role={found} changed={role.reload} /> : <NoSuchRole />)}</Loaded>
    </ConsolePage>
  );
}

/** Null for what is no role. */
function useRole(id: string): Loading<Role | null> {
  const api = useApi();
  return useLoad(async () => {
    const summary = (await api.get<RoleSummary[]>('/iam/roles')).find(({ componentId }) => componentId === id);
    return summary ? { ...summary, component: await api.get<Component>(componentPath(id)) } : null;
  }, [api, id]);
}

function Tabs({ role, changed }: { role: Role; changed: () => void }) {
  const text = useText();
  const href = useHref();
  const { path } = useConsole();
  const save = useSave(role, changed);
  const names = Object.keys(TABS);
  const current = names.find((name) => name === path[2]) ?? 'trust';
  const Tab = TABS[current]!;
  return (
    <LinkTabs
      label={text('role.tabs')}
      current={current}
      tabs={names.map((name) => ({ name, title: text(`role.tab.${name}`), href: href('roles', role.componentId, name) }))}
    >
      {/* What was saved is what the fields begin with. */}
      <Tab key={current + JSON.stringify(role)} role={role} save={save} />
    </LinkTabs>
  );
}

function Arn({ arn }: { arn: string }) {
  const text = useText();
  return (
    <ClipboardCopy variant="inline-compact" hoverTip={text('copy')} clickTip={text('copied')}>
      {arn}
    </ClipboardCopy>
  );
}

function NoSuchRole() {
  const text = useText();
  const href = useHref();
  return (
    <EmptyState>
      <EmptyStateHeader titleText={text('role.gone')} headingLevel="h2" />
      <EmptyStateBody>{text('role.gone.body')}</EmptyStateBody>
      <Button variant="link" component="a" href={href('roles')}>
        {text('roles.title')}
      </Button>
    </EmptyState>
  );
}
