import { FormSection, Switch } from '@patternfly/react-core';
import { useState } from 'react';
import { Confirm } from '../../../shared/parts/confirm';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { useMessages, useText } from '../../../shared/texts';
import { useAccess, useApi } from '../../console';
import { type IdleGuests, poolPath } from '../../model/pools';
import type { Guests } from '../../model/statistics';
import { Field } from '../../parts/field';
import { useForm } from '../../parts/form';
import { SaveForm } from '../../parts/save';
import { changeOf, fewerDays, type GuestSettings, guestSettingsOf, valid } from './guest-config';
import { IdleDays, Limits } from './guest-limits';
import { GuestPolicy } from './guest-policy';
import type { PoolTab } from './tab';

/** Whether guests may come, how many, for how long they are kept, and the most that they may do. */
export default function GuestsTab(props: PoolTab) {
  const api = useApi();
  const guests = useLoad(() => api.get<Guests>(`${poolPath(props.pool.identityPoolId)}/guests`), [api, props.pool]);
  return <Loaded from={guests}>{(loaded) => <GuestForm {...props} guests={loaded} />}</Loaded>;
}

/** Asked before it is saved: guests who are idle by the new days are removed. */
type Question = { idle: IdleGuests; close: () => void };

function GuestForm({ pool, save, guests }: PoolTab & { guests: Guests }) {
  const text = useText();
  const api = useApi();
  const { changePools } = useAccess();
  const [question, setQuestion] = useState<Question>();
  const { values, set, changed, revert } = useForm<GuestSettings>(guestSettingsOf(pool, guests));
  const saveAll = () => save(changeOf(values));
  const saveOrAsk = async () => {
    if (!fewerDays(values.idleDays, guests.limits.idleDays)) {
      return saveAll();
    }
    const idle = await api.get<IdleGuests>(`${poolPath(pool.identityPoolId)}/guests/idle?days=${values.idleDays}`);
    if (idle.guests === 0) {
      return saveAll();
    }
    // The question says by itself what came of it.
    return new Promise<false>((resolve) => setQuestion({ idle, close: () => resolve(false) }));
  };
  const part = { values, set, guests, readOnly: !changePools };
  return (
    <>
      <SaveForm
        label={text('pool.tab.guests')}
        done={text('pool.saved')}
        ready={changed && valid(values)}
        allowed={changePools}
        save={saveOrAsk}
        onRevert={revert}
        changed={changed}
      >
        <Field id="guests-on" label={text('pools.guests')} help={text('guests.help')}>
          <Switch
            id="guests-on"
            label={text('guests.on')}
            labelOff={text('guests.off')}
            isChecked={values.on}
            isDisabled={!changePools}
            onChange={(_event, on) => set({ on })}
          />
        </Field>
        <FormSection title={text('guests.limits')} titleElement="h2">
          <Limits {...part} />
        </FormSection>
        <FormSection title={text('guests.idle')} titleElement="h2">
          <IdleDays {...part} />
        </FormSection>
        <FormSection title={text('guests.policy')} titleElement="h2">
          <GuestPolicy {...part} />
        </FormSection>
      </SaveForm>
      {question && (
        <FewerDays
          idle={question.idle}
          run={saveAll}
          onClose={() => {
            question.close();
            setQuestion(undefined);
          }}
        />
      )}
    </>
  );
}

function FewerDays({ idle, run, onClose }: { idle: IdleGuests; run: () => Promise<void>; onClose: () => void }) {
  const text = useText();
  const messages = useMessages();
  return (
    <Confirm
      title={text('guests.fewer.title', { days: idle.days })}
      action={text('guests.fewer.do')}
      done={text('pool.saved')}
      run={run}
      onClose={onClose}
    >
      {text('guests.fewer.body', { guests: messages.number(idle.guests) })}
    </Confirm>
  );
}
