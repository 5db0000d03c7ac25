import { Alert, ClipboardCopy, DescriptionList } from '@patternfly/react-core';
import { useState } from 'react';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { ConsolePage } from '../../../shared/parts/page';
import { useMessages, useText } from '../../../shared/texts';
import { useApi, useConsole, useHref } from '../../console';
import { type Identity, identityPath } from '../../model/identities';
import { IdentityState } from '../../parts/identity-state';
import { Fact, Section } from '../../parts/section';
import { IdentityActions } from './actions';
import { Logins } from './logins';
import { MergeHistory } from './merge-history';
import { Sessions } from './sessions';
import { UserOf } from './user';

/** One identity, and what can be done with it. */
export default function IdentityDetail() {
  const { path } = useConsole();
  const api = useApi();
  const text = useText();
  const href = useHref();
  const id = path[1] ?? '';
  // What depends on the identity is asked again after each change of it.
  const [turn, setTurn] = useState(0);
  const identity = useLoad(() => api.get<Identity>(identityPath(id)), [api, id, turn]);
  const changed = () => setTurn((last) => last + 1);
  const pool = identity.value?.identityPoolId;
  return (
    <ConsolePage
      title={text('identity.title')}
      crumbs={[{ name: text('identities.title'), href: pool ? href('identities', pool) : href('identities') }]}
      actions={identity.value && <IdentityActions identity={identity.value} onChanged={changed} />}
    >
      <Loaded from={identity}>
        {(known) => (
          <div className="keypool-stack" key={known.identityId}>
            <Facts identity={known} />
            <Section title={text('identity.logins')}>
              <Logins identity={known} onChanged={changed} />
            </Section>
            <Section title={text('identity.user')}>
              <UserOf identity={known} />
            </Section>
            <Section title={text('identity.merges')}>
              <MergeHistory identity={known} turn={turn} onChanged={changed} />
            </Section>
            <Section title={text('identity.sessions')}>
              <Sessions identity={known} turn={turn} onChanged={changed} />
            </Section>
          </div>
        )}
      </Loaded>
    </ConsolePage>
  );
}

function Facts({ identity }: { identity: Identity }) {
  const text = useText();
  const href = useHref();
  const messages = useMessages();
  return (
    <>
      {identity.mergedInto && (
        <Alert variant="info" isInline component="h2" title={text('identity.merged-away')}>
          {text('identity.merged-away.body')}{' '}
          <a className="keypool-mono" href={href('identity', identity.mergedInto)}>
            {identity.mergedInto}
          </a>
        </Alert>
      )}
      {identity.state === 'DISABLED' && (
        <Alert variant="warning" isInline component="h2" title={text('identity.disabled')}>
          {text('identity.disabled.body')}
        </Alert>
      )}
      <DescriptionList isHorizontal>
        <Fact term={text('identity.id')}>
          <ClipboardCopy
            isReadOnly
            variant="inline-compact"
            hoverTip={text('identity.copy')}
            clickTip={text('identity.copied')}
            textAriaLabel={text('identity.id')}
            className="keypool-mono"
          >
            {identity.identityId}
          </ClipboardCopy>
        </Fact>
        <Fact term={text('identity.pool')}>
          <a className="keypool-mono" href={href('pool', identity.identityPoolId)}>
            {identity.identityPoolId}
          </a>
        </Fact>
        <Fact term={text('identity.state')}>
          <IdentityState state={identity.state} /> {text(`identity.state.${identity.state}.help`)}
        </Fact>
        <Fact term={text('identity.created')}>{messages.time(identity.created)}</Fact>
        <Fact term={text('identity.modified')}>{messages.time(identity.modified)}</Fact>
      </DescriptionList>
    </>
  );
}
