import type { Day } from './day.ts';

/** How often a promise may be renewed before its date without a manager. */
const RENEWALS = 2;

export interface Replacement {
  /** how the old promise ends */
  readonly endsAs: 'superseded' | 'broken';
  /** how often the new promise has been renewed */
  readonly renewals: number;
  readonly managerAgrees: boolean;
}

/**
 * What it means when an open promise is replaced by a new one on a day: before its promised date it is renewed (a third
 * time only with a manager), on or after that date it is broken and the new one starts afresh. What nobody who pays has confirmed, or a
 * manager has not agreed to, was never theirs to break: it gives way on any day, and the new one starts afresh from its date on.
 */
export function replacePromise(
  old: { readonly promisedOn: Day; readonly renewals: number; readonly unconfirmed?: boolean | undefined },
  replacedOn: Day,
): Replacement {
  if (replacedOn >= old.promisedOn)
    return { endsAs: old.unconfirmed ? 'superseded' : 'broken', renewals: 0, managerAgrees: false };
  const renewals = old.renewals + 1;
  return { endsAs: 'superseded', renewals, managerAgrees: renewals > RENEWALS };
}
