import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, Label, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { ConsolePage } from '../../../shared/parts/page';
import { useText } from '../../../shared/texts';
import { useAccess, useApi, useHref } from '../../console';
import type { PoolSummary } from '../../model/pools';

/** The pools of the realm. */
export default function PoolList() {
  const text = useText();
  const api = useApi();
  const pools = useLoad(() => api.get<PoolSummary[]>('/identity-pools'), [api]);
  return (
    <ConsolePage title={text('pools.title')} intro={text('pools.intro')}>
      <Loaded from={pools}>{(all) => (all.length === 0 ? <NoPool /> : <Pools pools={all} />)}</Loaded>
    </ConsolePage>
  );
}

function Pools({ pools }: { pools: PoolSummary[] }) {
  const text = useText();
  const href = useHref();
  const access = useAccess();
  const [sought, setSought] = useState('');
  const found = pools.filter((pool) => `${pool.name} ${pool.identityPoolId}`.toLowerCase().includes(sought.toLowerCase()));
  return (
    <>
      <Toolbar inset={{ default: 'insetNone' }}>
        <ToolbarContent>
          <ToolbarItem>
            <SearchInput
              aria-label={text('pools.search')}
              placeholder={text('pools.search')}
              value={sought}
              onChange={(_event, value) => setSought(value)}
              onClear={() => setSought('')}
            />
          </ToolbarItem>
          {access.changeRealm && (
            <ToolbarItem>
              <Button component="a" href={href('add')}>
                {text('pools.create')}
              </Button>
            </ToolbarItem>
          )}
        </ToolbarContent>
      </Toolbar>
      <Table variant="compact" aria-label={text('pools.title')}>
        <Thead>
          <Tr>
            <Th>{text('pools.name')}</Th>
            <Th>{text('pools.id')}</Th>
            <Th>{text('pools.guests')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {found.map((pool) => (
            <Tr key={pool.identityPoolId}>
              <Td dataLabel={text('pools.name')}>
                <a href={href('pool', pool.identityPoolId)}>{pool.name}</a>
              </Td>
              <Td dataLabel={text('pools.id')} className="keypool-mono">
                {pool.identityPoolId}
              </Td>
              <Td dataLabel={text('pools.guests')}>
                {pool.allowUnauthenticatedIdentities ? (
                  <Label color="green">{text('pools.guests.on')}</Label>
                ) : (
                  <Label>{text('pools.guests.off')}</Label>
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}

function NoPool() {
  const text = useText();
  const href = useHref();
  const access = useAccess();
  return (
    <EmptyState>
      <EmptyStateHeader titleText={text('pools.none')} headingLevel="h2" />
      <EmptyStateBody>{text('pools.none.body')}</EmptyStateBody>
      {access.changeRealm && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button component="a" href={href('add')}>
              {text('pools.create')}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
