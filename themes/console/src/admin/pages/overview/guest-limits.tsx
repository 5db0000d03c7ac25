import { Progress, ProgressMeasureLocation, ProgressVariant } from '@patternfly/react-core';
import { useMessages, useText } from '../../../shared/texts';
import { useHref } from '../../console';
import type { Guests } from '../../model/statistics';
import { Section } from '../../parts/section';

/** From how much of a limit on it is said to be near. */
const NEAR_PERCENT = 80;

/** How far the guests of a pool are from its limits, while somebody can still raise them. */
export function GuestLimits({ poolId, guests }: { poolId: string; guests: Guests }) {
  const text = useText();
  const href = useHref();
  const { limits } = guests;
  const measured = [
    { name: 'existing', value: guests.existing, limit: limits.existing },
    { name: 'perDay', value: guests.today, limit: limits.perDay },
    { name: 'perMinute', value: guests.thisMinute, limit: limits.perMinute },
  ].filter(({ limit }) => limit > 0);
  return (
    <Section title={text('overview.limits')}>
      <div className="keypool-stack keypool-narrow">
        {measured.length === 0 && <p>{text('overview.limits.none')}</p>}
        {measured.map((limit) => (
          <Limit key={limit.name} {...limit} />
        ))}
        <Kept guests={guests} />
        <a href={href('pool', poolId, 'guests')}>{text('overview.limits.change')}</a>
      </div>
    </Section>
  );
}

function Limit({ name, value, limit }: { name: string; value: number; limit: number }) {
  const text = useText();
  const messages = useMessages();
  const percent = Math.min(100, Math.floor((value / limit) * 100));
  const state = percent >= 100 ? 'reached' : percent >= NEAR_PERCENT ? 'near' : 'far';
  const variant = { reached: ProgressVariant.danger, near: ProgressVariant.warning, far: undefined }[state];
  return (
    <Progress
      id={`keypool-limit-${name}`}
      title={text(`overview.limit.${name}`)}
      value={percent}
      measureLocation={ProgressMeasureLocation.outside}
      {...(variant ? { variant } : {})}
      label={text('overview.limit.of', { value: messages.number(value), limit: messages.number(limit) })}
      valueText={text('overview.limit.of', { value: messages.number(value), limit: messages.number(limit) })}
      helperText={state === 'far' ? undefined : text(`overview.limit.${state}`)}
    />
  );
}

/** What is no number to be reached. */
function Kept({ guests: { limits, idle } }: { guests: Guests }) {
  const text = useText();
  const messages = useMessages();
  return (
    <>
      {limits.perAddressAndHour > 0 && (
        <p>{text('overview.limit.address', { limit: messages.number(limits.perAddressAndHour) })}</p>
      )}
      <p>
        {limits.idleDays > 0
          ? text('overview.limit.idle', { days: messages.number(limits.idleDays), idle: messages.number(idle) })
          : text('overview.limit.for-ever')}
      </p>
    </>
  );
}
