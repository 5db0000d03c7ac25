import { Alert, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { ConsolePage } from '../../../shared/parts/page';
import { useText } from '../../../shared/texts';
import { go, useAccess, useApi, useConsole, useHref } from '../../console';
import { oneText } from '../../model/config';
import type { Component, Config } from '../../model/pools';
import { namedValue, ROLE_PROVIDER, ROLE_TYPE } from '../../model/roles';
import { Field } from '../../parts/field';
import { type Typed, useForm } from '../../parts/form';
import { PolicyEditor } from '../../parts/policy-editor';
import { SaveForm } from '../../parts/save';
import { type Documents, Template } from './template';

type NewRole = { name: string; path: string; description: string } & Documents;

/** What the permissions are called that a role begins with. */
const FIRST_POLICY = 'Permissions';

/** As the server has them. */
const NAME = /^[\w+=,.@-]{1,64}$/;
const PATH = /^\/([\x21-\x7E]{0,510}\/)?$/;

/** roles/add, or for a pool roles/add/{poolId} */
export function AddRole() {
  const text = useText();
  const href = useHref();
  const { changeRealm } = useAccess();
  return (
    <ConsolePage title={text('roles.create')} intro={text('roles.add.intro')} crumbs={[{ name: text('roles.title'), href: href('roles') }]}>
      {changeRealm ? <AddForm /> : <Alert variant="info" isInline component="p" title={text('roles.add.forbidden')} />}
    </ConsolePage>
  );
}

function AddForm() {
  const text = useText();
  const href = useHref();
  const { path } = useConsole();
  const [filled, setFilled] = useState<Documents>({ trustPolicy: '', permissions: '' });
  const typed = useForm<NewRole>({ name: '', path: '/', description: '', ...filled });
  const { values, set } = typed;
  const create = useCreate();
  const fill = (documents: Documents) => {
    set(documents);
    setFilled(documents);
  };
  return (
    <SaveForm
      label={text('roles.create')}
      action={text('roles.create')}
      done={text('roles.added', { name: values.name })}
      ready={NAME.test(values.name) && PATH.test(values.path) && values.trustPolicy.trim() !== ''}
      allowed
      save={() => create(values)}
      cancelHref={href('roles')}
    >
      <Naming typed={typed} />
      <Template
        pool={path[2]}
        replaces={values.trustPolicy !== filled.trustPolicy || values.permissions !== filled.permissions}
        fill={fill}
      />
      <PolicyEditor
        id="role-trust"
        label={text('role.tab.trust')}
        kind="TRUST"
        required
        value={values.trustPolicy}
        onChange={(trustPolicy) => set({ trustPolicy })}
        help={text('role.trust.help')}
      />
      <PolicyEditor
        id="role-permissions"
        label={text('role.tab.permissions')}
        kind="IDENTITY"
        value={values.permissions}
        onChange={(permissions) => set({ permissions })}
        help={text('roles.add.permissions.help')}
      />
    </SaveForm>
  );
}

function Naming({ typed: { values, set } }: { typed: Typed<NewRole> }) {
  const text = useText();
  const named = values.name === '' || NAME.test(values.name);
  return (
    <>
      <Field id="role-name" label={text('roles.name')} required help={text('roles.add.name.help')} error={named ? undefined : text('roles.add.name.wrong')}>
        <TextInput id="role-name" isRequired value={values.name} onChange={(_event, name) => set({ name })} />
      </Field>
      <Field
        id="role-path"
        label={text('role.path')}
        help={text('roles.add.path.help')}
        error={PATH.test(values.path) ? undefined : text('roles.add.path.wrong')}
      >
        <TextInput id="role-path" value={values.path} onChange={(_event, path) => set({ path })} />
      </Field>
      <Field id="role-description" label={text('roles.description')} help={text('role.description.help')}>
        <TextInput id="role-description" value={values.description} onChange={(_event, description) => set({ description })} />
      </Field>
    </>
  );
}

/** Leads to the role that was made. */
function useCreate() {
  const api = useApi();
  const href = useHref();
  return async (role: NewRole) => {
    await api.post('/components', { name: role.name, providerType: ROLE_TYPE, providerId: ROLE_PROVIDER, config: configOf(role) });
    const [made] = await api.get<Component[]>(`/components?type=${ROLE_TYPE}&name=${encodeURIComponent(role.name)}`);
    go(made ? href('roles', made.id, 'permissions') : href('roles'));
  };
}

function configOf({ path, description, trustPolicy, permissions }: NewRole): Config {
  return {
    path: [path],
    description: oneText(description.trim()),
    trustPolicy: [trustPolicy],
    inlinePolicies: permissions.trim() === '' ? [] : [namedValue({ name: FIRST_POLICY, document: permissions })],
  };
}
