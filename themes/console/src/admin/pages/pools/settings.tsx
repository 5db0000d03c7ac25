import { FormSection, FormSelect, FormSelectOption, Switch, TextInput } from '@patternfly/react-core';
import { useText } from '../../../shared/texts';
import { useAccess } from '../../console';
import { isPoolName, jsonOf, oneJson, oneText, textOf } from '../../model/config';
import type { Pool } from '../../model/pools';
import { Field } from '../../parts/field';
import { type Typed, useForm } from '../../parts/form';
import { objectOf, type Pair, Pairs, twice } from '../../parts/pairs';
import { RoleField, useRoles } from '../../parts/role-field';
import { SaveForm } from '../../parts/save';
import { DeletePool } from './delete';
import type { Change, PoolTab } from './tab';

type Settings = {
  name: string;
  classicFlow: boolean;
  algorithm: string;
  developer: string;
  guestRole: string;
  role: string;
  tags: Pair[];
};

/** As the server has it. */
const DEVELOPER = /^[\w.-]{1,128}$/;
const ALGORITHMS = ['RS256', 'ES256'];

export default function SettingsTab({ pool, save }: PoolTab) {
  const text = useText();
  const { changePools } = useAccess();
  const typed = useForm(settingsOf(pool));
  const { values, changed, revert } = typed;
  const valid =
    isPoolName(values.name) &&
    (values.developer === '' || DEVELOPER.test(values.developer)) &&
    twice(values.tags).length === 0;
  return (
    <>
      <SaveForm
        label={text('pool.tab.settings')}
        done={text('pool.saved')}
        ready={changed && valid}
        allowed={changePools}
        save={() => save(changeOf(values, pool))}
        onRevert={revert}
        changed={changed}
      >
        <General typed={typed} readOnly={!changePools} />
        <Tags typed={typed} readOnly={!changePools} />
        <DefaultRoles typed={typed} readOnly={!changePools} />
      </SaveForm>
      {changePools && <DeletePool pool={pool} />}
    </>
  );
}

type Part = { typed: Typed<Settings>; readOnly: boolean };

function General({ typed: { values, set }, readOnly }: Part) {
  const text = useText();
  return (
    <>
      <Field id="pool-name" label={text('pools.name')} required error={isPoolName(values.name) ? undefined : text('pool.name.wrong')}>
        <TextInput id="pool-name" value={values.name} onChange={(_event, name) => set({ name })} isDisabled={readOnly} />
      </Field>
      <Field id="pool-classic" label={text('pool.classic')} help={text('pool.classic.help')}>
        <Switch
          id="pool-classic"
          label={text('pool.classic.on')}
          labelOff={text('pool.classic.off')}
          isChecked={values.classicFlow}
          onChange={(_event, classicFlow) => set({ classicFlow })}
          isDisabled={readOnly}
        />
      </Field>
      <Field id="pool-algorithm" label={text('pool.algorithm')} help={text('pool.algorithm.help')}>
        <FormSelect id="pool-algorithm" value={values.algorithm} onChange={(_event, algorithm) => set({ algorithm })} isDisabled={readOnly}>
          {ALGORITHMS.map((name) => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
      </Field>
      <Field
        id="pool-developer"
        label={text('pool.developer')}
        help={text('pool.developer.help')}
        error={values.developer === '' || DEVELOPER.test(values.developer) ? undefined : text('pool.developer.wrong')}
      >
        <TextInput id="pool-developer" value={values.developer} onChange={(_event, developer) => set({ developer })} isDisabled={readOnly} />
      </Field>
    </>
  );
}

function DefaultRoles({ typed: { values, set }, readOnly }: Part) {
  const text = useText();
  const roles = useRoles();
  return (
    <FormSection title={text('pool.roles')} titleElement="h2">
      <Field id="pool-role" label={text('pool.role')} help={text('pool.role.help')}>
        <RoleField id="pool-role" roles={roles} optional value={values.role} onChange={(role) => set({ role })} readOnly={readOnly} />
      </Field>
      <Field id="pool-guest-role" label={text('pool.guestRole')} help={text('pool.guestRole.help')}>
        <RoleField
          id="pool-guest-role"
          roles={roles}
          optional
          value={values.guestRole}
          onChange={(guestRole) => set({ guestRole })}
          readOnly={readOnly}
        />
      </Field>
    </FormSection>
  );
}

function Tags({ typed: { values, set }, readOnly }: Part) {
  const text = useText();
  const double = twice(values.tags)[0];
  return (
    <Field
      id="pool-tags"
      label={text('pool.tags')}
      group
      help={text('pool.tags.help')}
      error={double && text('pairs.twice', { key: double })}
    >
      <Pairs
        name={text('pool.tag')}
        keyLabel={text('pool.tag.key')}
        valueLabel={text('pool.tag.value')}
        add={text('pool.tag.add')}
        pairs={values.tags}
        onChange={(tags) => set({ tags })}
        readOnly={readOnly}
      />
    </Field>
  );
}

function settingsOf({ name, config }: Pool): Settings {
  return {
    name,
    // Unset means allowed, as at AWS.
    classicFlow: textOf(config, 'allowClassicFlow') !== 'false',
    algorithm: textOf(config, 'signatureAlgorithm') || 'RS256',
    developer: textOf(config, 'developerProviderName'),
    guestRole: textOf(config, 'unauthenticatedRoleArn'),
    role: textOf(config, 'authenticatedRoleArn'),
    tags: Object.entries(jsonOf<Record<string, string>>(config, 'identityPoolTags', {})),
  };
}

function changeOf(values: Settings, { config }: Pool): Change {
  const classicFlow = values.classicFlow && textOf(config, 'allowClassicFlow') === '' ? '' : String(values.classicFlow);
  return {
    name: values.name,
    config: {
      allowClassicFlow: oneText(classicFlow),
      signatureAlgorithm: oneText(values.algorithm),
      developerProviderName: oneText(values.developer),
      unauthenticatedRoleArn: oneText(values.guestRole),
      authenticatedRoleArn: oneText(values.role),
      identityPoolTags: oneJson(objectOf(values.tags)),
    },
  };
}
