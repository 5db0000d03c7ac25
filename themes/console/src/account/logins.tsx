import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMessages, useText } from '../shared/texts';
import type { OwnIdentity, OwnLogin } from './identities';

type Props = { identity: OwnIdentity; onRemove: (login: OwnLogin) => void };

/** The logins that lead to an identity; beside one that stays is said why. */
export function Logins({ identity, onRemove }: Props) {
  const messages = useMessages();
  const text = useText();
  return (
    <Table variant="compact" aria-label={text('own.logins', { pool: identity.identityPoolName })}>
      <Thead>
        <Tr>
          <Th>{text('own.provider')}</Th>
          <Th>{text('own.linked')}</Th>
          <Th screenReaderText={text('own.actions')} />
        </Tr>
      </Thead>
      <Tbody>
        {identity.logins.map((login) => (
          <Tr key={`${login.provider} ${login.linked}`}>
            <Td dataLabel={text('own.provider')}>
              {login.provider === 'realm' ? text('own.provider.realm') : login.provider}
            </Td>
            <Td dataLabel={text('own.linked')}>{messages.time(login.linked)}</Td>
            <Td dataLabel={text('own.actions')}>
              {login.removable ? (
                <Button variant="link" isInline onClick={() => onRemove(login)} aria-label={text('own.remove.of', { provider: login.provider })}>
                  {text('own.remove')}
                </Button>
              ) : (
                login.reason && text(`own.kept.${login.reason}`)
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
