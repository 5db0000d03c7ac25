import {
  Alert,
  ClipboardCopy,
  ClipboardCopyButton,
  CodeBlock,
  CodeBlockAction,
  CodeBlockCode,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Form,
  FormSelect,
  FormSelectOption,
} from '@patternfly/react-core';
import { useState } from 'react';
import { useAlerts } from '../../../shared/parts/alerts';
import { Loaded } from '../../../shared/parts/load';
import { useText } from '../../../shared/texts';
import { useConsole, useHref } from '../../console';
import { textOf } from '../../model/config';
import type { ListedProvider, Pool } from '../../model/pools';
import { Field } from '../../parts/field';
import { roleName } from '../../parts/role-field';
import { CLIENTS, linesFor } from './client-lines';
import { loginsName } from './provider-config';
import { type PoolTab, useProviders } from './tab';

/** What an app needs to know of the pool, and the lines that tell it: pool/{poolId}/client/{kind of client, or made} */
export default function ClientTab({ pool }: PoolTab) {
  const { path } = useConsole();
  const providers = useProviders(pool);
  return (
    <>
      {path[3] === 'made' && <Made pool={pool} />}
      <Loaded from={providers}>{({ listed, realmProvider }) => <Lines pool={pool} listed={listed} realmProvider={realmProvider} />}</Loaded>
    </>
  );
}

/** What was made for a new pool beside it. */
function Made({ pool: { name, config } }: { pool: Pool }) {
  const text = useText();
  const href = useHref();
  const roles = ['unauthenticatedRoleArn', 'authenticatedRoleArn'].map((property) => textOf(config, property));
  return (
    <Alert variant="success" isInline component="h2" title={text('client.made', { name })} className="keypool-intro">
      <p>{text('client.made.roles')}</p>
      <ul>
        {roles
          .filter((arn) => arn !== '')
          .map((arn) => (
            <li key={arn}>
              <strong>{roleName(arn)}</strong> <span className="keypool-mono">{arn}</span>
            </li>
          ))}
      </ul>
      <a href={href('roles')}>{text('client.made.next')}</a>
    </Alert>
  );
}

function Lines({ pool, listed, realmProvider }: { pool: Pool; listed: ListedProvider[]; realmProvider: string }) {
  const text = useText();
  const { environment, realm } = useConsole();
  const taken = listed.filter(({ kind }) => kind !== 'developer');
  // Most apps sign people in at the realm.
  const [chosen, setChosen] = useState(Math.max(0, taken.findIndex(({ kind }) => kind === 'realm')));
  const [client, setClient] = useClient(pool);
  const provider = taken[chosen];
  const issuer = `${environment.serverBaseUrl}/realms/${encodeURIComponent(realm)}`;
  const facts = {
    pool: pool.identityPoolId,
    issuer,
    provider: provider ? loginsName(provider) : realmProvider,
    clientId: taken.find(({ kind }) => kind === 'realm')?.appIds[0],
  };
  return (
    <>
      <Facts endpoint={`${issuer}/identity-pool`} pool={pool.identityPoolId} provider={facts.provider} />
      <Form className="keypool-below" maxWidth="60rem" onSubmit={(event) => event.preventDefault()}>
        <Field id="client-kind" label={text('client.kind')}>
          <FormSelect id="client-kind" value={client} onChange={(_event, kind) => setClient(kind)}>
            {CLIENTS.map(({ id, title }) => (
              <FormSelectOption key={id} value={id} label={title} />
            ))}
          </FormSelect>
        </Field>
        {taken.length > 0 ? (
          <Field id="client-provider" label={text('client.provider')} help={text('client.provider.help')}>
            <FormSelect id="client-provider" value={chosen} onChange={(_event, at) => setChosen(Number(at))}>
              {taken.map((one, at) => (
                <FormSelectOption key={one.provider} value={at} label={loginsName(one)} />
              ))}
            </FormSelect>
          </Field>
        ) : (
          <Alert variant="info" isInline isPlain component="p" title={text('client.noProvider')} />
        )}
        {textOf(pool.config, 'allowUnauthenticatedIdentities') !== 'true' && (
          <Alert variant="info" isInline isPlain component="p" title={text('client.noGuests')} />
        )}
        <Code code={linesFor(client, facts)} />
      </Form>
    </>
  );
}

/** Which kind of client the lines are for is a part of the address. */
function useClient(pool: Pool): [string, (id: string) => void] {
  const { path } = useConsole();
  const href = useHref();
  const current = CLIENTS.find(({ id }) => id === path[3]) ?? CLIENTS[0]!;
  // In the place of the address before: going back leads out of the page.
  return [current.id, (id) => location.replace(href('pool', pool.identityPoolId, 'client', id))];
}

function Facts({ endpoint, pool, provider }: { endpoint: string; pool: string; provider: string }) {
  const text = useText();
  const facts = { endpoint, pool, provider, region: pool.slice(0, pool.indexOf(':')) };
  return (
    <DescriptionList isHorizontal isCompact>
      {Object.entries(facts).map(([fact, value]) => (
        <DescriptionListGroup key={fact}>
          <DescriptionListTerm>{text(`client.${fact}`)}</DescriptionListTerm>
          <DescriptionListDescription>
            <ClipboardCopy variant="inline-compact" hoverTip={text('copy')} clickTip={text('copied')} textAriaLabel={text(`client.${fact}`)}>
              {value}
            </ClipboardCopy>
          </DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
}

function Code({ code }: { code: string }) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const alerts = useAlerts();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
    } catch (failure) {
      alerts.failed(text('client.copy.failed'), failure);
    }
  };
  return (
    <CodeBlock
      actions={
        <CodeBlockAction>
          <ClipboardCopyButton
            id="client-copy"
            textId="client-lines"
            aria-label={text('client.copy')}
            aria-labelledby="client-copy"
            variant="plain"
            onClick={() => void copy()}
            onTooltipHidden={() => setCopied(false)}
          >
            {text(copied ? 'copied' : 'client.copy')}
          </ClipboardCopyButton>
        </CodeBlockAction>
      }
    >
      <CodeBlockCode id="client-lines">{code}</CodeBlockCode>
    </CodeBlock>
  );
}
