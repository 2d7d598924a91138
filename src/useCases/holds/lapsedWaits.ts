import { addDays, type Day } from '../../core/day.ts';
import type { DebtorFacts, HoldFact } from '../../core/facts.ts';

/** A wait that ended longer ago than so many calendar days is not asked about any more. */
const ASKED_WITHIN = 7;

/** The waits of that kind whose days went by lately without the ledger having shown the money, the latest first. */
export function lapsedWaits(facts: DebtorFacts, of: HoldFact['kind'], today: Day): HoldFact[] {
  return facts.holds
    .filter(
      ({ kind, endedOn, untilOn }) =>
        kind === of && endedOn === undefined && untilOn < today && untilOn >= addDays(today, -ASKED_WITHIN),
    )
    .sort((a, b) => b.untilOn - a.untilOn);
}
