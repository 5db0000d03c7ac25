import { Alert, HelperText, HelperTextItem, TextInput } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { useMessages, useText } from '../../../shared/texts';
import { useApi } from '../../console';
import { type IdleGuests, poolPath } from '../../model/pools';
import type { Guests } from '../../model/statistics';
import { Field } from '../../parts/field';
import { fewerDays, type GuestSettings, isDays, isNumber, type Limit, LIMITS } from './guest-config';

type Part = {
  values: GuestSettings;
  set: (values: Partial<GuestSettings>) => void;
  guests: Guests;
  readOnly: boolean;
};

/** Milliseconds of rest before it is asked what fewer days would cost. */
const REST = 500;

export function Limits({ values, set, guests, readOnly }: Part) {
  const text = useText();
  const messages = useMessages();
  const now: Partial<Record<Limit, number>> = { perMinute: guests.thisMinute, perDay: guests.today, existing: guests.existing };
  return (
    <>
      {(Object.keys(LIMITS) as Limit[]).map((limit) => {
        const current = now[limit];
        const said = current === undefined ? '' : ` ${text(`guests.now.${limit}`, { number: messages.number(current) })}`;
        return (
          <Field
            key={limit}
            id={`guests-${limit}`}
            label={text(`guests.${limit}`)}
            help={text(`guests.${limit}.help`) + said}
            error={isNumber(values[limit]) ? undefined : text('guests.number')}
          >
            <TextInput
              id={`guests-${limit}`}
              inputMode="numeric"
              value={values[limit]}
              onChange={(_event, typed) => set({ [limit]: typed })}
              isDisabled={readOnly}
            />
          </Field>
        );
      })}
    </>
  );
}

export function IdleDays({ values, set, guests, readOnly }: Part) {
  const text = useText();
  const messages = useMessages();
  const fewer = fewerDays(values.idleDays, guests.limits.idleDays);
  return (
    <Field
      id="guests-idle"
      label={text('guests.idle.days')}
      help={`${text('guests.idle.help')} ${text('guests.now.idle', { number: messages.number(guests.idle) })}`}
      error={isDays(values.idleDays) ? undefined : text('guests.idle.wrong')}
    >
      <TextInput
        id="guests-idle"
        inputMode="numeric"
        value={values.idleDays}
        onChange={(_event, idleDays) => set({ idleDays })}
        isDisabled={readOnly}
      />
      {fewer && <DryRun pool={guests.identityPoolId} days={Number(values.idleDays)} />}
    </Field>
  );
}

/** How many guests it would remove; asked a moment after the last digit. */
function DryRun({ pool, days }: { pool: string; days: number }) {
  const text = useText();
  const messages = useMessages();
  const api = useApi();
  const rested = useRested(days);
  const idle = useLoad(() => api.get<IdleGuests>(`${poolPath(pool)}/guests/idle?days=${rested}`), [api, pool, rested]);
  if (idle.value && idle.value.days !== days) {
    return (
      <HelperText>
        <HelperTextItem>{text('load.loading')}</HelperTextItem>
      </HelperText>
    );
  }
  return (
    <Loaded from={idle}>
      {({ guests, notSeenSince }) => (
        <Alert
          variant={guests > 0 ? 'warning' : 'info'}
          isInline
          isPlain
          component="p"
          isLiveRegion
          title={text('guests.dryrun', { guests: messages.number(guests), time: messages.time(notSeenSince) })}
        />
      )}
    </Loaded>
  );
}

function useRested(value: number): number {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const soon = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(soon);
  }, [value]);
  return rested;
}
