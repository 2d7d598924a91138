import { isAnswer, isConversation } from './activityKinds.ts';
import { collectable } from './collectable.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import { debtorStops } from './debtorStops.ts';
import type { DecisionInput } from './decision.ts';
import type { InvoiceFact, StepFact } from './facts.ts';
import { type Finding, finding } from './finding.ts';
import { asksForCall, openDayFor } from './openDayFor.ts';
import { modeOf, preDueWindow, rungIndex } from './policy.ts';
import { isAbout } from './standing.ts';
import { usualDayOf } from './usualDay.ts';

/** A call that was left out beside a mail, for the day on which the customer usually pays. */
export interface UsualDayCall {
  readonly invoice: InvoiceFact;
  readonly usualOn: Day;
  /** the first day, from the usual one on, that is open for a call; it may be past */
  readonly askOn: Day;
}

/**
 * The calls that waited for a steady late payer's usual day and are still to be made: the mail went, the invoice is still to be
 * collected, nobody there has spoken or written to us since, and no later step asks for a call itself.
 */
export function usualDayCalls(input: DecisionInput): UsualDayCall[] {
  const { facts, policy, settings, today } = input;
  if (debtorStops(facts, policy, today).length > 0) return [];
  const calls: UsualDayCall[] = [];
  for (const { invoice, barrier } of collectable(facts, { today, window: preDueWindow(policy), settings })
    .items) {
    const usualOn = barrier ? undefined : usualDayOf(facts, invoice, today);
    if (usualOn === undefined) continue;
    const steps = facts.steps.filter((step) => step.state === 'done' && isAbout(step, invoice.id));
    const mailed = steps.find((step) => isMailBesideCall(step, input) && step.takenOn < usualOn);
    const asksAnyway = facts.steps.some(
      (step) => isAbout(step, invoice.id) && step.takenOn >= usualOn && callsForIt(step, input),
    );
    if (!mailed || asksAnyway || heardSince(mailed.takenOn, input)) continue;
    calls.push({ invoice, usualOn, askOn: openDayFor(true, usualOn, input) });
  }
  return calls;
}

/** What is said of them: until which day they wait, or that it has come. */
export function usualDayFindings(input: DecisionInput): Finding[] {
  return usualDayCalls(input).map(({ invoice, usualOn, askOn }) =>
    finding('usual_day', 'note', () =>
      askOn > input.today
        ? `The call about invoice ${invoice.number} waits until ${shortDay(askOn, 'en-GB')}: they usually pay by ${shortDay(usualOn, 'en-GB')}`
        : `They usually pay invoice ${invoice.number} by ${shortDay(usualOn, 'en-GB')}: the call that waited is due`,
    ),
  );
}

function isMailBesideCall({ stage }: StepFact, { policy }: DecisionInput): boolean {
  const rung = policy.rungs[rungIndex(policy, stage)];
  return rung?.call === 'beside' && !rung.harsh;
}

function callsForIt({ stage, state }: StepFact, { policy }: DecisionInput): boolean {
  const rung = policy.rungs[rungIndex(policy, stage)];
  if (!rung || state === 'cancelled') return false;
  return rung.call !== undefined || asksForCall(modeOf(rung), rung.call);
}

function heardSince(on: Day, { facts, today }: DecisionInput): boolean {
  return facts.activities.some(
    (activity) =>
      activity.on >= on && activity.on <= today && (isConversation(activity) || isAnswer(activity)),
  );
}
