import { Alert, Switch, TextInput } from '@patternfly/react-core';
import { Loaded } from '../../../shared/parts/load';
import { ConsolePage } from '../../../shared/parts/page';
import { useText } from '../../../shared/texts';
import { go, useAccess, useApi, useHref } from '../../console';
import { isPoolName } from '../../model/config';
import type { MadePool, NewPool } from '../../model/pools';
import { CheckList } from '../../parts/check-list';
import { Field } from '../../parts/field';
import { type Typed, useForm } from '../../parts/form';
import { SaveForm } from '../../parts/save';
import { useClients, useIdentityProviders } from './realm';

const NOTHING: NewPool = { name: '', allowUnauthenticatedIdentities: false, clients: [], identityProviders: [] };

/** A pool that works, with its roles, by a few answers. */
export default function AddPool() {
  const text = useText();
  const href = useHref();
  const { changeRealm } = useAccess();
  return (
    <ConsolePage title={text('pools.create')} intro={text('pools.add.intro')} crumbs={[{ name: text('pools.title'), href: href() }]}>
      {changeRealm ? <AddForm /> : <Alert variant="info" isInline component="p" title={text('pools.add.forbidden')} />}
    </ConsolePage>
  );
}

function AddForm() {
  const text = useText();
  const api = useApi();
  const href = useHref();
  const typed = useForm(NOTHING);
  const { values, set } = typed;
  const named = isPoolName(values.name);
  const save = async () => {
    const made = await api.post<MadePool>('/identity-pools', values);
    go(href('pool', made.identityPoolId, 'client', 'made'));
  };
  return (
    <SaveForm label={text('pools.create')} action={text('pools.create')} ready={named} allowed save={save} cancelHref={href()}>
      <Field
        id="add-name"
        label={text('pools.name')}
        required
        help={text('pools.add.name.help')}
        error={named || values.name === '' ? undefined : text('pool.name.wrong')}
      >
        <TextInput id="add-name" isRequired value={values.name} onChange={(_event, name) => set({ name })} />
      </Field>
      <Field id="add-guests" label={text('pools.guests')} help={text('pools.add.guests.help')}>
        <Switch
          id="add-guests"
          label={text('pools.add.guests.on')}
          labelOff={text('pools.add.guests.off')}
          isChecked={values.allowUnauthenticatedIdentities}
          onChange={(_event, allowUnauthenticatedIdentities) => set({ allowUnauthenticatedIdentities })}
        />
      </Field>
      <Clients typed={typed} />
      <IdentityProviders typed={typed} />
    </SaveForm>
  );
}

function Clients({ typed: { values, set } }: { typed: Typed<NewPool> }) {
  const text = useText();
  const clients = useClients();
  return (
    <Field id="add-clients" label={text('pools.add.clients')} group help={text('pools.add.clients.help')}>
      <Loaded from={clients}>
        {(all) => (
          <CheckList
            id="add-clients"
            choices={all.map(({ clientId, name }) => ({ value: clientId, label: clientId, ...(name && { description: name }) }))}
            chosen={values.clients}
            onChange={(chosen) => set({ clients: chosen })}
            none={text('pools.add.clients.none')}
          />
        )}
      </Loaded>
    </Field>
  );
}

function IdentityProviders({ typed: { values, set } }: { typed: Typed<NewPool> }) {
  const text = useText();
  const providers = useIdentityProviders();
  return (
    <Field id="add-providers" label={text('pools.add.providers')} group help={text('pools.add.providers.help')}>
      <Loaded from={providers}>
        {(all) => (
          <CheckList
            id="add-providers"
            choices={all.map(({ alias, displayName }) => ({ value: alias, label: displayName || alias, description: alias }))}
            chosen={values.identityProviders}
            onChange={(identityProviders) => set({ identityProviders })}
            none={text('pools.add.providers.none')}
          />
        )}
      </Loaded>
    </Field>
  );
}
