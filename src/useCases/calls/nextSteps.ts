import type { Day } from '../../core/day.ts';
import { dayJudged } from '../../core/dayJudged.ts';
import { dayName } from '../../core/dayName.ts';
import type { PromiseFact } from '../../core/facts.ts';
import { formatMoney } from '../../core/money.ts';
import { NEVER } from '../../core/never.ts';
import { stageName } from '../../core/stageName.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Account } from '../accounts/loadAccount.ts';
import { promptTitle } from '../prompts/promptTitle.ts';

function whenJudged(promise: PromiseFact, today: Day, locale: string): string {
  const { amount, currency, lastOn } = promise;
  const judgedOn = dayJudged(promise);
  const came = `whether the ${formatMoney(amount, currency, locale)} came`;
  if (judgedOn === NEVER)
    return `Once what they are to pay it for does not rest any more, I check ${came}; if not, you are asked to call.`;
  if (judgedOn < today)
    return `I check ${came} as soon as payments are known up to ${dayName(lastOn, locale)}; if not, you are asked to call.`;
  return `On ${dayName(judgedOn, locale)} I check ${came}; if not, you are asked to call that day.`;
}

/** What happens next with an account and when, as sentences: promises to be judged that wait for no manager, then what the policy decides. */
export function nextSteps(
  { facts, decision, record, today }: Account,
  workspace: WorkspaceContext,
  { locale }: { locale: string },
): string[] {
  const { take, stuck, waiting, nextReviewOn } = decision;
  const promised = facts.promises
    .filter(({ state, awaitsAgreement }) => state === 'open' && !awaitsAgreement)
    .sort((a, b) => a.promisedOn - b.promisedOn)
    // of a plan the next instalment
    .filter(({ planId }, index, all) => !planId || all.findIndex((p) => p.planId === planId) === index)
    .map((promise) => whenJudged(promise, today, locale));
  const asked = record.prompts.map(({ kind, stage, member }) => `${promptTitle(kind, stage)} (${member})`);
  const open = asked.length > 0 ? [`Still open: ${asked.join(', ')}.`] : [];
  if (take) {
    const when = workspace.startedAt ? 'is due now' : 'is due, once a manager has started this workspace';
    return [...promised, `${stageName(take.stage)} ${when}.`, ...open];
  }
  if (stuck) return [...promised, ...(open.length > 0 ? open : [`Next: ${stageName(stuck.stage)}.`])];
  if (waiting) {
    const { stage, until } = waiting;
    if (until === undefined && open.length > 0) return [...promised, ...open];
    const when = until === undefined || until <= today ? '' : `, not before ${dayName(until, locale)}`;
    return [...promised, `Next step: ${stageName(stage)}${when}.`, ...open];
  }
  const stop = decision.reasons.find(({ outcome }) => outcome === 'stop');
  const rests =
    nextReviewOn === undefined
      ? []
      : [`Reminders rest; the policy looks again on ${dayName(nextReviewOn, locale)}.`];
  if (promised.length > 0) return [...promised, ...open];
  if (stop) return [`${stop.sentence}.`.replace('..', '.'), ...rests, ...open];
  return rests.length + open.length > 0 ? [...rests, ...open] : ['Nothing more is to be done for now.'];
}
