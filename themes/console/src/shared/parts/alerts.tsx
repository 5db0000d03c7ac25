import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core';
import { createContext, type PropsWithChildren, useCallback, useContext, useMemo, useState } from 'react';
import { SignedOut } from '../session';
import { useText } from '../texts';

type Kind = 'success' | 'danger';
type Shown = { id: number; kind: Kind; text: string; detail?: string | undefined };

type Say = {
  done(text: string): void;
  failed(text: string, failure: unknown): void;
};

const AlertsContext = createContext<Say | undefined>(undefined);

/** For how long good news are shown, unless there are others; bad ones stay until somebody has read them. */
const SHOWN_MILLIS = 8000;

/** What was done, and what was not, beside the page. */
export function Alerts({ children }: PropsWithChildren) {
  const [shown, setShown] = useState<Shown[]>([]);
  const text = useText();
  const close = useCallback((id: number) => setShown((all) => all.filter((alert) => alert.id !== id)), []);
  const say = useMemo(() => {
    let last = 0;
    const add = (kind: Kind, text: string, detail?: string) =>
      setShown((all) => [...all.filter((other) => other.kind !== 'success'), { id: ++last, kind, text, detail }]);
    return {
      done: (text: string) => add('success', text),
      failed: (text: string, failure: unknown) => {
        if (failure instanceof SignedOut) {
          location.reload();
          return;
        }
        add('danger', text, failure instanceof Error ? failure.message : String(failure));
      },
    };
  }, []);
  return (
    <AlertsContext.Provider value={say}>
      {children}
      <AlertGroup isToast isLiveRegion>
        {shown.map((alert) => (
          <Alert
            key={alert.id}
            variant={alert.kind}
            component="p"
            title={alert.text}
            timeout={alert.kind === 'success' && SHOWN_MILLIS}
            onTimeout={() => close(alert.id)}
            actionClose={<AlertActionCloseButton title={text('close')} onClose={() => close(alert.id)} />}
          >
            {alert.detail}
          </Alert>
        ))}
      </AlertGroup>
    </AlertsContext.Provider>
  );
}

export function useAlerts(): Say {
  const say = useContext(AlertsContext);
  if (!say) {
    throw new Error('outside of the alerts');
  }
  return say;
}
