import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { ConsolePage } from '../../../shared/parts/page';
import { useMessages, useText } from '../../../shared/texts';
import { useAccess, useApi, useHref } from '../../console';
import type { RoleSummary } from '../../model/roles';

/** The roles of the realm. */
export function RoleList() {
  const text = useText();
  const api = useApi();
  const roles = useLoad(() => api.get<RoleSummary[]>('/iam/roles'), [api]);
  return (
    <ConsolePage title={text('roles.title')} intro={text('roles.intro')}>
      <Loaded from={roles}>{(all) => (all.length === 0 ? <NoRole /> : <Found roles={all} />)}</Loaded>
    </ConsolePage>
  );
}

function Found({ roles }: { roles: RoleSummary[] }) {
  const text = useText();
  const href = useHref();
  const { changeRealm } = useAccess();
  const [sought, setSought] = useState('');
  const found = roles.filter(({ arn, description = '' }) => `${arn} ${description}`.toLowerCase().includes(sought.toLowerCase()));
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <SearchInput
              aria-label={text('roles.search')}
              placeholder={text('roles.search')}
              value={sought}
              onChange={(_event, value) => setSought(value)}
              onClear={() => setSought('')}
            />
          </ToolbarItem>
          {changeRealm && (
            <ToolbarItem>
              <Button component="a" href={href('roles', 'add')}>
                {text('roles.create')}
              </Button>
            </ToolbarItem>
          )}
        </ToolbarContent>
      </Toolbar>
      {found.length === 0 ? <p role="status">{text('roles.not-found', { sought })}</p> : <Rows roles={found} />}
    </>
  );
}

function Rows({ roles }: { roles: RoleSummary[] }) {
  const text = useText();
  const href = useHref();
  const messages = useMessages();
  return (
    <Table variant="compact" aria-label={text('roles.title')}>
      <Thead>
        <Tr>
          <Th width={25}>{text('roles.name')}</Th>
          <Th width={40}>{text('roles.arn')}</Th>
          <Th width={20}>{text('roles.description')}</Th>
          <Th width={15} modifier="wrap">{text('roles.longest')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {roles.map(({ componentId, name, arn, description, maxSessionDuration }) => (
          <Tr key={componentId}>
            <Td dataLabel={text('roles.name')}>
              <a href={href('roles', componentId)}>{name}</a>
            </Td>
            <Td dataLabel={text('roles.arn')} className="keypool-mono">
              {arn}
            </Td>
            <Td dataLabel={text('roles.description')}>{description}</Td>
            <Td dataLabel={text('roles.longest')}>{text('roles.hours', { hours: messages.number(maxSessionDuration / 3600) })}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function NoRole() {
  const text = useText();
  const href = useHref();
  const { changeRealm } = useAccess();
  return (
    <EmptyState>
      <EmptyStateHeader titleText={text('roles.none')} headingLevel="h2" />
      <EmptyStateBody>{text('roles.none.body')}</EmptyStateBody>
      {changeRealm && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button component="a" href={href('roles', 'add')}>
              {text('roles.create')}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
