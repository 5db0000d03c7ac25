import { Button, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import ArrowDownIcon from '@patternfly/react-icons/dist/esm/icons/arrow-down-icon';
import ArrowUpIcon from '@patternfly/react-icons/dist/esm/icons/arrow-up-icon';
import MinusCircleIcon from '@patternfly/react-icons/dist/esm/icons/minus-circle-icon';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../shared/texts';
import { RoleField, type Roles } from '../../parts/role-field';
import { type Match, MATCHES, moved, newRule, type Rule } from './mapping-config';

type Props = { provider: string; rules: Rule[]; onChange: (rules: Rule[]) => void; roles: Roles; readOnly: boolean };

/** Rules in their order: the first that matches gives its role. */
export function Rules({ provider, rules, onChange, roles, readOnly }: Props) {
  const text = useText();
  const { table, said, move } = useMoving(rules, onChange);
  const change = (rule: Rule) => onChange(rules.map((other) => (other.id === rule.id ? rule : other)));
  return (
    <div ref={table}>
      {rules.length > 0 && (
        <Table variant="compact" borders={false} aria-label={text('rules.of', { name: provider })}>
          <Thead>
            <Tr>
              <Th>{text('rules.number')}</Th>
              <Th width={20}>{text('rules.claim')}</Th>
              <Th width={20}>{text('rules.match')}</Th>
              <Th width={20}>{text('rules.value')}</Th>
              <Th width={25}>{text('rules.role')}</Th>
              {!readOnly && <Th screenReaderText={text('actions')} />}
            </Tr>
          </Thead>
          <Tbody>
            {rules.map((rule, at) => (
              <Tr key={rule.id}>
                <RuleFields rule={rule} number={at + 1} onChange={change} roles={roles} readOnly={readOnly} />
                {!readOnly && (
                  <Td isActionCell modifier="nowrap">
                    <Move at={at} rule={rule} last={at === rules.length - 1} move={move} />
                    <Button
                      variant="plain"
                      aria-label={text('rules.remove', { number: at + 1 })}
                      onClick={() => onChange(rules.filter(({ id }) => id !== rule.id))}
                    >
                      <MinusCircleIcon />
                    </Button>
                  </Td>
                )}
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      <div aria-live="polite" className="pf-v5-screen-reader">
        {said}
      </div>
      {!readOnly && (
        <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => onChange([...rules, newRule(rules)])}>
          {text('rules.add')}
        </Button>
      )}
    </div>
  );
}

type FieldsProps = { rule: Rule; number: number; onChange: (rule: Rule) => void; roles: Roles; readOnly: boolean };

function RuleFields({ rule, number, onChange, roles, readOnly }: FieldsProps) {
  const text = useText();
  const label = (what: string) => text('pairs.label', { name: text('rules.rule'), number, what: text(`rules.${what}`) });
  return (
    <>
      <Td dataLabel={text('rules.number')}>{number}</Td>
      <Td dataLabel={text('rules.claim')}>
        <TextInput
          aria-label={label('claim')}
          value={rule.claim}
          onChange={(_event, claim) => onChange({ ...rule, claim })}
          isDisabled={readOnly}
        />
      </Td>
      <Td dataLabel={text('rules.match')}>
        <FormSelect
          aria-label={label('match')}
          value={rule.match}
          onChange={(_event, match) => onChange({ ...rule, match: match as Match })}
          isDisabled={readOnly}
        >
          {MATCHES.map((match) => (
            <FormSelectOption key={match} value={match} label={text(`rules.match.${match}`)} />
          ))}
        </FormSelect>
      </Td>
      <Td dataLabel={text('rules.value')}>
        <TextInput
          aria-label={label('value')}
          value={rule.value}
          onChange={(_event, value) => onChange({ ...rule, value })}
          isDisabled={readOnly}
        />
      </Td>
      <Td dataLabel={text('rules.role')}>
        <RoleField
          label={label('role')}
          roles={roles}
          value={rule.role}
          onChange={(role) => onChange({ ...rule, role })}
          readOnly={readOnly}
        />
      </Td>
    </>
  );
}

type MoveProps = { at: number; rule: Rule; last: boolean; move: (at: number, by: -1 | 1) => void };

function Move({ at, rule, last, move }: MoveProps) {
  const text = useText();
  return (
    <>
      <Button
        variant="plain"
        data-move={`${rule.id} -1`}
        aria-label={text('rules.up', { number: at + 1 })}
        isDisabled={at === 0}
        onClick={() => move(at, -1)}
      >
        <ArrowUpIcon />
      </Button>
      <Button
        variant="plain"
        data-move={`${rule.id} 1`}
        aria-label={text('rules.down', { number: at + 1 })}
        isDisabled={last}
        onClick={() => move(at, 1)}
      >
        <ArrowDownIcon />
      </Button>
    </>
  );
}

/** Who moves a rule by keyboard stays with it, and hears where it went. */
function useMoving(rules: Rule[], onChange: (rules: Rule[]) => void) {
  const text = useText();
  const table = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState<{ id: number; by: number; to: number }>();
  useEffect(() => {
    if (last) {
      const button = (by: number) => table.current?.querySelector<HTMLButtonElement>(`[data-move="${last.id} ${by}"]:enabled`);
      (button(last.by) ?? button(-last.by))?.focus();
    }
  }, [last]);
  const move = (at: number, by: -1 | 1) => {
    onChange(moved(rules, at, by));
    setLast({ id: rules[at]!.id, by, to: at + by });
  };
  return { table, move, said: last && text('rules.moved', { number: last.to + 1 }) };
}
