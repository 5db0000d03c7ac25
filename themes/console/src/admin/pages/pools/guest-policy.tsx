import { Button } from '@patternfly/react-core';
import { useAccess, useApi, useText } from '../../console';
import type { Validation } from '../../model/roles';
import { Field } from '../../parts/field';
import { JsonEditor, type Problem } from '../../parts/json-editor';
import type { GuestSettings } from './guest-config';

type Props = { values: GuestSettings; set: (values: Partial<GuestSettings>) => void; readOnly: boolean };

/** The most that guests may do, whatever their role may. */
export function GuestPolicy({ values, set, readOnly }: Props) {
  const text = useText();
  const api = useApi();
  const { seeRealm } = useAccess();
  const validate = async (document: string): Promise<Problem | undefined> => {
    if (document.trim() === '' || !seeRealm) {
      return undefined;
    }
    const found = await api.post<Validation>('/iam/policies/validate', { kind: 'SESSION', document });
    return found.valid ? undefined : { message: [found.place, found.message].filter(Boolean).join(': '), line: found.line, column: found.column };
  };
  return (
    <Field id="guests-policy" label={text('guests.policy.document')} group help={text('guests.policy.help')}>
      <JsonEditor
        label={text('guests.policy.document')}
        value={values.policy}
        onChange={(policy) => set({ policy })}
        validate={validate}
        readOnly={readOnly}
      />
      {!readOnly && (
        <Button variant="link" isInline isDisabled={values.policy === ''} onClick={() => set({ policy: '' })}>
          {text('guests.policy.reset')}
        </Button>
      )}
    </Field>
  );
}
