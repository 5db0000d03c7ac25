import { Confirm } from '../../../shared/parts/confirm';
import { download } from '../../../shared/parts/download';
import { useText } from '../../../shared/texts';
import { go, useApi, useHref } from '../../console';
import { type Identity, identityPath } from '../../model/identities';

/** What is asked before something is done with an identity: each says what follows from it. */
export type Question = { identity: Identity; onChanged: () => void; onClose: () => void };

export function EndSessions({ identity, onChanged, onClose }: Question) {
  const text = useText();
  const api = useApi();
  const run = async () => {
    await api.post(identityPath(identity.identityId, 'revocations'));
    onChanged();
  };
  return (
    <Confirm
      title={text('identity.sessions.end.title')}
      action={text('identity.sessions.end')}
      done={text('identity.sessions.end.done')}
      run={run}
      onClose={onClose}
    >
      {text('identity.sessions.end.body')}
    </Confirm>
  );
}

/** Closes an identity, or opens one that is closed. */
export function Toggle({ identity, onChanged, onClose }: Question) {
  const text = useText();
  const api = useApi();
  const action = identity.state === 'DISABLED' ? 'enable' : 'disable';
  const run = async () => {
    await api.post(identityPath(identity.identityId, action));
    onChanged();
  };
  return (
    <Confirm
      title={text(`identity.${action}.title`)}
      action={text(`identity.${action}`)}
      danger={action === 'disable'}
      done={text(`identity.${action}.done`)}
      run={run}
      onClose={onClose}
    >
      {text(`identity.${action}.body`)}
    </Confirm>
  );
}

/** There is nothing to come back to, so it leads to the identities that are left. */
export function Delete({ identity, onClose }: Question) {
  const text = useText();
  const api = useApi();
  const href = useHref();
  const run = async () => {
    await api.delete(identityPath(identity.identityId));
    go(href('identities', identity.identityPoolId));
  };
  return (
    <Confirm
      title={text('identity.delete.title')}
      action={text('identity.delete')}
      done={text('identity.delete.done')}
      run={run}
      onClose={onClose}
    >
      <p>{text('identity.delete.body')}</p>
      {identity.mergedFrom.length > 0 && <p>{text('identity.delete.merged', { count: identity.mergedFrom.length })}</p>}
      <p>{text('identity.delete.user')}</p>
    </Confirm>
  );
}

export function Export({ identity, onClose }: Question) {
  const text = useText();
  const api = useApi();
  const run = async () => {
    const held = await api.post<unknown>('/identity-pools/persons/export', { identityId: identity.identityId });
    download(`identity-${identity.identityId.replaceAll(':', '-')}.json`, held);
  };
  return (
    <Confirm
      title={text('identity.export.title')}
      action={text('identity.export')}
      danger={false}
      done={text('identity.export.done')}
      run={run}
      onClose={onClose}
    >
      {text('identity.export.body')}
    </Confirm>
  );
}
