import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Confirm } from '../../../shared/parts/confirm';
import { useMessages, useText } from '../../../shared/texts';
import { useAccess, useApi } from '../../console';
import { type Identity, identityPath, type Login } from '../../model/identities';
import { useProviderName } from '../../parts/provider-name';

/** By what somebody proves to be the identity; who that is at the provider is not stored. */
export function Logins({ identity, onChanged }: { identity: Identity; onChanged: () => void }) {
  const text = useText();
  const name = useProviderName();
  const access = useAccess();
  const messages = useMessages();
  const [taken, setTaken] = useState<Login>();
  const removable = access.changePools && identity.state !== 'MERGED';
  if (identity.logins.length === 0) {
    return <p>{text(`identity.logins.none.${identity.state}`)}</p>;
  }
  return (
    <>
      <Table variant="compact" aria-label={text('identity.logins')}>
        <Thead>
          <Tr>
            <Th>{text('identity.provider')}</Th>
            <Th>{text('identity.linked')}</Th>
            {removable && <Th screenReaderText={text('identity.unlink')} />}
          </Tr>
        </Thead>
        <Tbody>
          {identity.logins.map((login, index) => (
            <Tr key={index}>
              <Td dataLabel={text('identity.provider')}>{name(login.provider)}</Td>
              <Td dataLabel={text('identity.linked')}>{messages.time(login.linked)}</Td>
              {removable && (
                <Td isActionCell>
                  <Button
                    variant="secondary"
                    size="sm"
                    aria-label={text('identity.unlink.of', { provider: name(login.provider) })}
                    onClick={() => setTaken(login)}
                  >
                    {text('identity.unlink')}
                  </Button>
                </Td>
              )}
            </Tr>
          ))}
        </Tbody>
      </Table>
      {taken && <Unlink identity={identity} provider={taken.provider} onChanged={onChanged} onClose={() => setTaken(undefined)} />}
    </>
  );
}

type UnlinkProps = { identity: Identity; provider: string; onChanged: () => void; onClose: () => void };

function Unlink({ identity, provider, onChanged, onClose }: UnlinkProps) {
  const text = useText();
  const api = useApi();
  const name = useProviderName()(provider);
  const isLast = identity.logins.every((login) => login.provider === provider);
  const run = async () => {
    await api.post(identityPath(identity.identityId, 'unlink'), { provider });
    onChanged();
  };
  return (
    <Confirm
      title={text('identity.unlink.title', { provider: name })}
      action={text('identity.unlink')}
      done={text('identity.unlink.done', { provider: name })}
      run={run}
      onClose={onClose}
    >
      <p>{text('identity.unlink.body')}</p>
      <p>{text('identity.unlink.sessions')}</p>
      {isLast && <p>{text('identity.unlink.last')}</p>}
    </Confirm>
  );
}
