import { contactStops } from './contactStops.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DebtorFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { lateDisputes } from './lateDisputes.ts';
import type { Policy } from './policy.ts';

/** What stops a debtor's whole ladder until a manager has decided or recalled it; empty when nothing does. */
export function debtorStops(facts: DebtorFacts, policy: Policy, today: Day): Finding[] {
  const found = contactStops(facts, today);
  for (const dispute of lateDisputes(facts, policy, today)) {
    found.push({
      rule: 'dispute_after_final',
      outcome: 'stop',
      say: () =>
        `A dispute was raised on ${shortDay(dispute.raisedOn, 'en-GB')}, after the final notice: nothing is sent until a manager has decided`,
    });
  }
  return found;
}
