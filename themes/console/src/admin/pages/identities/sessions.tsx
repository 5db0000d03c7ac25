import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { useMessages, useText } from '../../../shared/texts';
import { useAccess, useApi } from '../../console';
import { type Identity, identityPath, type Revocation } from '../../model/identities';
import { EndSessions } from './questions';

type Props = { identity: Identity; turn: number; onChanged: () => void };

/** What ended sessions of the identity. Sessions are not stored, so running ones cannot be listed. */
export function Sessions({ identity, turn, onChanged }: Props) {
  const text = useText();
  const api = useApi();
  const access = useAccess();
  const [asking, setAsking] = useState(false);
  const id = identity.identityId;
  const ended = useLoad(() => api.get<Revocation[]>(identityPath(id, 'revocations')), [api, id, turn]);
  return (
    <div className="keypool-stack">
      <p>{text('identity.sessions.body')}</p>
      <Loaded from={ended}>
        {(all) => (all.length === 0 ? <p>{text('identity.sessions.none')}</p> : <Ended revocations={all} />)}
      </Loaded>
      {access.changePools && (
        <div>
          <Button variant="secondary" onClick={() => setAsking(true)}>
            {text('identity.sessions.end')}
          </Button>
        </div>
      )}
      {asking && <EndSessions identity={identity} onChanged={onChanged} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Ended({ revocations }: { revocations: Revocation[] }) {
  const text = useText();
  const messages = useMessages();
  return (
    <Table variant="compact" aria-label={text('identity.sessions')}>
      <Thead>
        <Tr>
          <Th>{text('identity.sessions.not-before')}</Th>
          <Th>{text('identity.sessions.of')}</Th>
          <Th>{text('identity.sessions.expires')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {revocations.map((revocation, index) => (
          <Tr key={index}>
            <Td dataLabel={text('identity.sessions.not-before')}>{messages.time(revocation.notBefore)}</Td>
            <Td dataLabel={text('identity.sessions.of')}>{text(`identity.sessions.${revocation.kind}`)}</Td>
            <Td dataLabel={text('identity.sessions.expires')}>{messages.time(revocation.expires)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
