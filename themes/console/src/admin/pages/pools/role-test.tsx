import { ActionGroup, Alert, Button, Card, CardBody, CardTitle, Form, FormSelect, FormSelectOption, Radio, TextArea } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { SignedOut } from '../../../shared/session';
import { useText } from '../../../shared/texts';
import { useApi } from '../../console';
import { type ListedProvider, type Pool, poolPath, type RoleTestAnswer } from '../../model/pools';
import { Field } from '../../parts/field';
import { useForm } from '../../parts/form';
import { JsonEditor } from '../../parts/json-editor';
import { roleName } from '../../parts/role-field';

type Asked = { provider: string; by: 'claims' | 'token'; claims: string; token: string };
type Answer = { answer?: RoleTestAnswer; refusal?: string };

/** Which role somebody with that token or those claims would get; nothing is issued. */
export function RoleTest({ pool, listed, unsaved }: { pool: Pool; listed: ListedProvider[]; unsaved: boolean }) {
  const text = useText();
  const providers = listed.filter(({ kind }) => kind !== 'developer');
  const first = providers.find(({ kind }) => kind === 'realm') ?? providers[0];
  const { values, set } = useForm<Asked>({
    provider: first?.provider ?? '',
    by: 'claims',
    claims: sample(first),
    token: '',
  });
  const given = values.by === 'claims' || values.token.trim() !== '';
  const { busy, shown, ask } = useQuestion(pool, values);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void ask();
  };
  return (
    <Card isFlat className="keypool-below">
      <CardTitle component="h2">{text('roletest.title')}</CardTitle>
      <CardBody>
        <Form aria-label={text('roletest.title')} onSubmit={onSubmit} maxWidth="60rem">
          {text('roletest.intro')}
          {unsaved && <Alert variant="info" isInline isPlain component="p" title={text('roletest.unsaved')} />}
          <Field id="roletest-provider" label={text('mapping.provider')}>
            <FormSelect id="roletest-provider" value={values.provider} onChange={(_event, provider) => set({ provider })}>
              {providers.map(({ provider }) => (
                <FormSelectOption key={provider} value={provider} label={provider} />
              ))}
            </FormSelect>
          </Field>
          <What values={values} set={set} />
          <ActionGroup>
            <Button type="submit" variant="secondary" isLoading={busy} isDisabled={busy || !given}>
              {text('roletest.ask')}
            </Button>
          </ActionGroup>
          <div aria-live="polite">{shown && <Shown {...shown} />}</div>
        </Form>
      </CardBody>
    </Card>
  );
}

/** The audience says by which client a user of the realm comes. */
function sample(provider: ListedProvider | undefined): string {
  return JSON.stringify({ aud: provider?.appIds[0] ?? 'my-app', sub: '1098', groups: ['admins'] }, null, 2);
}

function What({ values, set }: { values: Asked; set: (values: Partial<Asked>) => void }) {
  const text = useText();
  return (
    <>
      <Field id="roletest-by" label={text('roletest.by')} group>
        {(['claims', 'token'] as const).map((by) => (
          <Radio
            key={by}
            id={`roletest-by-${by}`}
            name="roletest-by"
            label={text(`roletest.${by}`)}
            description={text(`roletest.${by}.help`)}
            isChecked={values.by === by}
            onChange={() => set({ by })}
          />
        ))}
      </Field>
      {values.by === 'claims' ? (
        <JsonEditor label={text('roletest.claims')} value={values.claims} onChange={(claims) => set({ claims })} />
      ) : (
        <Field id="roletest-token" label={text('roletest.token')}>
          <TextArea
            id="roletest-token"
            value={values.token}
            onChange={(_event, token) => set({ token })}
            rows={5}
            resizeOrientation="vertical"
            className="keypool-mono"
          />
        </Field>
      )}
    </>
  );
}

function Shown({ answer, refusal }: Answer) {
  const text = useText();
  if (!answer) {
    return (
      <Alert variant="danger" isInline component="p" title={text('roletest.refused')}>
        {refusal}
      </Alert>
    );
  }
  const role = answer.roleArn ? roleName(answer.roleArn) : '';
  const number = (answer.rule ?? 0) + 1;
  return (
    <Alert
      variant={answer.outcome === 'DENIED' ? 'warning' : 'success'}
      isInline
      component="p"
      title={text(`roletest.outcome.${answer.outcome}`, { role, number })}
    >
      <p>{answer.reason}</p>
      {answer.roleArn && <p className="keypool-mono">{answer.roleArn}</p>}
    </Alert>
  );
}

function useQuestion(pool: Pool, { provider, by, claims, token }: Asked) {
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<Answer>();
  const ask = async () => {
    setBusy(true);
    try {
      const question = by === 'token' ? { provider, token: token.trim() } : { provider, claims: JSON.parse(claims) };
      setShown({ answer: await api.post<RoleTestAnswer>(`${poolPath(pool.identityPoolId)}/role-test`, question) });
    } catch (failure) {
      if (failure instanceof SignedOut) {
        location.reload();
        return;
      }
      setShown({ refusal: failure instanceof Error ? failure.message : String(failure) });
    } finally {
      setBusy(false);
    }
  };
  return { busy, shown, ask };
}
