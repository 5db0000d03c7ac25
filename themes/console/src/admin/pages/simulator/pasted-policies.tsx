import { Button } from '@patternfly/react-core';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { useText } from '../../../shared/texts';
import { PolicyEditor } from '../../parts/policy-editor';

type Props = { policies: string[]; onChange: (policies: string[]) => void };

/** Policies that nobody has yet; they count together, as those of a role do. */
export function PastedPolicies({ policies, onChange }: Props) {
  const text = useText();
  return (
    <>
      {policies.map((document, at) => (
        <div key={at}>
          <PolicyEditor
            id={`simulator-policy-${at + 1}`}
            label={text('simulator.policy', { number: at + 1 })}
            kind="IDENTITY"
            value={document}
            onChange={(changed) => onChange(policies.map((other, index) => (index === at ? changed : other)))}
          />
          {policies.length > 1 && (
            <Button
              variant="link"
              isInline
              isDanger
              aria-label={text('simulator.policy.remove', { number: at + 1 })}
              onClick={() => onChange(policies.filter((_other, index) => index !== at))}
            >
              {text('remove')}
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => onChange([...policies, ''])}>
          {text('simulator.policy.add')}
        </Button>
      </div>
    </>
  );
}
