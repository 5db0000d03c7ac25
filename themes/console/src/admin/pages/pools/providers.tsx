import { Button, EmptyState, EmptyStateBody, EmptyStateHeader, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';
import { Confirm } from '../../../shared/parts/confirm';
import { Loaded } from '../../../shared/parts/load';
import { useText } from '../../../shared/texts';
import { useAccess } from '../../console';
import type { Config, Providers } from '../../model/pools';
import { AddProvider } from './provider-add';
import { AppIds } from './provider-app-ids';
import { type Row, rowsOf, withoutProvider } from './provider-config';
import { ProviderTable } from './provider-table';
import { type PoolTab, useProviders } from './tab';

/** Whose logins the pool takes. */
export default function ProvidersTab({ pool, save }: PoolTab) {
  const providers = useProviders(pool);
  return (
    <Loaded from={providers}>
      {(all) => <Listed providers={all} config={pool.config} save={(config) => save({ config })} />}
    </Loaded>
  );
}

type Props = { providers: Providers; config: Config; save: (config: Config) => Promise<void> };

type Open = { what: 'add' } | { what: 'remove'; row: Row } | { what: 'app-ids'; row: Row };

function Listed({ providers, config, save }: Props) {
  const text = useText();
  const { changePools } = useAccess();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const rows = rowsOf(providers.listed, config);
  return (
    <>
      {changePools && (
        <Toolbar inset={{ default: 'insetNone' }}>
          <ToolbarContent>
            <ToolbarItem>
              <Button onClick={() => setOpen({ what: 'add' })}>{text('providers.add')}</Button>
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
      )}
      {rows.length === 0 ? (
        <NoProvider />
      ) : (
        <ProviderTable
          rows={rows}
          onRemove={(row) => setOpen({ what: 'remove', row })}
          onAppIds={(row) => setOpen({ what: 'app-ids', row })}
        />
      )}
      {open?.what === 'add' && <AddProvider providers={providers} config={config} rows={rows} save={save} onClose={close} />}
      {open?.what === 'remove' && <RemoveProvider row={open.row} config={config} save={save} onClose={close} />}
      {open?.what === 'app-ids' && <AppIds row={open.row} config={config} save={save} onClose={close} />}
    </>
  );
}

function RemoveProvider({ row, config, save, onClose }: { row: Row; config: Config; save: Props['save']; onClose: () => void }) {
  const text = useText();
  const name = row.client ?? row.provider;
  return (
    <Confirm
      title={text('providers.remove.title', { name })}
      action={text('providers.remove')}
      done={text('providers.removed', { name })}
      run={() => save(withoutProvider(config, row))}
      onClose={onClose}
    >
      {text('providers.remove.body')}
    </Confirm>
  );
}

function NoProvider() {
  const text = useText();
  return (
    <EmptyState>
      <EmptyStateHeader titleText={text('providers.none')} headingLevel="h2" />
      <EmptyStateBody>{text('providers.none.body')}</EmptyStateBody>
    </EmptyState>
  );
}
