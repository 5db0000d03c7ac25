import {
  Button,
  Card,
  CardBody,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  EmptyState,
  EmptyStateBody,
  EmptyStateHeader,
} from '@patternfly/react-core';
import { useState } from 'react';
import type { Api } from '../shared/api';
import { useAlerts } from '../shared/parts/alerts';
import { Confirm } from '../shared/parts/confirm';
import { download } from '../shared/parts/download';
import { Loaded, useLoad } from '../shared/parts/load';
import { ConsolePage } from '../shared/parts/page';
import { useMessages, useText } from '../shared/texts';
import { Logins } from './logins';

/** docs/admin-rest.md, "The user's own". */
export type OwnLogin = { provider: string; linked: number; removable: boolean; reason?: string };

export type OwnIdentity = {
  identityId: string;
  identityPoolId: string;
  identityPoolName: string;
  state: string;
  created: number;
  logins: OwnLogin[];
};

/** Who somebody is in the pools of the realm, and the logins that lead there. */
export function Identities({ api }: { api: Api }) {
  const text = useText();
  const identities = useLoad(() => api.get<OwnIdentity[]>('/identities'), [api]);
  const [removed, setRemoved] = useState<{ identity: OwnIdentity; login: OwnLogin }>();
  return (
    <ConsolePage title={text('own.title')} intro={text('own.intro')} actions={<Export api={api} />}>
      <Loaded from={identities}>
        {(all) =>
          all.length === 0 ? (
            <NoIdentity />
          ) : (
            all.map((identity) => (
              <OneIdentity key={identity.identityId} identity={identity} onRemove={(login) => setRemoved({ identity, login })} />
            ))
          )
        }
      </Loaded>
      {removed && (
        <Confirm
          title={text('own.remove.title', { provider: removed.login.provider })}
          action={text('own.remove')}
          done={text('own.removed')}
          run={() =>
            api
              .post(`/identities/${encodeURIComponent(removed.identity.identityId)}/unlink`, { provider: removed.login.provider })
              .finally(identities.reload)
          }
          onClose={() => setRemoved(undefined)}
        >
          {text('own.remove.body')}
        </Confirm>
      )}
    </ConsolePage>
  );
}

function OneIdentity({ identity, onRemove }: { identity: OwnIdentity; onRemove: (login: OwnLogin) => void }) {
  const messages = useMessages();
  const text = useText();
  return (
    <Card isFlat className="keypool-own">
      <CardTitle component="h2">{identity.identityPoolName}</CardTitle>
      <CardBody>
        <DescriptionList isHorizontal>
          <DescriptionListGroup>
            <DescriptionListTerm>{text('own.id')}</DescriptionListTerm>
            <DescriptionListDescription className="keypool-mono">{identity.identityId}</DescriptionListDescription>
          </DescriptionListGroup>
          <DescriptionListGroup>
            <DescriptionListTerm>{text('own.created')}</DescriptionListTerm>
            <DescriptionListDescription>{messages.time(identity.created)}</DescriptionListDescription>
          </DescriptionListGroup>
        </DescriptionList>
      </CardBody>
      <CardBody>
        <Logins identity={identity} onRemove={onRemove} />
      </CardBody>
    </Card>
  );
}

function NoIdentity() {
  const text = useText();
  return (
    <EmptyState>
      <EmptyStateHeader titleText={text('own.none')} headingLevel="h2" />
      <EmptyStateBody>{text('own.none.body')}</EmptyStateBody>
    </EmptyState>
  );
}

/** All that is held, as a file. */
function Export({ api }: { api: Api }) {
  const text = useText();
  const alerts = useAlerts();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      download('identities.json', await api.get<unknown>('/export'));
    } catch (failure) {
      alerts.failed(text('own.export.failed'), failure);
    }
    setBusy(false);
  };
  return (
    <Button variant="secondary" isLoading={busy} isDisabled={busy} onClick={() => void save()}>
      {text('own.export')}
    </Button>
  );
}
