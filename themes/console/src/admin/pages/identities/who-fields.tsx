import { FormSelect, FormSelectOption, GridItem, TextInput } from '@patternfly/react-core';
import { useLoad } from '../../../shared/parts/load';
import { useText } from '../../../shared/texts';
import { useApi } from '../../console';
import { type Pool, poolPath } from '../../model/pools';
import { Field } from '../../parts/field';
import { type Way, WAYS, type Who } from './who';

/** Names that logins are stored by, beside issuers and SAML's entity ids, of which there are many. */
const PROVIDERS = ['realm', 'accounts.google.com', 'graph.facebook.com', 'www.amazon.com', 'appleid.apple.com'];

type Props = { poolId: string; who: Who; onChange: (who: Who) => void };

/** Whose identities are looked for. */
export function WhoFields({ poolId, who, onChange }: Props) {
  const text = useText();
  const developer = useDeveloperProvider(poolId);
  const choose = (way: Way) => onChange({ way, name: '', provider: way === 'developer' ? developer : '' });
  const atProvider = who.way === 'login' || who.way === 'developer';
  return (
    <>
      <GridItem sm={6} md={3}>
        <Field id="keypool-way" label={text('identities.search.who')}>
          <FormSelect id="keypool-way" value={who.way} onChange={(_event, way) => choose(way as Way)}>
            {WAYS.map((way) => (
              <FormSelectOption key={way} value={way} label={text(`identities.search.${way}`)} />
            ))}
          </FormSelect>
        </Field>
      </GridItem>
      {atProvider && (
        <GridItem sm={12} md={6}>
          <Name id="provider" way={who.way} value={who.provider} onChange={(provider) => onChange({ ...who, provider })} />
        </GridItem>
      )}
      {who.way !== 'anybody' && (
        <GridItem sm={12} md={6}>
          <Name id="name" way={who.way} value={who.name} onChange={(name) => onChange({ ...who, name })} />
        </GridItem>
      )}
    </>
  );
}

type NameProps = { id: 'provider' | 'name'; way: Way; value: string; onChange: (value: string) => void };

function Name({ id, way, value, onChange }: NameProps) {
  const text = useText();
  const suggests = id === 'provider' && way === 'login';
  const key = `identities.search.${way}.${id}`;
  return (
    <Field id={`keypool-${id}`} label={text(key)} help={text(`${key}.help`)} required>
      <TextInput
        id={`keypool-${id}`}
        value={value}
        isRequired
        autoComplete="off"
        {...(suggests ? { list: 'keypool-providers' } : {})}
        onChange={(_event, typed) => onChange(typed)}
      />
      {suggests && (
        <datalist id="keypool-providers">
          {PROVIDERS.map((provider) => (
            <option key={provider} value={provider} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

/** Nothing where the pool has none, and until it is known. */
function useDeveloperProvider(poolId: string): string {
  const api = useApi();
  const pool = useLoad(() => api.get<Pool>(poolPath(poolId)), [api, poolId]);
  return pool.value?.config.developerProviderName?.[0] ?? '';
}
