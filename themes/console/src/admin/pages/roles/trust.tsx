import { useState } from 'react';
import { useText } from '../../../shared/texts';
import { useAccess } from '../../console';
import { PolicyEditor, pretty } from '../../parts/policy-editor';
import { SaveForm } from '../../parts/save';
import type { RoleTab } from './tab';

/** Who may assume the role. */
export function TrustTab({ role, save }: RoleTab) {
  const text = useText();
  const { changeRealm } = useAccess();
  const initial = pretty(role.component.config.trustPolicy?.[0] ?? '');
  const [trustPolicy, setTrustPolicy] = useState(initial);
  return (
    <SaveForm
      label={text('role.tab.trust')}
      done={text('role.saved')}
      ready={trustPolicy !== initial && trustPolicy.trim() !== ''}
      allowed={changeRealm}
      save={() => save({ trustPolicy: [trustPolicy] })}
      changed={trustPolicy !== initial}
      onRevert={() => setTrustPolicy(initial)}
    >
      <PolicyEditor
        id="role-trust"
        label={text('role.tab.trust')}
        kind="TRUST"
        value={trustPolicy}
        onChange={setTrustPolicy}
        help={text('role.trust.help')}
        readOnly={!changeRealm}
      />
    </SaveForm>
  );
}
