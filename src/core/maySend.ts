import { isReply } from './activityKinds.ts';
import { answeredRepeat } from './answeredRepeat.ts';
import { nextOpenDay } from './calendar.ts';
import { type Collectable, collectable, type OpenItem } from './collectable.ts';
import { contactAllowance } from './contactRules.ts';
import type { Day } from './day.ts';
import { dayName, shortDay } from './dayName.ts';
import { debtorStops } from './debtorStops.ts';
import type { DecisionInput } from './decision.ts';
import type { DebtorFacts, StepFact } from './facts.ts';
import type { Holdback } from './holdback.ts';
import { holdbacks, taskHoldbacks } from './holdbacks.ts';
import { houseLimitsOf, spacingLifted, spacingOverridden } from './houseLimits.ts';
import { saidToBeDone } from './importedSteps.ts';
import { itemFindings } from './itemFindings.ts';
import { NEVER } from './never.ts';
import { modeOf, preDueWindow, rungIndex, stageOf } from './policy.ts';
import { recipientOf } from './recipientOf.ts';
import { isAbout, type Standing, standing } from './standing.ts';
import { taskCandidate } from './taskCandidate.ts';

export interface SendQuestion {
  readonly input: DecisionInput;
  readonly stepId: string;
  /** replies that came after it are not yet weighed: when it was written, or asked to be approved */
  readonly writtenAt?: Date | undefined;
  readonly now: Date;
}

export type MaySend =
  | { readonly verdict: 'send' }
  | {
      /**
       * gone: nothing is left that it could be about; changed: something happened that whoever decided did not know; wait: not
       * now, perhaps later without any new decision
       */
      readonly verdict: 'gone' | 'changed' | 'wait';
      /** stable code of the rule */
      readonly rule: string;
      /** a clause that can stand after "It was not sent:", without its full stop */
      readonly why: string;
      /** the first day on which it may go, where the passing of days alone opens it */
      readonly until?: Day;
      /** the first instant at which the contact rules let it go */
      readonly from?: Date;
      /** a house limit alone holds it back: a reason on record may override it */
      readonly mayOverride?: boolean;
    };

/** Rules of choosing a step that say nothing about sending one; what is sent asks for an open day by itself, without calls. */
const ABOUT_TAKING = new Set(['one_a_day', 'closed_day']);
const WITHDRAWN = 'the step was withdrawn';

/**
 * Whether a written step may go out, or an approved task may be done, at this very moment, by the rules that let it be taken, asked again: something it lists
 * is still collectable (unpaid, no promise, dispute, hold, payment seen), nothing stops the debtor's ladder, no reply came
 * since it was written, payments are fresh where the step is harsh, spacing (unless a member overrode it with a reason) and the
 * contact rules allow it, and what is written goes on a business day of ours.
 */
export function maySend(question: SendQuestion): MaySend {
  const { input, stepId } = question;
  const { debtor, activities } = input.facts;
  const may = askedOf(question);
  if (may.verdict !== 'wait' || may.rule !== 'spacing' || !houseLimitsOf(debtor).frequency) return may;
  const lifted = askedOf({ ...question, input: spacingLifted(input) });
  if (spacingOverridden(activities, stepId)) return lifted;
  return lifted.verdict === 'send' ? { ...may, mayOverride: true } : may;
}

function askedOf({ input, stepId, writtenAt, now }: SendQuestion): MaySend {
  const { facts, policy, settings, today } = input;
  const step = facts.steps.find(({ id }) => id === stepId);
  // facts leave out a finished step once none of its invoices is open
  if (!step) return no('gone', 'settled', 'paid meanwhile');
  const stage = stageOf(policy, step.stage);
  if (step.state === 'done') return no('gone', 'done', 'it was sent already');
  const [stop] = debtorStops(facts, policy, today);
  if (stop) return no('gone', stop.rule, stop.say());
  const book = collectable(facts, { today, window: preDueWindow(policy), settings });
  const [first, ...others] = sendableItems(step, book);
  if (!first) return no('gone', 'nothing_due', whyNothing(step, book, input));
  if (!stage?.enabled || step.state === 'cancelled' || step.state === 'skipped')
    return no('gone', 'withdrawn', saidToBeDone(step, input) ?? WITHDRAWN);
  const replied = repliedSince(facts, writtenAt);
  if (replied) return replied;
  const carrying = [first, ...others].reduce((a, b) => (b.effectiveDays > a.effectiveDays ? b : a));
  const answered = answeredRepeat(step, facts, policy);
  if (answered !== undefined)
    return no(
      'gone',
      'reply',
      `the customer replied on ${shortDay(answered, 'en-GB')}, which ends the repeats`,
    );
  const written = stage.kind === 'written';
  return (
    heldBack(step, carrying, book, input) ??
    (written ? (closedDay(input) ?? mayMail(input, now)) : undefined) ?? { verdict: 'send' }
  );
}

