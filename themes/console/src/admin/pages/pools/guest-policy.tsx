import { Button } from '@patternfly/react-core';
import { useText } from '../../../shared/texts';
import { PolicyEditor } from '../../parts/policy-editor';
import type { GuestSettings } from './guest-config';

type Props = { values: GuestSettings; set: (values: Partial<GuestSettings>) => void; readOnly: boolean };

/** The most that guests may do, whatever their role may. */
export function GuestPolicy({ values, set, readOnly }: Props) {
  const text = useText();
  return (
    <PolicyEditor
      id="guests-policy"
      label={text('guests.policy.document')}
      kind="SESSION"
      value={values.policy}
      onChange={(policy) => set({ policy })}
      help={text('guests.policy.help')}
      readOnly={readOnly}
    >
      {!readOnly && (
        <Button variant="link" isInline isDisabled={values.policy === ''} onClick={() => set({ policy: '' })}>
          {text('guests.policy.reset')}
        </Button>
      )}
    </PolicyEditor>
  );
}
