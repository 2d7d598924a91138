import { deadlineDaysOf } from './deadlineFor.ts';
import type { DecisionInput } from './decision.ts';
import { noticeStage } from './noticeStage.ts';
import { type Rung, rungIndex } from './policy.ts';

type Situation = Pick<DecisionInput, 'policy' | 'facts' | 'today'>;

/** Notices that say what comes next; milder ones never do. */
const SAY_IT: ReadonlySet<string> = new Set(['firm_notice', 'final_notice', 'demand_letter']);

/**
 * What comes after a notice, as a noun phrase for the customer: the next stage in use that the customer would notice, in words that
 * promise nothing which the policy does not provide. Undefined where nothing follows, and for what is milder than a late-payment
 * notice. After a formal demand only the hand-off can follow.
 */
export function whatFollows(stage: string, situation: Situation): string | undefined {
  const { policy } = situation;
  const words = noticeStage(policy, stage);
  if (!words || !SAY_IT.has(words)) return undefined;
  for (const rung of policy.rungs.slice(rungIndex(policy, stage) + 1)) {
    const said = rung.enabled ? wordsOf(rung, situation) : undefined;
    if (said !== undefined) return said;
  }
  return undefined;
}

/** A team's own stage is nothing to warn of: what it brings is known to the team alone. */
function wordsOf({ key }: Rung, situation: Situation): string | undefined {
  const days = deadlineDaysOf(situation, key);
  switch (key) {
    case 'final_notice':
      return days === undefined ? undefined : 'a final notice that names the last day for payment';
    case 'demand_letter':
      // people are told that there will still be time: what the letter will leave them, by policy and law
      return days === undefined || situation.facts.debtor.kind === 'business'
        ? 'a formal letter of demand'
        : `a formal letter that would leave you another ${days} days to pay or to answer`;
    case 'hand_off':
      return 'handing the account to an agency or starting a claim in court';
    default:
      return undefined;
  }
}
