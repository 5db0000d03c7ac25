import { Button, EmptyState, EmptyStateBody, EmptyStateHeader, Text, TextContent, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';
import type { Api } from '../../../shared/api';
import { Confirm } from '../../../shared/parts/confirm';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { useText } from '../../../shared/texts';
import { useAccess, useApi } from '../../console';
import type { Component } from '../../model/pools';
import { type Algorithm, ALGORITHMS, type Key, KEY_TYPE, keysOf, nextKey, withConfig } from './key-config';
import { KeyTable } from './key-table';

export type KeyAction = 'disable' | 'enable' | 'delete';
type Open = { what: 'rotate'; algorithm: Algorithm } | { what: KeyAction; key: Key };

/** The keys that sign the tokens of all pools of the realm. */
export default function KeysTab() {
  const text = useText();
  const api = useApi();
  const components = useLoad(() => api.get<Component[]>(`/components?type=${KEY_TYPE}`), [api]);
  return (
    <>
      <TextContent className="keypool-intro">
        <Text>{text('keys.intro')}</Text>
      </TextContent>
      <Loaded from={components}>{(all) => <Keys keys={keysOf(all)} changed={components.reload} />}</Loaded>
    </>
  );
}

function Keys({ keys, changed }: { keys: Key[]; changed: () => void }) {
  const text = useText();
  const { changeRealm } = useAccess();
  const [open, setOpen] = useState<Open>();
  const used = ALGORITHMS.filter((algorithm) => keys.some((key) => key.algorithm === algorithm));
  if (keys.length === 0) {
    return (
      <EmptyState>
        <EmptyStateHeader titleText={text('keys.none')} headingLevel="h2" />
        <EmptyStateBody>{text('keys.none.body')}</EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <>
      {changeRealm && (
        <Toolbar inset={{ default: 'insetNone' }}>
          <ToolbarContent>
            {used.map((algorithm) => (
              <ToolbarItem key={algorithm}>
                <Button variant="secondary" onClick={() => setOpen({ what: 'rotate', algorithm })}>
                  {text('keys.rotate', { algorithm })}
                </Button>
              </ToolbarItem>
            ))}
          </ToolbarContent>
        </Toolbar>
      )}
      <KeyTable keys={keys} onAction={(what, key) => setOpen({ what, key })} />
      {open && <Question open={open} keys={keys} changed={changed} onClose={() => setOpen(undefined)} />}
    </>
  );
}

type QuestionProps = { open: Open; keys: Key[]; changed: () => void; onClose: () => void };

function Question({ open, keys, changed, onClose }: QuestionProps) {
  const text = useText();
  const api = useApi();
  const name = open.what === 'rotate' ? open.algorithm : open.key.kid;
  const run = async () => {
    try {
      await (open.what === 'rotate' ? rotate(api, keys, open.algorithm) : act(api, open.what, open.key));
    } finally {
      // Even where only the first step was done.
      changed();
    }
  };
  return (
    <Confirm
      title={text(`keys.${open.what}.title`, { name })}
      action={text(`keys.${open.what}.do`)}
      danger={open.what === 'disable' || open.what === 'delete'}
      done={text(`keys.${open.what}.done`)}
      run={run}
      onClose={onClose}
    >
      {text(`keys.${open.what}.body`)}
    </Confirm>
  );
}

/** The new one first: there is always one that signs. */
async function rotate(api: Api, keys: Key[], algorithm: string): Promise<void> {
  await api.post('/components', nextKey(keys, algorithm));
  const before = keys.filter((key) => key.algorithm === algorithm && (key.state === 'signs' || key.state === 'waits'));
  for (const { component } of before) {
    await api.put(`/components/${component.id}`, withConfig(component, 'active', false));
  }
}

function act(api: Api, action: KeyAction, { component }: Key): Promise<void> {
  const path = `/components/${component.id}`;
  return action === 'delete' ? api.delete(path) : api.put(path, withConfig(component, 'enabled', action === 'enable'));
}
