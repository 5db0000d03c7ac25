import { DescriptionList, TextInput } from '@patternfly/react-core';
import { useMessages, useText } from '../../../shared/texts';
import { useAccess } from '../../console';
import { jsonOf, oneJson, oneText, textOf } from '../../model/config';
import type { Config } from '../../model/pools';
import { Field } from '../../parts/field';
import { useForm } from '../../parts/form';
import { objectOf, type Pair, Pairs, twice } from '../../parts/pairs';
import { SaveForm } from '../../parts/save';
import { Fact } from '../../parts/section';
import { DeleteRole } from './delete';
import type { Role, RoleTab } from './tab';

type Settings = { description: string; longest: string; tags: Pair[] };

/** In seconds, as the server has them. */
const SHORTEST = 3600;
const LONGEST = 43200;

export function SettingsTab({ role, save }: RoleTab) {
  const text = useText();
  const { changeRealm } = useAccess();
  const { values, set, changed, revert } = useForm(settingsOf(role));
  const double = twice(values.tags)[0];
  const readOnly = !changeRealm;
  return (
    <>
      <Facts role={role} />
      <SaveForm
        label={text('role.tab.settings')}
        done={text('role.saved')}
        ready={changed && !double && fits(values.longest)}
        allowed={changeRealm}
        save={() => save(configOf(values))}
        changed={changed}
        onRevert={revert}
      >
        <Field id="role-description" label={text('roles.description')} help={text('role.description.help')}>
          <TextInput id="role-description" value={values.description} onChange={(_event, description) => set({ description })} isDisabled={readOnly} />
        </Field>
        <Field
          id="role-longest"
          label={text('role.longest')}
          help={text('role.longest.help')}
          error={fits(values.longest) ? undefined : text('role.longest.wrong')}
        >
          <TextInput
            id="role-longest"
            type="number"
            min={SHORTEST}
            max={LONGEST}
            value={values.longest}
            onChange={(_event, longest) => set({ longest })}
            isDisabled={readOnly}
          />
        </Field>
        <Field id="role-tags" label={text('role.tags')} group help={text('role.tags.help')} error={double && text('pairs.twice', { key: double })}>
          <Pairs
            name={text('role.tag')}
            keyLabel={text('role.tag.key')}
            valueLabel={text('role.tag.value')}
            add={text('role.tag.add')}
            pairs={values.tags}
            onChange={(tags) => set({ tags })}
            readOnly={readOnly}
          />
        </Field>
      </SaveForm>
      {changeRealm && <DeleteRole role={role} />}
    </>
  );
}

/** What a role keeps for good, since others name it by its ARN. */
function Facts({ role: { name, path, component } }: { role: Role }) {
  const text = useText();
  const messages = useMessages();
  const created = textOf(component.config, 'createDate');
  return (
    <DescriptionList isHorizontal isCompact className="keypool-above">
      <Fact term={text('roles.name')}>{name}</Fact>
      <Fact term={text('role.path')} mono>
        {path}
      </Fact>
      {created && <Fact term={text('role.created')}>{messages.time(Date.parse(created))}</Fact>}
    </DescriptionList>
  );
}

function fits(seconds: string): boolean {
  return /^\d+$/.test(seconds) && Number(seconds) >= SHORTEST && Number(seconds) <= LONGEST;
}

function settingsOf({ maxSessionDuration, component: { config } }: Role): Settings {
  return {
    description: textOf(config, 'description'),
    longest: String(maxSessionDuration),
    tags: Object.entries(jsonOf<Record<string, string>>(config, 'tags', {})),
  };
}

function configOf({ description, longest, tags }: Settings): Config {
  return { description: oneText(description.trim()), maxSessionDuration: [longest], tags: oneJson(objectOf(tags)) };
}
