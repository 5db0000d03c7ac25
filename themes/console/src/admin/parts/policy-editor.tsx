import { type ReactNode, useCallback, useState } from 'react';
import { useAccess, useApi } from '../console';
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
  /** Below the document. */
  children?: ReactNode;
};

/** A policy. What the server says against it stands at its place, and below. */
export function PolicyEditor({ id, label, kind, value, onChange, help, required = false, readOnly = false, children }: Props) {
  const { problem, validate } = useValidation(kind);
  return (
    <div aria-live="polite">
      <Field id={id} label={label} help={help} required={required} error={problem?.message} group>
        <JsonEditor label={label} value={value} validate={validate} readOnly={readOnly} {...(onChange && { onChange })} />
        {children}
      </Field>
    </div>
  );
}

/** For who may not ask the server, it is judged when it is saved. */
function useValidation(kind: DocumentKind) {
  const api = useApi();
  const { seeRealm } = useAccess();
  const [problem, setProblem] = useState<Problem>();
  const validate = useCallback(
    async (document: string) => {
      const asked = seeRealm && document.trim() !== '';
      const found = asked ? await check(() => api.post<Validation>('/iam/policies/validate', { kind, document })) : undefined;
      setProblem(found);
      return found;
    },
    [api, seeRealm, kind],
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
