import { FormGroup, FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';
import type { ReactNode } from 'react';

type Props = {
  id: string;
  label: string;
  /** What it does. */
  help?: ReactNode;
  /** What is wrong with what stands there. */
  error?: string | undefined;
  required?: boolean;
  /** Several controls belong together. */
  group?: boolean;
  children: ReactNode;
};

/** A control of a form with its label, what it does, and what is wrong with it. */
export function Field({ id, label, help, error, required = false, group = false, children }: Props) {
  return (
    <FormGroup label={label} fieldId={id} isRequired={required} {...(group ? { role: 'group' } : {})}>
      {children}
      {(help || error) && (
        <FormHelperText>
          <HelperText>
            {help && <HelperTextItem>{help}</HelperTextItem>}
            {error && (
              <HelperTextItem variant="error" hasIcon>
                {error}
              </HelperTextItem>
            )}
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}
