import { CodeBlock, CodeBlockCode, Label, Title } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import TimesCircleIcon from '@patternfly/react-icons/dist/esm/icons/times-circle-icon';
import { ExpandableRowContent, Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Heading } from '../../../shared/parts/heading';
import { useText } from '../../../shared/texts';
import type { SimulationResult } from '../../model/simulation';
import { DecisionTrace } from '../../parts/decision';
import type { Typed } from '../../parts/form';
import { type Documents, statementText } from './documents';
import { MissingKeys } from './missing-keys';
import type { Trial } from './trial';

type Props = { results: SimulationResult[]; documents: Documents; typed: Typed<Trial> };

/** What would become of each action on each resource. Of a single one everything is shown. */
export function Results({ results, documents, typed }: Props) {
  const text = useText();
  const allowed = results.filter(({ decision }) => decision === 'allowed').length;
  return (
    <section aria-label={text('simulator.results')} className="keypool-stack">
      <Heading level="h2" news={results}>
        {text('simulator.results.count', { allowed, all: results.length })}
      </Heading>
      <MissingKeys results={results} typed={typed} />
      <Table variant="compact" aria-label={text('simulator.results')}>
        <Thead>
          <Tr>
            <Th screenReaderText={text('simulator.why')} />
            <Th width={30}>{text('decision.action')}</Th>
            <Th width={50}>{text('decision.resource')}</Th>
            <Th width={20}>{text('simulator.decision')}</Th>
          </Tr>
        </Thead>
        {results.map((result, row) => (
          <Row key={`${result.action} ${result.resource}`} row={row} result={result} documents={documents} open={results.length === 1} />
        ))}
      </Table>
    </section>
  );
}

type RowProps = { row: number; result: SimulationResult; documents: Documents; open: boolean };

function Row({ row, result, documents, open }: RowProps) {
  const text = useText();
  const [shown, setShown] = useState(open);
  const { action, resource } = result;
  return (
    <Tbody isExpanded={shown}>
      <Tr>
        <Td expand={{ rowIndex: row, isExpanded: shown, expandId: 'simulator-why-', onToggle: () => setShown(!shown) }} />
        <Td dataLabel={text('decision.action')} className="keypool-mono">
          {action}
        </Td>
        <Td dataLabel={text('decision.resource')} className="keypool-mono">
          {resource}
        </Td>
        <Td dataLabel={text('simulator.decision')}>
          <Verdict result={result} />
        </Td>
      </Tr>
      {shown && (
        <Tr isExpanded>
          <Td />
          <Td colSpan={3}>
            <ExpandableRowContent>
              <Why result={result} documents={documents} />
            </ExpandableRowContent>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
}

function Verdict({ result: { decision } }: { result: SimulationResult }) {
  const text = useText();
  const allowed = decision === 'allowed';
  return (
    <Label color={allowed ? 'green' : 'red'} icon={allowed ? <CheckCircleIcon /> : <TimesCircleIcon />}>
      {text(`simulator.${decision}`)}
    </Label>
  );
}

/** The decision, and the statement that decided as it stands in its policy. */
function Why({ result: { trace }, documents }: { result: SimulationResult; documents: Documents }) {
  const text = useText();
  const statement = trace.statement && statementText(documents, trace.statement);
  return (
    <div className="keypool-stack">
      <DecisionTrace decision={trace} />
      {statement && (
        <div>
          <Title headingLevel="h4" size="md">
            {text('simulator.statement')}
          </Title>
          <CodeBlock>
            <CodeBlockCode>{statement}</CodeBlockCode>
          </CodeBlock>
        </div>
      )}
    </div>
  );
}
