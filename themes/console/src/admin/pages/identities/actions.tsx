import { Divider, Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { type ComponentType, useState } from 'react';
import { useText } from '../../../shared/texts';
import { useAccess } from '../../console';
import type { Identity } from '../../model/identities';
import { MergeWith } from './merge-with';
import { Delete, EndSessions, Export, type Question, Toggle } from './questions';

type Action = { name: string; question: ComponentType<Question>; danger?: boolean };

/** What can be done as things are. To export is to see. */
function actionsOf({ state }: Identity, mayChange: boolean): Action[] {
  const all: Action[] = [{ name: 'identity.export', question: Export }];
  if (!mayChange) {
    return all;
  }
  if (state !== 'MERGED') {
    const living: Action[] = state === 'DISABLED' ? [] : [{ name: 'identity.merge', question: MergeWith }];
    const toggle = state === 'DISABLED' ? 'identity.enable' : 'identity.disable';
    all.unshift(...living, { name: 'identity.sessions.end', question: EndSessions }, { name: toggle, question: Toggle });
  }
  return [...all, { name: 'identity.delete', question: Delete, danger: true }];
}

export function IdentityActions({ identity, onChanged }: { identity: Identity; onChanged: () => void }) {
  const text = useText();
  const access = useAccess();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<Action>();
  const Asked = asked?.question;
  return (
    <>
      <Dropdown
        isOpen={open}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        popperProps={{ position: 'right' }}
        toggle={(toggle) => (
          <MenuToggle ref={toggle} variant="secondary" isExpanded={open} onClick={() => setOpen(!open)}>
            {text('identity.actions')}
          </MenuToggle>
        )}
      >
        <DropdownList>
          {actionsOf(identity, access.changePools).flatMap((action) => [
            action.danger && <Divider key="divider" component="li" />,
            <DropdownItem key={action.name} isDanger={action.danger ?? false} onClick={() => setAsked(action)}>
              {text(action.name)}
            </DropdownItem>,
          ])}
        </DropdownList>
      </Dropdown>
      {Asked && <Asked identity={identity} onChanged={onChanged} onClose={() => setAsked(undefined)} />}
    </>
  );
}
