import type { Day } from '../../core/day.ts';
import type { DelayReason } from '../../core/delayReasons.ts';
import type { Tx } from '../../db/client.ts';
import type { Recording } from '../agreements/logAgreement.ts';
import { placeCondition } from '../conditions/placeCondition.ts';
import { askToMend } from './askToMend.ts';

export interface ToldReason {
  readonly reason: DelayReason;
  /** what was said, as noted */
  readonly words: string | undefined;
  /** the day on which it was said; today or before */
  readonly on: Day;
}

/**
 * What follows from the reason that a customer gives for the delay, on the telephone or in writing: money that went to another account
 * stops everything, as `/debt stop` does; what is ours to mend is asked of finance. Returns sentences for the member. The caller holds the debtor's lock.
 */
export async function followReason(
  tx: Tx,
  recording: Recording,
  { reason, words, on }: ToldReason,
): Promise<string[]> {
  if (reason !== 'paid_elsewhere') return askToMend(tx, recording, { reason, words });
  const evidence = words ?? 'They say that they paid to another account';
  return placeCondition(tx, recording, { kind: 'bank_details', since: on, evidence });
}
