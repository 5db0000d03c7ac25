import { Button, Flex, Label, LabelGroup } from '@patternfly/react-core';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMessages, useText } from '../../../shared/texts';
import { useAccess, useConsole, useHref } from '../../console';
import type { Row } from './provider-config';

type Props = { rows: Row[]; onRemove: (row: Row) => void; onAppIds: (row: Row) => void };

export function ProviderTable({ rows, onRemove, onAppIds }: Props) {
  const text = useText();
  const { changePools } = useAccess();
  return (
    <Table variant="compact" aria-label={text('pool.tab.providers')}>
      <Thead>
        <Tr>
          <Th>{text('providers.provider')}</Th>
          <Th>{text('providers.kind')}</Th>
          <Th>{text('providers.apps')}</Th>
          <Th>{text('providers.state')}</Th>
          {changePools && <Th screenReaderText={text('actions')} />}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={`${row.provider} ${row.client}`}>
            <Td dataLabel={text('providers.provider')} className="keypool-mono">
              {row.provider}
            </Td>
            <Td dataLabel={text('providers.kind')}>{text(`providers.kind.${row.kind}`)}</Td>
            <Td dataLabel={text('providers.apps')}>
              <Apps row={row} />
            </Td>
            <Td dataLabel={text('providers.state')}>
              <State row={row} />
            </Td>
            {changePools && (
              <Td modifier="fitContent">
                <Actions row={row} onRemove={onRemove} onAppIds={onAppIds} />
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Apps({ row }: { row: Row }) {
  const text = useText();
  if (row.client !== undefined) {
    return (
      <>
        {row.client} {row.check && <Label color="blue">{text('providers.check')}</Label>}
      </>
    );
  }
  return (
    <LabelGroup aria-label={text('providers.apps')} isCompact>
      {row.appIds.map((id) => (
        <Label key={id} isCompact>
          {id}
        </Label>
      ))}
    </LabelGroup>
  );
}

/** Codes that have no text yet are still told. */
function State({ row: { problem, identityProvider } }: { row: Row }) {
  const text = useText();
  const messages = useMessages();
  if (problem) {
    const known = messages.has(`providers.problem.${problem}`);
    return (
      <>
        <Label color="orange" icon={<ExclamationTriangleIcon />}>
          {text('providers.unverified')}
        </Label>{' '}
        {known ? text(`providers.problem.${problem}`) : problem}
      </>
    );
  }
  return (
    <>
      <Label color="green">{text('providers.verified')}</Label>{' '}
      {identityProvider && text('providers.by', { alias: identityProvider })}
    </>
  );
}

function Actions({ row, onRemove, onAppIds }: { row: Row; onRemove: (row: Row) => void; onAppIds: (row: Row) => void }) {
  const text = useText();
  const href = useHref();
  const { path } = useConsole();
  const name = row.client ?? row.provider;
  if (row.kind === 'developer') {
    return (
      <Flex justifyContent={{ default: 'justifyContentFlexEnd' }}>
        <a href={href('pool', path[1] ?? '', 'settings')}>{text('pool.tab.settings')}</a>
      </Flex>
    );
  }
  return (
    <Flex flexWrap={{ default: 'nowrap' }} spaceItems={{ default: 'spaceItemsNone' }} justifyContent={{ default: 'justifyContentFlexEnd' }}>
      {(row.kind === 'public' || row.kind === 'openid') && (
        <Button variant="link" aria-label={text('providers.apps.of', { name })} onClick={() => onAppIds(row)}>
          {text('providers.apps')}
        </Button>
      )}
      <Button variant="link" isDanger aria-label={text('providers.remove.of', { name })} onClick={() => onRemove(row)}>
        {text('providers.remove')}
      </Button>
    </Flex>
  );
}
