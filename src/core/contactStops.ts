import { activeConditions, conditionWords } from './conditions.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DebtorFacts } from './facts.ts';
import type { Finding } from './finding.ts';

/** What forbids every contact of ours with a debtor, calls too: others look after the account, or a condition of theirs; empty when nothing does. */
export function contactStops(
  { handedOff, conditions }: Pick<DebtorFacts, 'handedOff' | 'conditions'>,
  today: Day,
): Finding[] {
  const found: Finding[] = [];
  if (handedOff && handedOff.on <= today) {
    found.push({
      rule: 'handed_off',
      outcome: 'stop',
      say: () =>
        `Handed to ${handedOff.toName} on ${shortDay(handedOff.on, 'en-GB')}: collectors rest until a manager recalls it`,
    });
  }
  for (const { kind, sinceOn } of activeConditions(conditions, today)) {
    const who = kind === 'bank_details' ? 'finance or a manager settles it' : 'a manager decides';
    found.push({
      rule: kind,
      outcome: 'stop',
      say: () => `${conditionWords[kind]} since ${shortDay(sinceOn, 'en-GB')}: the ladder stops, ${who}`,
    });
  }
  return found;
}
