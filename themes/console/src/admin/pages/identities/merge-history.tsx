import { Button, Label } from '@patternfly/react-core';
import { useState } from 'react';
import { Confirm } from '../../../shared/parts/confirm';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { useMessages, useText } from '../../../shared/texts';
import { useAccess, useApi, useHref } from '../../console';
import type { Identity, Merge } from '../../model/identities';
import { useProviderName } from '../../parts/provider-name';
import { mergeTree, type Node } from './merge-tree';

type Props = { identity: Identity; turn: number; onChanged: () => void };

/** Which identities became this one, or what this one became a part of. */
export function MergeHistory({ identity, turn, onChanged }: Props) {
  const text = useText();
  const api = useApi();
  const [undone, setUndone] = useState<Merge>();
  const tree = useLoad(() => mergeTree(api, identity), [api, identity, turn]);
  return (
    <Loaded from={tree}>
      {({ root, past }) => (
        <>
          {root.children.length === 0 ? (
            <p>{text('identity.merges.none')}</p>
          ) : (
            <ul className="keypool-tree" aria-label={text('identity.merges')}>
              <Branch node={root} here={identity.identityId} onUndo={setUndone} />
            </ul>
          )}
          {past.map((merge) => (
            <Past key={merge.id} merge={merge} />
          ))}
          {undone && <Undo merge={undone} onChanged={onChanged} onClose={() => setUndone(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

type BranchProps = { node: Node; here: string; onUndo: (merge: Merge) => void };

function Branch({ node, here, onUndo }: BranchProps) {
  const text = useText();
  const href = useHref();
  return (
    <li>
      <div className="keypool-tree-node">
        {node.identityId === here ? (
          <strong className="keypool-mono" aria-current="true">
            {node.identityId}
          </strong>
        ) : (
          <a className="keypool-mono" href={href('identity', node.identityId)}>
            {node.identityId}
          </a>
        )}{' '}
        {node.identityId === here && <Label isCompact>{text('identity.merges.here')}</Label>}{' '}
        {!node.merge && <Label isCompact color="green">{text('identity.merges.survivor')}</Label>}
        {node.merge && <Event merge={node.merge} onUndo={onUndo} />}
      </div>
      {node.cut && <p>{text('identity.merges.cut')}</p>}
      {node.children.length > 0 && (
        <ul>
          {node.children.map((child) => (
            <Branch key={child.merge?.id} node={child} here={here} onUndo={onUndo} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** When one went into another one, and by what. */
function Event({ merge, onUndo }: { merge: Merge; onUndo: (merge: Merge) => void }) {
  const text = useText();
  const provider = useProviderName();
  const access = useAccess();
  const messages = useMessages();
  const cause = `identity.cause.${merge.cause}`;
  return (
    <>
      {merge.undone && <Label isCompact color="gold">{text('identity.merges.apart')}</Label>}
      <div>
        {text('identity.merges.when', {
          time: messages.time(merge.merged),
          cause: messages.has(cause) ? text(cause) : merge.cause,
        })}{' '}
        {merge.providers.length > 0
          ? text('identity.merges.logins', { logins: merge.providers.map(provider).join(', ') })
          : text('identity.merges.no-logins')}
        {merge.undone && <> {text('identity.merges.undone', { time: messages.time(merge.undone) })}</>}
      </div>
      {!merge.undone && access.changePools && (
        <Button
          variant="link"
          isInline
          aria-label={text('identity.undo.of', { id: merge.mergedIdentityId })}
          onClick={() => onUndo(merge)}
        >
          {text('identity.undo')}
        </Button>
      )}
    </>
  );
}

/** The one that lives on was a part of another one, until that was undone. */
function Past({ merge }: { merge: Merge }) {
  const text = useText();
  const href = useHref();
  const messages = useMessages();
  const times = { from: messages.time(merge.merged), until: messages.time(merge.undone ?? merge.merged) };
  return (
    <p className="keypool-gap">
      {text('identity.merges.past', times)}{' '}
      <a className="keypool-mono" href={href('identity', merge.identityId)}>
        {merge.identityId}
      </a>
    </p>
  );
}

function Undo({ merge, onChanged, onClose }: { merge: Merge; onChanged: () => void; onClose: () => void }) {
  const text = useText();
  const api = useApi();
  const provider = useProviderName();
  const run = async () => {
    await api.post(`/identity-pools/merges/${encodeURIComponent(merge.id)}/undo`);
    onChanged();
  };
  return (
    <Confirm
      title={text('identity.undo.title')}
      action={text('identity.undo')}
      done={text('identity.undo.done')}
      run={run}
      onClose={onClose}
    >
      <p>{text('identity.undo.body')}</p>
      <p>
        {merge.providers.length > 0
          ? text('identity.undo.logins', { logins: merge.providers.map(provider).join(', ') })
          : text('identity.undo.no-logins')}
      </p>
      <p>{text('identity.undo.may-not')}</p>
    </Confirm>
  );
}
