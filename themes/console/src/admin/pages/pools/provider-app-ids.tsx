import { Modal, ModalVariant, TextArea } from '@patternfly/react-core';
import { useState } from 'react';
import { useText } from '../../../shared/texts';
import type { Config } from '../../model/pools';
import { Field } from '../../parts/field';
import { SaveForm } from '../../parts/save';
import { ownAppIds, type Row, withAppIds } from './provider-config';

type Props = { row: Row; config: Config; save: (config: Config) => Promise<void>; onClose: () => void };

/** The apps at a provider whose tokens are taken. */
export function AppIds({ row, config, save, onClose }: Props) {
  const text = useText();
  const before = ownAppIds(config, row);
  const [typed, setTyped] = useState(before.join('\n'));
  const ids = linesOf(typed);
  const changed = ids.join('\n') !== before.join('\n');
  return (
    <Modal
      variant={ModalVariant.medium}
      title={text('providers.apps.of', { name: row.provider })}
      isOpen
      onClose={onClose}
    >
      <SaveForm
        label={text('providers.apps')}
        done={text('pool.saved')}
        ready={changed && (row.kind === 'openid' || ids.length > 0)}
        allowed
        save={() => save(withAppIds(config, row, ids)).then(onClose)}
        onCancel={onClose}
      >
        <AppIdsField kind={row.kind === 'public' ? 'public' : 'openid'} value={typed} onChange={setTyped} />
      </SaveForm>
    </Modal>
  );
}

export function AppIdsField({ kind, value, onChange }: { kind: 'public' | 'openid'; value: string; onChange: (value: string) => void }) {
  const text = useText();
  return (
    <Field id="provider-apps" label={text('providers.apps')} required={kind === 'public'} help={text(`providers.apps.help.${kind}`)}>
      <TextArea id="provider-apps" value={value} onChange={(_event, typed) => onChange(typed)} rows={4} resizeOrientation="vertical" />
    </Field>
  );
}

export function linesOf(typed: string): string[] {
  const lines = typed.split(/[\n;]/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
