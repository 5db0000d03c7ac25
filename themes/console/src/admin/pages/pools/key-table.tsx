import { Button, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMessages, useText } from '../../../shared/texts';
import { useAccess } from '../../console';
import type { Key, KeyState } from './key-config';
import type { KeyAction } from './keys';

const COLORS: Record<KeyState, 'green' | 'blue' | 'grey'> = { signs: 'green', waits: 'blue', passive: 'blue', disabled: 'grey' };

/** The key that signs is replaced by another one, and not taken away. */
const ACTIONS: Record<KeyState, KeyAction[]> = {
  signs: [],
  waits: ['disable'],
  passive: ['disable'],
  disabled: ['enable', 'delete'],
};

export function KeyTable({ keys, onAction }: { keys: Key[]; onAction: (action: KeyAction, key: Key) => void }) {
  const text = useText();
  const messages = useMessages();
  const { changeRealm } = useAccess();
  return (
    <Table variant="compact" aria-label={text('pool.tab.keys')}>
      <Thead>
        <Tr>
          <Th>{text('keys.id')}</Th>
          <Th modifier="nowrap">{text('keys.algorithm')}</Th>
          <Th>{text('keys.priority')}</Th>
          <Th>{text('keys.state')}</Th>
          {changeRealm && <Th screenReaderText={text('actions')} />}
        </Tr>
      </Thead>
      <Tbody>
        {keys.map((key) => (
          <Tr key={key.component.id}>
            <Td dataLabel={text('keys.id')} className="keypool-mono">
              {key.kid}
            </Td>
            <Td dataLabel={text('keys.algorithm')}>{key.algorithm}</Td>
            <Td dataLabel={text('keys.priority')}>{messages.number(key.priority)}</Td>
            <Td dataLabel={text('keys.state')}>
              <Label color={COLORS[key.state]}>{text(`keys.state.${key.state}`)}</Label> {text(`keys.state.${key.state}.help`)}
            </Td>
            {changeRealm && (
              <Td modifier="nowrap">
                {ACTIONS[key.state].map((action) => (
                  <Button
                    key={action}
                    variant="link"
                    isDanger={action !== 'enable'}
                    aria-label={text(`keys.${action}.of`, { name: key.kid })}
                    onClick={() => onAction(action, key)}
                  >
                    {text(`keys.${action}.do`)}
                  </Button>
                ))}
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
