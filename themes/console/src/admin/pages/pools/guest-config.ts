import { oneText, textOf } from '../../model/config';
import type { Pool } from '../../model/pools';
import type { Guests } from '../../model/statistics';
import type { Change } from './tab';

export type GuestSettings = {
  on: boolean;
  perAddressAndHour: string;
  perMinute: string;
  perDay: string;
  existing: string;
  idleDays: string;
  policy: string;
};

/** The names of the properties by those of the limits. */
export const LIMITS = {
  perAddressAndHour: 'guestsPerAddressAndHour',
  perMinute: 'guestsPerMinute',
  perDay: 'guestsPerDay',
  existing: 'maxGuests',
} as const;
export type Limit = keyof typeof LIMITS;

const MOST = 2 ** 31 - 1;
const MOST_DAYS = 3650;

/** What is not set is what holds without. */
export function guestSettingsOf({ config }: Pool, { limits }: Guests): GuestSettings {
  return {
    on: textOf(config, 'allowUnauthenticatedIdentities') === 'true',
    perAddressAndHour: String(limits.perAddressAndHour),
    perMinute: String(limits.perMinute),
    perDay: String(limits.perDay),
    existing: String(limits.existing),
    idleDays: String(limits.idleDays),
    policy: readable(textOf(config, 'guestPolicy')),
  };
}

export function changeOf(values: GuestSettings): Change {
  return {
    config: {
      allowUnauthenticatedIdentities: [String(values.on)],
      ...Object.fromEntries(Object.entries(LIMITS).map(([limit, property]) => [property, [number(values[limit as Limit])]])),
      guestIdleDays: [number(values.idleDays)],
      guestPolicy: oneText(values.policy.trim()),
    },
  };
}

export function isNumber(typed: string, most = MOST): boolean {
  return /^[0-9]{1,10}$/.test(typed.trim()) && Number(typed) <= most;
}

export function isDays(typed: string): boolean {
  return isNumber(typed, MOST_DAYS);
}

export function valid(values: GuestSettings): boolean {
  return (Object.keys(LIMITS) as Limit[]).every((limit) => isNumber(values[limit])) && isDays(values.idleDays);
}

/** Of days that guests are kept, 0 are the most. */
export function fewerDays(typed: string, before: number): boolean {
  const days = Number(typed);
  return isDays(typed) && days !== 0 && (before === 0 || days < before);
}

function number(typed: string): string {
  return String(Number(typed));
}

/** Of one line it is laid out; who wrote it in lines finds theirs. */
function readable(json: string): string {
  try {
    return json.includes('\n') ? json : JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
