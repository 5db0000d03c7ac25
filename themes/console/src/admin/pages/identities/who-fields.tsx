import { FormGroup, FormHelperText, FormSelect, FormSelectOption, GridItem, HelperText, HelperTextItem, TextInput } from '@patternfly/react-core';
import { useApi, useText } from '../../console';
import { poolPath } from '../../model/identities';
import { useLoad } from '../../parts/load';
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
      <GridItem sm={12} md={4}>
        <FormGroup label={text('identities.search.who')} fieldId="keypool-way">
          <FormSelect id="keypool-way" value={who.way} onChange={(_event, way) => choose(way as Way)}>
            {WAYS.map((way) => (
              <FormSelectOption key={way} value={way} label={text(`identities.search.${way}`)} />
            ))}
          </FormSelect>
        </FormGroup>
      </GridItem>
      {atProvider && (
        <GridItem sm={12} md={4}>
          <Field id="provider" way={who.way} value={who.provider} onChange={(provider) => onChange({ ...who, provider })} />
        </GridItem>
      )}
      {who.way !== 'anybody' && (
        <GridItem sm={12} md={atProvider ? 4 : 8}>
          <Field id="name" way={who.way} value={who.name} onChange={(name) => onChange({ ...who, name })} />
        </GridItem>
      )}
      {who.way === 'anybody' && <GridItem sm={12} md={8} />}
    </>
  );
}

type FieldProps = { id: 'provider' | 'name'; way: Way; value: string; onChange: (value: string) => void };

function Field({ id, way, value, onChange }: FieldProps) {
  const text = useText();
  const suggests = id === 'provider' && way === 'login';
  return (
    <FormGroup label={text(`identities.search.${way}.${id}`)} fieldId={`keypool-${id}`} isRequired>
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
      <FormHelperText>
        <HelperText>
          <HelperTextItem>{text(`identities.search.${way}.${id}.help`)}</HelperTextItem>
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}

/** Nothing where the pool has none, and until it is known. */
function useDeveloperProvider(poolId: string): string {
  const api = useApi();
  const pool = useLoad(
    () => api.get<{ config: Record<string, string[]> }>(poolPath(poolId)),
    [api, poolId],
  );
  return pool.value?.config.developerProviderName?.[0] ?? '';
}
