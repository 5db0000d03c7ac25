import { ActionGroup, Alert, Button, Form } from '@patternfly/react-core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useAlerts } from '../../shared/parts/alerts';
import { SignedOut } from '../../shared/session';
import { useText } from '../../shared/texts';

type Props = {
  /** Of a form that has no heading of its own. */
  label: string;
  children: ReactNode;
  /** What the button says. */
  action?: string;
  /** Said when it is saved, where nothing else tells. */
  done?: string;
  /** Whether there is something to save that the fields do not forbid. */
  ready: boolean;
  /** Who may not change sees the fields, and no button. */
  allowed: boolean;
  /** Answers false if it was not done after all. */
  save: () => Promise<unknown>;
  /** Leaves everything as it was. */
  onRevert?: () => void;
  /** Whether something was typed, be it right or wrong. */
  changed?: boolean;
  /** In the place of reverting: where somebody goes who does not want it. */
  cancelHref?: string;
  /** The same, where the form is a window of its own. */
  onCancel?: () => void;
};

/** A form. What the server does not take is said above the buttons, and what was typed stays. */
export function SaveForm({ label, children, action, done, ready, allowed, save, onRevert, changed, cancelHref, onCancel }: Props) {
  const text = useText();
  const { busy, refusal, submit, forget } = useSaving(save, done);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) {
      void submit();
    }
  };
  const revert = () => {
    forget();
    onRevert?.();
  };
  return (
    <Form aria-label={label} onSubmit={onSubmit} maxWidth="60rem">
      {children}
      <div aria-live="polite">
        {refusal && (
          <Alert variant="danger" isInline component="p" title={text('save.refused')}>
            {refusal}
          </Alert>
        )}
      </div>
      {allowed && (
        <ActionGroup>
          <Button type="submit" isDisabled={!ready || busy} isLoading={busy}>
            {action ?? text('save')}
          </Button>
          {onRevert && (
            <Button variant="link" isDisabled={!changed || busy} onClick={revert}>
              {text('revert')}
            </Button>
          )}
          {onCancel && (
            <Button variant="link" isDisabled={busy} onClick={onCancel}>
              {text('cancel')}
            </Button>
          )}
          {cancelHref && (
            <Button variant="link" component="a" href={cancelHref}>
              {text('cancel')}
            </Button>
          )}
        </ActionGroup>
      )}
    </Form>
  );
}

/** One saving at a time, and what came of it. */
function useSaving(save: () => Promise<unknown>, done: string | undefined) {
  const alerts = useAlerts();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  const submit = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      if ((await save()) !== false && done) {
        alerts.done(done);
      }
    } catch (failure) {
      if (failure instanceof SignedOut) {
        location.reload();
      } else if (there.current) {
        setRefusal(failure instanceof Error ? failure.message : String(failure));
      }
    }
    if (there.current) {
      setBusy(false);
    }
  };
  return { busy, refusal, submit, forget: () => setRefusal(undefined) };
}
