export const MEASURES = ['signIns', 'guests', 'links', 'merges', 'refusals', 'expired'] as const;

export type Measure = (typeof MEASURES)[number];

/** The day is one of UTC, as in 2026-01-31. */
export type Day = { day: string } & Record<Measure, number>;

export type Statistics = { identityPoolId: string; days: Day[] };

/** How many identities there are now. */
export type Counts = { guests: number; linked: number; merged: number; disabled: number };

/** Limits of 0 are none. */
export type Guests = {
  identityPoolId: string;
  limits: { perAddressAndHour: number; perMinute: number; perDay: number; existing: number; idleDays: number };
  thisMinute: number;
  today: number;
  existing: number;
  idle: number;
};
