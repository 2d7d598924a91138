import { answeredRepeat } from '../../core/answeredRepeat.ts';
import { shortDay } from '../../core/dayName.ts';
import type { Decision } from '../../core/decision.ts';
import type { DebtorFacts, StepFact } from '../../core/facts.ts';
import { saidToBeDone } from '../../core/importedSteps.ts';
import { type Policy, stageOf } from '../../core/policy.ts';
import type { Tx } from '../../db/client.ts';
import { closeNeedlessCalls } from '../promises/closeNeedlessCalls.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import type { Review } from './reviewDebtor.ts';
import { withdrawStep } from './withdrawStep.ts';

export interface Withdrawal extends Review {
  readonly facts: DebtorFacts;
  readonly decision: Decision;
  readonly policy: Policy;
}

/** Takes back steps that lost their object before anything went out, and tells the members who were asked why nothing is left to do. */
export async function withdrawSteps(tx: Tx, withdrawal: Withdrawal): Promise<void> {
  const { workspace, facts, decision, stale, now } = withdrawal;
  for (const stepId of decision.withdraw) {
    const step = facts.steps.find((s) => s.id === stepId);
    if (step)
      await withdrawStep(tx, { workspace, facts, step, why: whyNeedless(withdrawal, step), stale, now });
  }
  await closeSaidToBeDone(tx, withdrawal);
  await closeNeedlessCalls(tx, withdrawal);
  await closeNeedlessFollowUps(tx, withdrawal);
}

function whyNeedless({ facts, decision, policy }: Withdrawal, step: StepFact): string {
  const invoice = facts.invoices.find((i) => i.id === step.carryingInvoiceId);
  if (!invoice) return 'Paid: nothing to do.';
  if (!stageOf(policy, step.stage)?.enabled) return 'The policy has no such step any more: nothing to do.';
  const answered = answeredRepeat(step, facts, policy);
  if (answered !== undefined)
    return `The customer answered on ${shortDay(answered, 'en-GB')}: what repeats an earlier message is not sent.`;
  const stop = decision.reasons.find((r) => r.outcome === 'stop' && r.sentence.includes(invoice.number));
  return stop ? `${stop.sentence}.` : `Invoice ${invoice.number} is not to be chased at present.`;
}

/** What an import says was done is not asked for any more: its steps were withdrawn with that file. */
async function closeSaidToBeDone(
  tx: Tx,
  { workspace, facts, policy, stale, now }: Withdrawal,
): Promise<void> {
  for (const { id: promptId, stepId } of facts.prompts) {
    const step = facts.steps.find(({ id, state }) => id === stepId && state === 'cancelled');
    const said = step && saidToBeDone(step, { facts, policy });
    if (!said) continue;
    const outcome = `${said.charAt(0).toUpperCase()}${said.slice(1)}: nothing to do.`;
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, stale, now });
  }
}

/** What is asked beside the ladder has no object once nothing is left to collect. */
async function closeNeedlessFollowUps(
  tx: Tx,
  { workspace, facts, decision, stale, now }: Withdrawal,
): Promise<void> {
  if (decision.carrying) return;
  const paid = !facts.invoices.some(({ outstanding }) => outstanding > 0n);
  const needless = facts.prompts.filter(
    ({ stepId, kind }) =>
      stepId === undefined &&
      (kind === 'broken_promise' ||
        kind === 'usual_day' ||
        kind === 'month_end' ||
        (paid && ['payment_not_found', 'seen_not_come', 'to_mend', 'undelivered'].includes(kind))),
  );
  for (const prompt of needless) {
    await closePrompt(tx, {
      workspace,
      promptId: prompt.id,
      state: 'overtaken',
      outcome: 'Nothing is left to collect at present: nothing to do.',
      stale,
      now,
    });
  }
}
