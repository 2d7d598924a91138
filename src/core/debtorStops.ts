import { activeConditions, conditionWords } from './conditions.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DebtorFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { lateDisputes } from './lateDisputes.ts';
import type { Policy } from './policy.ts';

/** What stops a debtor's whole ladder until a manager has decided or recalled it; empty when nothing does. */
export function debtorStops(facts: DebtorFacts, policy: Policy, today: Day): Finding[] {
  const found: Finding[] = [];
  const { handedOff } = facts;
  if (handedOff && handedOff.on <= today) {
    found.push({
      rule: 'handed_off',
      outcome: 'stop',
      say: () =>
        `Handed to ${handedOff.toName} on ${shortDay(handedOff.on, 'en-GB')}: collectors rest until a manager recalls it`,
    });
  }
  for (const { kind, sinceOn } of activeConditions(facts.conditions, today)) {
    found.push({
      rule: kind,
      outcome: 'stop',
      say: () =>
        `${conditionWords[kind]} since ${shortDay(sinceOn, 'en-GB')}: the ladder stops, a manager decides`,
    });
  }
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
