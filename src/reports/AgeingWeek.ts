import type { Day } from '../core/day.ts';

/** Age groups by calendar days past due, youngest first, with their names in pictures and sentences. */
export const ageBands = [
  { key: 'current', label: 'not yet due' },
  { key: 'days1to30', label: '1–30 days' },
  { key: 'days31to60', label: '31–60 days' },
  { key: 'days61to90', label: '61–90 days' },
  { key: 'over90', label: 'over 90 days' },
] as const;

type AgeBand = (typeof ageBands)[number]['key'];

/** Open receivables at the end of a week, minor units of one currency. */
export type AgeingWeek = { readonly endsOn: Day } & Readonly<Record<AgeBand, bigint>>;
