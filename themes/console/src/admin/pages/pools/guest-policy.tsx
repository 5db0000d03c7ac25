import { Button } from '@patternfly/react-core';
import { useAccess, useText } from '../../console';
import { Field } from '../../parts/field';
import { JsonEditor } from '../../parts/json-editor';
import { PolicyEditor } from '../../parts/policy-editor';
import type { GuestSettings } from './guest-config';

type Props = { values: GuestSettings; set: (values: Partial<GuestSettings>) => void; readOnly: boolean };

/** The most that guests may do, whatever their role may. */
export function GuestPolicy({ values, set, readOnly }: Props) {
  const text = useText();
  const { seeRealm } = useAccess();
  const label = text('guests.policy.document');
  const help = text('guests.policy.help');
  const editor = { label, value: values.policy, onChange: (policy: string) => set({ policy }), readOnly };
  return (
    <>
      {seeRealm ? (
        <PolicyEditor id="guests-policy" kind="SESSION" help={help} {...editor} />
      ) : (
        // Who may not see the realm's policies is told by saving.
        <Field id="guests-policy" label={label} help={help} group>
          <JsonEditor {...editor} />
        </Field>
      )}
      {!readOnly && (
        <div>
          <Button variant="link" isInline isDisabled={values.policy === ''} onClick={() => set({ policy: '' })}>
            {text('guests.policy.reset')}
          </Button>
        </div>
      )}
    </>
  );
}
