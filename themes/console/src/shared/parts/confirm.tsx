import { Button, Modal, ModalVariant } from '@patternfly/react-core';
import { type ReactNode, useState } from 'react';
import { useText } from '../texts';
import { useAlerts } from './alerts';

type Props = {
  title: string;
  children: ReactNode;
  /** What the button says that does it. */
  action: string;
  danger?: boolean;
  /** Whether it can be done; not while a form in the question is not filled in. */
  ready?: boolean;
  /** Said when it is done. */
  done: string;
  /** Does it; the question stays while it takes its time, and closes with it. */
  run: () => Promise<unknown>;
  onClose: () => void;
};

/** Asks before something is done that somebody may not have meant. */
export function Confirm({ title, children, action, danger = true, ready = true, done, run, onClose }: Props) {
  const text = useText();
  const alerts = useAlerts();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await run();
      alerts.done(done);
    } catch (failure) {
      alerts.failed(text('confirm.failed'), failure);
    }
    onClose();
  };
  return (
    <Modal
      variant={ModalVariant.small}
      title={title}
      isOpen
      onClose={onClose}
      actions={[
        <Button key="do" variant={danger ? 'danger' : 'primary'} isLoading={busy} isDisabled={busy || !ready} onClick={() => void confirm()}>
          {action}
        </Button>,
        <Button key="cancel" variant="link" isDisabled={busy} onClick={onClose}>
          {text('cancel')}
        </Button>,
      ]}
    >
      <div className="keypool-stack">{children}</div>
    </Modal>
  );
}
