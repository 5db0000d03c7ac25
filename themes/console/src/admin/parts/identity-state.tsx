import { Label } from '@patternfly/react-core';
import BanIcon from '@patternfly/react-icons/dist/esm/icons/ban-icon';
import CodeBranchIcon from '@patternfly/react-icons/dist/esm/icons/code-branch-icon';
import OutlinedUserIcon from '@patternfly/react-icons/dist/esm/icons/outlined-user-icon';
import UserCheckIcon from '@patternfly/react-icons/dist/esm/icons/user-check-icon';
import { useText } from '../../shared/texts';
import type { State } from '../model/identities';

const LOOKS = {
  GUEST: { color: 'blue', icon: <OutlinedUserIcon /> },
  LINKED: { color: 'green', icon: <UserCheckIcon /> },
  MERGED: { color: 'grey', icon: <CodeBranchIcon /> },
  DISABLED: { color: 'red', icon: <BanIcon /> },
} as const;

export function IdentityState({ state }: { state: State }) {
  const text = useText();
  return (
    <Label isCompact {...LOOKS[state]}>
      {text(`identity.state.${state}`)}
    </Label>
  );
}
