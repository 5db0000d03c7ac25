import { Alert, FormGroup, Radio, Text, TextContent } from '@patternfly/react-core';
import { Loaded } from '../../../shared/parts/load';
import { useText } from '../../../shared/texts';
import { useAccess } from '../../console';
import { useForm } from '../../parts/form';
import { type Roles, useRoles } from '../../parts/role-field';
import { SaveForm } from '../../parts/save';
import { complete, type Mapping, mappingChange, mappingsOf } from './mapping-config';
import { ProviderCards } from './provider-cards';
import { settingsNames } from './provider-config';
import { RoleTest } from './role-test';
import { Rules } from './rules';
import { type PoolTab, useProviders } from './tab';

/** How the logins of a provider get other roles than the pool's for all. */
export default function RolesTab({ pool, save }: PoolTab) {
  const text = useText();
  const { changePools } = useAccess();
  const providers = useProviders(pool);
  const roles = useRoles();
  const { values, set, changed, revert } = useForm({ mappings: mappingsOf(pool.config) });
  return (
    <Loaded from={providers}>
      {({ listed }) => (
        <>
          <TextContent className="keypool-intro">
            <Text>{text('mapping.intro')}</Text>
          </TextContent>
          {values.mappings.length > 0 && (
            <Alert className="keypool-intro" variant="info" isInline isPlain component="p" title={text('mapping.classic')} />
          )}
          <SaveForm
            label={text('pool.tab.roles')}
            done={text('pool.saved')}
            ready={changed && values.mappings.every(complete)}
            allowed={changePools && (changed || values.mappings.length > 0)}
            save={() => save({ config: mappingChange(values.mappings) })}
            onRevert={revert}
            changed={changed}
          >
            {listed.length === 0 && values.mappings.length === 0 && <Text>{text('mapping.noProvider')}</Text>}
            <ProviderCards
              names={settingsNames(listed, pool.config)}
              items={values.mappings}
              onChange={(mappings) => set({ mappings })}
              made={(provider): Mapping => ({ provider, type: 'Token', ambiguous: 'Deny', rules: [] })}
              readOnly={!changePools}
            >
              {(mapping, change) => <MappingFields mapping={mapping} onChange={change} roles={roles} readOnly={!changePools} />}
            </ProviderCards>
          </SaveForm>
          {listed.some(({ kind }) => kind !== 'developer') && <RoleTest pool={pool} listed={listed} unsaved={changed} />}
        </>
      )}
    </Loaded>
  );
}

type Props = { mapping: Mapping; onChange: (mapping: Mapping) => void; roles: Roles; readOnly: boolean };

function MappingFields({ mapping, onChange, roles, readOnly }: Props) {
  const text = useText();
  const radio = (kind: 'type' | 'ambiguous', value: string) => (
    <Radio
      key={value}
      id={`mapping-${kind}-${value}-${mapping.provider}`}
      name={`mapping-${kind}-${mapping.provider}`}
      label={text(`mapping.${kind}.${value}`)}
      description={text(`mapping.${kind}.${value}.help`)}
      isChecked={mapping[kind] === value}
      isDisabled={readOnly}
      onChange={() => onChange({ ...mapping, [kind]: value })}
    />
  );
  return (
    <div className="pf-v5-c-form">
      <FormGroup role="radiogroup" fieldId={`type-${mapping.provider}`} label={text('mapping.type')}>
        {['Token', 'Rules'].map((value) => radio('type', value))}
      </FormGroup>
      {mapping.type === 'Rules' && (
        <Rules
          provider={mapping.provider}
          rules={mapping.rules}
          onChange={(rules) => onChange({ ...mapping, rules })}
          roles={roles}
          readOnly={readOnly}
        />
      )}
      <FormGroup role="radiogroup" fieldId={`ambiguous-${mapping.provider}`} label={text('mapping.ambiguous')}>
        {['Deny', 'AuthenticatedRole'].map((value) => radio('ambiguous', value))}
      </FormGroup>
    </div>
  );
}