/** Whether something came from the customer that whoever decided could not know. */
export function repliedSince({ activities }: DebtorFacts, writtenAt: Date | undefined): MaySend | undefined {
  const reply = activities.find((a) => isReply(a) && writtenAt !== undefined && a.at > writtenAt);
  return (
    reply && no('changed', 'reply', `the customer replied on ${shortDay(reply.on, 'en-GB')}: read it first`)
  );
}

/** The invoices that a step lists and that are still collectable. */
export function sendableItems(step: StepFact, { items }: Collectable): OpenItem[] {
  return items.filter((item) => !item.barrier && isAbout(step, item.invoice.id));
}

function heldBack(
  step: StepFact,
  carrying: OpenItem,
  book: Collectable,
  input: DecisionInput,
): MaySend | undefined {
  const before = standing(carrying, book.items, [step.id], input);
  const task = input.policy.tasks.find(({ key }) => key === step.stage);
  const held = task
    ? taskHoldbacks(taskCandidate(task, input), before, input)
    : rungHoldbacks(step, before, input);
  for (const { rule, outcome, opensOn, say } of held) {
    if (outcome !== 'stop' || ABOUT_TAKING.has(rule)) continue;
    return { ...no('wait', rule, say()), ...(opensOn !== NEVER && { until: opensOn }) };
  }
  return undefined;
}

function rungHoldbacks(step: StepFact, before: Standing, input: DecisionInput): Holdback[] {
  const index = rungIndex(input.policy, step.stage);
  const rung = input.policy.rungs[index];
  if (!rung) return [];
  const isRepeat = before.mine.some(({ stage }) => stage === step.stage);
  const occurrence = { opensOn: input.today, stageDay: step.stageDay, mode: modeOf(rung), isRepeat };
  return holdbacks({ rung, index, occurrence }, before, input);
}

/** Nothing is sent on a day that is closed for us: nobody would be there for the answer. */
export function closedDay({ calendar, today }: DecisionInput): MaySend | undefined {
  if (calendar.isOpen(today)) return undefined;
  const until = nextOpenDay(calendar, today);
  const why = `${dayName(today, 'en-GB')} is a closed day; the next open one is ${dayName(until, 'en-GB')}`;
  return { ...no('wait', 'closed_day', why), until };
}

/**
 * Why the customer may not be mailed at this moment, by the contact rules; undefined when they may. `afterCease`: by a notice that may go
 * after a wish to cease contact.
 */
export function mayMail(
  { facts, debtorCalendar }: DecisionInput,
  now: Date,
  { afterCease = false } = {},
): MaySend | undefined {
  const contact = recipientOf(facts);
  if (!contact) return no('changed', 'no_recipient', 'nobody is on file who can be written to');
  const asking = { facts, contact, channel: 'email', calendar: debtorCalendar, now } as const;
  const rules = contactAllowance({ ...asking, afterCease });
  if (rules.allowed) return undefined;
  const { nextAt: from, sentence } = rules;
  return from ? { ...no('wait', 'contact_rules', sentence), from } : no('changed', 'contact_rules', sentence);
}

function whyNothing(step: StepFact, book: Collectable, { facts, today }: DecisionInput): string {
  const isOpen = facts.invoices.some(({ id, outstanding }) => isAbout(step, id) && outstanding > 0n);
  if (!isOpen) return 'paid meanwhile';
  const items = book.items.filter(({ invoice }) => isAbout(step, invoice.id));
  if (items.length === 0) return 'it is not due any more';
  const [finding] = itemFindings({ ...book, items }, items[0], today).filter(
    ({ outcome }) => outcome === 'stop',
  );
  return finding?.say() ?? 'nothing of it is to be collected at present';
}

function no(verdict: 'gone' | 'changed' | 'wait', rule: string, why: string) {
  return { verdict, rule, why };
}
