import { type ReactNode, useCallback, useState } from 'react';
import { useApi } from '../console';
import type { DocumentKind, Validation } from '../model/roles';
import { Field } from './field';
import { JsonEditor, type Problem } from './json-editor';

type Props = {
  id: string;
  label: string;
  /** Where it is stored: each place has rules of its own. */
  kind: DocumentKind;
  value: string;
  onChange?: (document: string) => void;
  help?: ReactNode;
  required?: boolean;
  readOnly?: boolean;
};

/** A policy. What the server says against it stands at its place, and below. */
export function PolicyEditor({ id, label, kind, value, onChange, help, required = false, readOnly = false }: Props) {
  const { problem, validate } = useValidation(kind);
  return (
    <div aria-live="polite">
      <Field id={id} label={label} help={help} required={required} error={problem?.message} group>
        <JsonEditor label={label} value={value} validate={validate} readOnly={readOnly} {...(onChange && { onChange })} />
      </Field>
    </div>
  );
}

function useValidation(kind: DocumentKind) {
  const api = useApi();
  const [problem, setProblem] = useState<Problem>();
  const validate = useCallback(
    async (document: string) => {
      const found = document.trim() === '' ? undefined : await check(() => api.post<Validation>('/iam/policies/validate', { kind, document }));
      setProblem(found);
      return found;
    },
    [api, kind],
  );
  return { problem, validate };
}

async function check(ask: () => Promise<Validation>): Promise<Problem | undefined> {
  try {
    const { valid, message = '', place, line, column } = await ask();
    return valid ? undefined : { message, place, line, column };
  } catch (failure) {
    return { message: failure instanceof Error ? failure.message : String(failure) };
  }
}

/** As people read it. What is no JSON stays as it is. */
export function pretty(document: string): string {
  try {
    return JSON.stringify(JSON.parse(document), null, 2);
  } catch {
    return document;
  }
}
