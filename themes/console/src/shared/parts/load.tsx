import { Alert, Bullseye, Button, Spinner } from '@patternfly/react-core';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { SignedOut } from '../session';
import { useText } from '../texts';

/** Something of the server: not there yet, there, or why it is not. */
export type Loading<T> = { value?: T | undefined; failure?: unknown; reload: () => void };

/** Asks again when what it depends on changes, and on demand; the old value stays until the new one is there. */
export function useLoad<T>(ask: () => Promise<T>, dependencies: unknown[]): Loading<T> {
  const [state, setState] = useState<{ value?: T; failure?: unknown }>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    ask().then(
      (value) => wanted && setState({ value }),
      (failure: unknown) => wanted && setState({ failure }),
    );
    return () => {
      wanted = false;
    };
    // What is asked is named by the caller's dependencies.
  }, [...dependencies, turn]);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  return { ...state, reload };
}

/** Shows what was loaded. */
export function Loaded<T>({ from, children }: { from: Loading<T>; children: (value: T) => ReactNode }) {
  const text = useText();
  if (from.failure instanceof SignedOut) {
    location.reload();
    return null;
  }
  if (from.failure !== undefined) {
    return (
      <Alert
        variant="danger"
        isInline
        component="p"
        title={text('load.failed')}
        actionLinks={<Button variant="link" isInline onClick={from.reload}>{text('load.again')}</Button>}
      >
        {from.failure instanceof Error ? from.failure.message : String(from.failure)}
      </Alert>
    );
  }
  if (from.value === undefined) {
    return (
      <Bullseye>
        <Spinner aria-label={text('load.loading')} />
      </Bullseye>
    );
  }
  return <>{children(from.value)}</>;
}
