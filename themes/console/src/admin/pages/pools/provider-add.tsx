import { Checkbox, FormSelect, FormSelectOption, Modal, ModalVariant, TextInput } from '@patternfly/react-core';
import { useText } from '../../../shared/texts';
import type { AvailableProvider, Config, Providers } from '../../model/pools';
import { Field } from '../../parts/field';
import { useForm } from '../../parts/form';
import { SaveForm } from '../../parts/save';
import { AppIdsField, linesOf } from './provider-app-ids';
import { type Addition, PUBLIC_PROVIDERS, type Row, withProvider } from './provider-config';
import { useClients } from './realm';

type Props = {
  providers: Providers;
  config: Config;
  rows: Row[];
  save: (config: Config) => Promise<void>;
  onClose: () => void;
};

const WHAT = ['identity-provider', 'public', 'client'] as const;
type What = (typeof WHAT)[number];
type Typed = { what: What; alias: string; name: string; apps: string; client: string; check: boolean };

/** From what the realm has: an identity provider, a client, or a public provider that apps sign in to by themselves. */
export function AddProvider({ providers, config, rows, save, onClose }: Props) {
  const text = useText();
  const available = providers.available.filter(({ provider }) => rows.every((row) => row.provider !== provider));
  const form = useForm<Typed>({ what: 'identity-provider', alias: '', name: '', apps: '', client: '', check: false });
  const { values, set } = form;
  const addition = additionOf(values, available, providers.realmProvider);
  return (
    <Modal
      variant={ModalVariant.medium}
      title={text('providers.add')}
      isOpen
      onClose={onClose}
    >
      <SaveForm
        label={text('providers.add')}
        action={text('providers.add')}
        done={text('providers.added')}
        ready={addition !== undefined}
        allowed
        save={() => save(withProvider(config, addition!)).then(onClose)}
        onCancel={onClose}
      >
        <Field id="provider-what" label={text('providers.what')} help={text(`providers.what.${values.what}.help`)}>
          <FormSelect id="provider-what" value={values.what} onChange={(_event, what) => set({ what: what as What })}>
            {WHAT.map((what) => (
              <FormSelectOption key={what} value={what} label={text(`providers.what.${what}`)} />
            ))}
          </FormSelect>
        </Field>
        {values.what === 'identity-provider' && <Available available={available} values={values} set={set} />}
        {values.what === 'public' && <Public taken={rows} values={values} set={set} />}
        {values.what === 'client' && <Client taken={rows} values={values} set={set} />}
      </SaveForm>
    </Modal>
  );
}

type Part = { values: Typed; set: (values: Partial<Typed>) => void };

function Available({ available, values, set }: Part & { available: AvailableProvider[] }) {
  const text = useText();
  const kind = available.find(({ alias }) => alias === values.alias)?.kind;
  return (
    <>
      <Field id="provider-alias" label={text('providers.what.identity-provider')} required>
        <FormSelect
          id="provider-alias"
          value={values.alias}
          isDisabled={available.length === 0}
          onChange={(_event, alias) => set({ alias })}
        >
          <FormSelectOption value="" label={text(available.length === 0 ? 'providers.available.none' : 'providers.choose')} />
          {available.map(({ alias, displayName, provider }) => (
            <FormSelectOption key={alias} value={alias} label={`${displayName || alias} – ${provider}`} />
          ))}
        </FormSelect>
      </Field>
      {(kind === 'public' || kind === 'openid') && (
        <AppIdsField kind={kind} value={values.apps} onChange={(apps) => set({ apps })} />
      )}
    </>
  );
}

function Public({ taken, values, set }: Part & { taken: Row[] }) {
  const text = useText();
  const names = PUBLIC_PROVIDERS.filter((name) => taken.every(({ provider }) => provider !== name));
  return (
    <>
      <Field id="provider-name" label={text('providers.what.public')} required>
        <FormSelect id="provider-name" value={values.name} onChange={(_event, name) => set({ name })}>
          <FormSelectOption value="" label={text('providers.choose')} />
          {names.map((name) => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
      </Field>
      <AppIdsField kind="public" value={values.apps} onChange={(apps) => set({ apps })} />
    </>
  );
}

/** Where the clients of the realm are not to be seen, a client id can still be typed. */
function Client({ taken, values, set }: Part & { taken: Row[] }) {
  const text = useText();
  const clients = useClients();
  const id = 'provider-client';
  const free = clients.value?.filter(({ clientId }) => taken.every(({ client }) => client !== clientId));
  return (
    <>
      <Field id={id} label={text('providers.what.client')} required help={text('providers.client.help')}>
        {clients.failure ? (
          <TextInput id={id} value={values.client} onChange={(_event, client) => set({ client: client.trim() })} />
        ) : (
          <FormSelect id={id} value={values.client} onChange={(_event, client) => set({ client })}>
            <FormSelectOption value="" label={text('providers.choose')} />
            {free?.map(({ clientId }) => (
              <FormSelectOption key={clientId} value={clientId} label={clientId} />
            ))}
          </FormSelect>
        )}
      </Field>
      <Checkbox
        id="provider-check"
        label={text('providers.check.label')}
        description={text('providers.check.help')}
        isChecked={values.check}
        onChange={(_event, check) => set({ check })}
      />
    </>
  );
}

/** Nothing until all is there that it takes. */
function additionOf(values: Typed, available: AvailableProvider[], realmProvider: string): Addition | undefined {
  const appIds = linesOf(values.apps);
  if (values.what === 'client') {
    return values.client === '' ? undefined : { kind: 'realm', provider: realmProvider, client: values.client, check: values.check };
  }
  if (values.what === 'public') {
    return values.name === '' || appIds.length === 0 ? undefined : { kind: 'public', provider: values.name, appIds };
  }
  const found = available.find(({ alias }) => alias === values.alias);
  switch (found?.kind) {
    case 'public':
      return appIds.length === 0 ? undefined : { kind: 'public', provider: found.provider, appIds };
    case 'openid':
      return { kind: 'openid', provider: found.provider, appIds };
    case 'saml':
      return { kind: 'saml', provider: found.provider };
    default:
      return undefined;
  }
}
