import { FormGroup, Radio, Text, TextContent } from '@patternfly/react-core';
import { Loaded } from '../../../shared/parts/load';
import { useText } from '../../../shared/texts';
import { useAccess } from '../../console';
import { jsonOf, oneJson } from '../../model/config';
import type { Config } from '../../model/pools';
import { useForm } from '../../parts/form';
import { objectOf, type Pair, Pairs, twice } from '../../parts/pairs';
import { SaveForm } from '../../parts/save';
import { ProviderCards } from './provider-cards';
import { settingsNames } from './provider-config';
import { type PoolTab, useProviders } from './tab';

type TagMap = { provider: string; defaults: boolean; pairs: Pair[] };

/** As AWS's SetPrincipalTagAttributeMap has them. */
type StoredMap = { UseDefaults?: boolean; PrincipalTags?: Record<string, string> };

const PROPERTY = 'principalTagAttributeMaps';

/** Which claims of logins become tags of their sessions, for policies to ask for. */
export default function PrincipalTagsTab({ pool, save }: PoolTab) {
  const text = useText();
  const { changePools } = useAccess();
  const providers = useProviders(pool);
  const { values, set, changed, revert } = useForm({ maps: mapsOf(pool.config) });
  return (
    <Loaded from={providers}>
      {({ listed }) => (
        <>
          <TextContent className="keypool-intro">
            <Text>{text('ptags.intro')}</Text>
          </TextContent>
          <SaveForm
            label={text('pool.tab.principal-tags')}
            done={text('pool.saved')}
            ready={changed && values.maps.every(complete)}
            allowed={changePools && (changed || values.maps.length > 0)}
            save={() => save({ config: { [PROPERTY]: stored(values.maps) } })}
            onRevert={revert}
            changed={changed}
          >
            {listed.length === 0 && values.maps.length === 0 && <Text>{text('mapping.noProvider')}</Text>}
            <ProviderCards
              names={settingsNames(listed, pool.config)}
              items={values.maps}
              onChange={(maps) => set({ maps })}
              made={(provider): TagMap => ({ provider, defaults: true, pairs: [] })}
              readOnly={!changePools}
            >
              {(map, change) => <MapFields map={map} onChange={change} readOnly={!changePools} />}
            </ProviderCards>
          </SaveForm>
        </>
      )}
    </Loaded>
  );
}

function MapFields({ map, onChange, readOnly }: { map: TagMap; onChange: (map: TagMap) => void; readOnly: boolean }) {
  const text = useText();
  return (
    <div className="pf-v5-c-form">
      <FormGroup role="radiogroup" fieldId={`ptags-${map.provider}`} label={text('ptags.which')}>
        {[true, false].map((defaults) => (
          <Radio
            key={String(defaults)}
            id={`ptags-${defaults}-${map.provider}`}
            name={`ptags-${map.provider}`}
            label={text(defaults ? 'ptags.defaults' : 'ptags.own')}
            description={text(defaults ? 'ptags.defaults.help' : 'ptags.own.help')}
            isChecked={map.defaults === defaults}
            isDisabled={readOnly}
            onChange={() => onChange({ ...map, defaults, pairs: defaults || map.pairs.length > 0 ? map.pairs : [['', '']] })}
          />
        ))}
      </FormGroup>
      {!map.defaults && (
        <div>
          <Pairs
            name={text('ptags.tag')}
            keyLabel={text('ptags.key')}
            valueLabel={text('ptags.claim')}
            add={text('ptags.add')}
            pairs={map.pairs}
            onChange={(pairs) => onChange({ ...map, pairs })}
            readOnly={readOnly}
          />
        </div>
      )}
    </div>
  );
}

function mapsOf(config: Config): TagMap[] {
  return Object.entries(jsonOf<Record<string, StoredMap>>(config, PROPERTY, {})).map(([provider, map]) => ({
    provider,
    defaults: map.UseDefaults ?? false,
    pairs: map.UseDefaults ? [] : Object.entries(map.PrincipalTags ?? {}),
  }));
}

function complete({ defaults, pairs }: TagMap): boolean {
  return defaults || (twice(pairs).length === 0 && pairs.every(([key, claim]) => key !== '' && claim !== ''));
}

function stored(maps: TagMap[]): string[] {
  return oneJson(
    Object.fromEntries(
      maps.map(({ provider, defaults, pairs }) => [
        provider,
        defaults ? { UseDefaults: true } : { UseDefaults: false, PrincipalTags: objectOf(pairs) },
      ]),
    ),
  );
}
