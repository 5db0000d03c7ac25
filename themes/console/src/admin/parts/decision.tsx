import { Alert, DescriptionList, List, ListItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useText } from '../../shared/texts';
import type { Decision, Mismatch, Statement } from '../model/refusals';
import { Fact } from './section';

/** What policies decided about a call, or would decide, with the statement and the condition that did it. */
export function DecisionTrace({ decision }: { decision: Decision }) {
  const text = useText();
  const mismatches = decision.mismatches ?? [];
  return (
    <div className="keypool-stack">
      <Verdict decision={decision} />
      <DescriptionList isHorizontal isCompact>
        <Fact term={text('decision.principal')} mono>
          {decision.principal}
        </Fact>
        <Fact term={text('decision.action')} mono>
          {decision.action}
        </Fact>
        <Fact term={text('decision.resource')} mono>
          {decision.resource}
        </Fact>
      </DescriptionList>
      {mismatches.length > 0 && <Mismatches mismatches={mismatches} />}
    </div>
  );
}

function Verdict({ decision: { outcome, statement, missing, mismatches } }: { decision: Decision }) {
  const text = useText();
  const name = useStatementName();
  if (outcome === 'IMPLICIT_DENY') {
    const why = mismatches?.length ? 'unmatched' : 'absent';
    return (
      <Alert variant="danger" isInline component="h3" title={text('decision.IMPLICIT_DENY')}>
        {missing && text(`decision.missing.${missing}`)} {text(`decision.missing.${why}`)}
      </Alert>
    );
  }
  return (
    <Alert
      variant={outcome === 'ALLOW' ? 'success' : 'danger'}
      isInline
      component="h3"
      title={text(`decision.${outcome}`)}
    >
      {statement && text(`decision.${outcome}.by`, { statement: name(statement) })}
    </Alert>
  );
}

function Mismatches({ mismatches }: { mismatches: Mismatch[] }) {
  const text = useText();
  const name = useStatementName();
  return (
    <Table variant="compact" aria-label={text('decision.mismatches')}>
      <Thead>
        <Tr>
          <Th width={30}>{text('decision.statement')}</Th>
          <Th width={40}>{text('decision.mismatch')}</Th>
          <Th width={30}>{text('decision.observed')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {mismatches.map((mismatch, row) => (
          <Tr key={row}>
            <Td dataLabel={text('decision.statement')} className="keypool-sentence">{name(mismatch.statement)}</Td>
            <Td dataLabel={text('decision.mismatch')}>
              <Words element={mismatch.element} />
            </Td>
            <Td dataLabel={text('decision.observed')}>
              <Observed mismatch={mismatch} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Elements are named by their place in the statement, as in Condition.StringEquals.aws:PrincipalTag/team */
function conditionOf(element: string): { operator: string; key: string } | undefined {
  const [, operator, key] = /^Condition\.([^.]+)\.(.+)$/.exec(element) ?? [];
  return operator && key ? { operator, key } : undefined;
}

function Words({ element }: { element: string }) {
  const text = useText();
  const condition = conditionOf(element);
  return (
    <>
      {condition ? text('decision.element.Condition') : text(`decision.element.${element}`)}
      <div className="keypool-mono">{condition ? `${condition.operator}: ${condition.key}` : element}</div>
    </>
  );
}

/** For the principal, the action and the resource it is what stands above. */
function Observed({ mismatch: { element, observed } }: { mismatch: Mismatch }) {
  const text = useText();
  if (!conditionOf(element)) {
    return <>{text('decision.observed.above')}</>;
  }
  if (observed.length === 0) {
    return <>{text('decision.observed.nothing')}</>;
  }
  return (
    <List isPlain>
      {observed.map((value, index) => (
        <ListItem key={index} className="keypool-mono">
          {value}
        </ListItem>
      ))}
    </List>
  );
}

function useStatementName(): (statement: Statement) => string {
  const text = useText();
  return ({ policyKind, policy, index, sid }) => {
    const kind = policy ? `decision.policy.${policyKind}.named` : `decision.policy.${policyKind}`;
    const values = { number: index + 1, policy: text(kind, { name: policy ?? '' }) };
    return sid ? text('decision.statement.sid', { ...values, sid }) : text('decision.statement.number', values);
  };
}
