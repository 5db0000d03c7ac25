import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Confirm } from '../../../shared/parts/confirm';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { useMessages, useText } from '../../../shared/texts';
import { useAccess, useApi } from '../../console';
import type { Revocation } from '../../model/roles';
import type { Role, RoleTab } from './tab';

/** The most that the server tells at once; of all that the realm has. */
const MOST = 1000;

/** Which sessions of the role are over. Sessions are not stored, so running ones cannot be listed. */
export function SessionsTab({ role }: RoleTab) {
  const text = useText();
  const api = useApi();
  const { changeRealm } = useAccess();
  const [asking, setAsking] = useState(false);
  const ended = useLoad(async () => {
    const all = await api.get<Revocation[]>(`/sts/revocations?max=${MOST}`);
    return all.filter(({ kind, id }) => kind === 'ROLE' && id === role.componentId);
  }, [api, role.componentId]);
  return (
    <div className="keypool-stack">
      <p>{text('role.sessions.body')}</p>
      <Loaded from={ended}>{(all) => (all.length === 0 ? <p>{text('role.sessions.none')}</p> : <Ended revocations={all} />)}</Loaded>
      {changeRealm && (
        <div>
          <Button variant="danger" onClick={() => setAsking(true)}>
            {text('role.sessions.end')}
          </Button>
        </div>
      )}
      {asking && <EndSessions role={role} onChanged={ended.reload} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Ended({ revocations }: { revocations: Revocation[] }) {
  const text = useText();
  const messages = useMessages();
  return (
    <Table variant="compact" aria-label={text('role.sessions.ended')}>
      <Thead>
        <Tr>
          <Th>{text('role.sessions.not-before')}</Th>
          <Th>{text('role.sessions.expires')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {revocations.map(({ notBefore, expires }) => (
          <Tr key={notBefore}>
            <Td dataLabel={text('role.sessions.not-before')}>{messages.time(notBefore)}</Td>
            <Td dataLabel={text('role.sessions.expires')}>{messages.time(expires)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function EndSessions({ role, onChanged, onClose }: { role: Role; onChanged: () => void; onClose: () => void }) {
  const text = useText();
  const api = useApi();
  const run = async () => {
    await api.post('/sts/revocations', { role: role.arn });
    onChanged();
  };
  return (
    <Confirm
      title={text('role.sessions.end.title', { name: role.name })}
      action={text('role.sessions.end')}
      done={text('role.sessions.end.done')}
      run={run}
      onClose={onClose}
    >
      {text('role.sessions.end.body')}
    </Confirm>
  );
}
