import { Button, EmptyState, EmptyStateBody, EmptyStateHeader, SearchInput, Title, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Loaded, type Loading, useLoad } from '../../../shared/parts/load';
import { ConsolePage } from '../../../shared/parts/page';
import { useMessages, useText } from '../../../shared/texts';
import { useApi, useHref } from '../../console';
import { callOf, type Refusal } from '../../model/refusals';
import { Lookup } from './lookup';

export function LatestRefusals() {
  const text = useText();
  const api = useApi();
  const refusals = useLoad(() => api.get<Refusal[]>('/sts/refusals?max=100'), [api]);
  return (
    <ConsolePage title={text('refusals.title')} intro={text('refusals.intro')}>
      <div className="keypool-stack">
        <Lookup />
        <Title headingLevel="h2">{text('refusals.latest')}</Title>
        <Loaded from={refusals}>
          {(all) => (all.length === 0 ? <None reload={refusals.reload} /> : <Latest all={all} from={refusals} />)}
        </Loaded>
      </div>
    </ConsolePage>
  );
}

function Latest({ all, from }: { all: Refusal[]; from: Loading<Refusal[]> }) {
  const text = useText();
  const [sought, setSought] = useState('');
  const found = all.filter((refusal) =>
    [refusal.service, refusal.action, refusal.code, refusal.message, refusal.requestId, refusal.cause]
      .join(' ')
      .toLowerCase()
      .includes(sought.toLowerCase()),
  );
  return (
    <>
      <Toolbar inset={{ default: 'insetNone' }}>
        <ToolbarContent>
          <ToolbarItem>
            <SearchInput
              aria-label={text('refusals.filter')}
              placeholder={text('refusals.filter.short')}
              value={sought}
              onChange={(_event, value) => setSought(value)}
              onClear={() => setSought('')}
            />
          </ToolbarItem>
          <ToolbarItem>
            <Button variant="secondary" onClick={from.reload}>
              {text('refusals.reload')}
            </Button>
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <List refusals={found} />
    </>
  );
}

function List({ refusals }: { refusals: Refusal[] }) {
  const text = useText();
  const href = useHref();
  const messages = useMessages();
  return (
    <Table variant="compact" aria-label={text('refusals.latest')}>
      <Thead>
        <Tr>
          <Th width={20}>{text('refusals.time')}</Th>
          <Th width={25}>{text('refusals.call')}</Th>
          <Th width={20}>{text('refusals.code')}</Th>
          <Th width={35}>{text('refusals.message')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {refusals.map((refusal) => (
          <Tr key={refusal.requestId}>
            <Td dataLabel={text('refusals.time')}>
              <a href={href('refusals', refusal.requestId)}>{messages.time(refusal.time)}</a>
            </Td>
            <Td dataLabel={text('refusals.call')} className="keypool-mono">
              {callOf(refusal)}
            </Td>
            <Td dataLabel={text('refusals.code')}>{refusal.code}</Td>
            <Td dataLabel={text('refusals.message')} modifier="breakWord">
              {refusal.message}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function None({ reload }: { reload: () => void }) {
  const text = useText();
  return (
    <EmptyState variant="sm">
      <EmptyStateHeader titleText={text('refusals.none')} headingLevel="h3" />
      <EmptyStateBody>
        <p>{text('refusals.none.body')}</p>
        <Button variant="link" onClick={reload}>
          {text('refusals.reload')}
        </Button>
      </EmptyStateBody>
    </EmptyState>
  );
}
