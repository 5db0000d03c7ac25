import { Alert, Button, DescriptionList, Form, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { Confirm } from '../../../shared/parts/confirm';
import { useText } from '../../../shared/texts';
import { useApi } from '../../console';
import { identityPath, type MergePlan } from '../../model/identities';
import { Field } from '../../parts/field';
import { useProviderName } from '../../parts/provider-name';
import { Fact } from '../../parts/section';
import type { Question } from './questions';

type Preview = { plan?: MergePlan; failure?: unknown };

/** Makes two identities one; what would come of it is shown before. */
export function MergeWith({ identity, onChanged, onClose }: Question) {
  const text = useText();
  const api = useApi();
  const [other, setOther] = useState('');
  const [preview, setPreview] = useState<Preview>({});
  const [busy, setBusy] = useState(false);
  const merge = (dryRun: boolean) =>
    api.post<MergePlan>(identityPath(identity.identityId, 'merge'), { identityId: other.trim(), dryRun });
  const show = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      setPreview({ plan: await merge(true) });
    } catch (failure) {
      setPreview({ failure });
    } finally {
      setBusy(false);
    }
  };
  const change = (typed: string) => {
    setOther(typed);
    setPreview({});
  };
  const run = async () => {
    await merge(false);
    onChanged();
  };
  return (
    <Confirm
      title={text('identity.merge.title')}
      action={text('identity.merge.do')}
      ready={preview.plan !== undefined && !busy}
      done={text('identity.merge.done')}
      run={run}
      onClose={onClose}
    >
      <p>{text('identity.merge.body')}</p>
      <Form onSubmit={(event) => void show(event)}>
        <Other value={other} failure={preview.failure} onChange={change} />
        <div>
          <Button type="submit" variant="secondary" isLoading={busy} isDisabled={busy || other.trim() === ''}>
            {text('identity.merge.preview')}
          </Button>
        </div>
      </Form>
      {preview.plan && <Plan plan={preview.plan} here={identity.identityId} />}
    </Confirm>
  );
}

type OtherProps = { value: string; failure: unknown; onChange: (typed: string) => void };

function Other({ value, failure, onChange }: OtherProps) {
  const text = useText();
  const error = failure === undefined ? undefined : failure instanceof Error ? failure.message : String(failure);
  return (
    <Field
      id="keypool-merge-other"
      label={text('identity.merge.other')}
      help={text('identity.merge.other.help')}
      error={error}
      required
    >
      <TextInput
        id="keypool-merge-other"
        value={value}
        isRequired
        autoComplete="off"
        className="keypool-mono"
        validated={error ? 'error' : 'default'}
        onChange={(_event, typed) => onChange(typed)}
      />
    </Field>
  );
}

function Plan({ plan, here }: { plan: MergePlan; here: string }) {
  const text = useText();
  const provider = useProviderName();
  const named = (id: string) => (
    <>
      <span className="keypool-mono">{id}</span> {id === here && text('identity.merge.here')}
    </>
  );
  const listed = (providers: string[]) =>
    providers.length > 0 ? providers.map(provider).join(', ') : text('identity.merge.no-logins');
  return (
    <Alert variant="warning" isInline component="h2" title={text('identity.merge.plan')}>
      <DescriptionList isCompact>
        <Fact term={text('identity.merge.survivor')}>{named(plan.survivor)}</Fact>
        <Fact term={text('identity.merge.merged')}>{named(plan.merged)}</Fact>
        {plan.moved && <Fact term={text('identity.merge.moved')}>{listed(plan.moved)}</Fact>}
        <Fact term={text('identity.merge.logins')}>{listed(plan.logins)}</Fact>
      </DescriptionList>
      <p className="keypool-gap">{text('identity.merge.follows')}</p>
    </Alert>
  );
}
