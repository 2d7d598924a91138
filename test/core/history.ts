import fc from 'fast-check';
import { isReply } from '../../src/core/activityKinds.ts';
import { type Calendar, nextOpenDay } from '../../src/core/calendar.ts';
import { whyToRelease } from '../../src/core/creditHold.ts';
import { addDays, type Day, isoDay, weekday } from '../../src/core/day.ts';
import { decide } from '../../src/core/decide.ts';
import type { Decision, DecisionInput, StepToTake } from '../../src/core/decision.ts';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts, StepFact } from '../../src/core/facts.ts';
import type { Policy } from '../../src/core/policy.ts';
import { policyProblems } from '../../src/core/policyProblems.ts';
import { AccountBook, type Booked, START } from './accountBook.ts';
import { type Arrival, arrivals, type Happening, happeningsOf } from './happenings.ts';
import { activity, contact, facts, settings } from './ladder.ts';
import { policies } from './policies.ts';

export interface Story {
  /** how many of its days are lived through */
  readonly days: number;
  readonly invoices: readonly Arrival[];
  readonly happenings: readonly Happening[];
  /** days a member takes to do each thing that is asked; 2 of 10 sends fail, 1 of 10 approvals is declined */
  readonly pace: readonly number[];
  readonly closed: readonly number[];
  /** days on which the debtor's region alone is closed */
  readonly closedThere: readonly number[];
  /** stretches without an import of payments, as their first day and their length */
  readonly unknown: readonly { readonly day: number; readonly length: number }[];
  readonly policy: Policy;
}

/** Stories of so many days, with at most so many invoices and happenings. */
export const storiesOf = (most: {
  readonly days: number;
  readonly invoices: number;
  readonly happenings: number;
}): fc.Arbitrary<Story> =>
  fc.record({
    days: fc.constant(most.days),
    invoices: arrivals(most),
    happenings: happeningsOf(most),
    pace: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }),
    closed: fc.array(fc.integer({ min: 0, max: most.days }), { maxLength: 6 }),
    closedThere: fc.array(fc.integer({ min: 0, max: most.days }), { maxLength: 6 }),
    unknown: fc.array(
      fc.record({ day: fc.integer({ min: 0, max: most.days }), length: fc.integer({ min: 1, max: 20 }) }),
      { maxLength: 2 },
    ),
    policy: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(businessPolicy, privatePolicy) },
      policies.filter((policy) => policyProblems(policy).length === 0),
    ),
  });

export const stories = storiesOf({ days: 150, invoices: 4, happenings: 10 });

/** One day of a story as it was decided, before anything that the decision asked for was done. */
export interface Lived {
  readonly input: DecisionInput;
  readonly decision: Decision;
}

/** What we did ourselves: it is added to what the book of the account says. */
interface Done extends Pick<DebtorFacts, 'steps' | 'prompts' | 'activities' | 'handedOff' | 'creditHold'> {
  readonly refusals: NonNullable<DebtorFacts['refusals']>;
  readonly recallOn?: Day | undefined;
}

/** Lives through a story day by day: decides, takes the step, lets a member do it, withdraws what lost its object. */
export function* live(story: Story): Generator<Lived> {
  const calendar = openBut(story.closed);
  const debtorCalendar = openBut(story.closedThere);
  const book = new AccountBook(story, { calendar, timely: false });
  let done: Done = { steps: [], prompts: [], activities: [], refusals: [] };
  const dueOn = new Map<string, Day>();
  let turn = 0;
  const pace = () => story.pace[turn++ % story.pace.length] ?? 0;
  for (let offset = 0; offset <= story.days; offset++) {
    const today = addDays(START, offset);
    const booked = book.on(today);
    done = recall(release(done, booked, today), today);
    const input: DecisionInput = {
      facts: known(booked, done, today),
      policy: story.policy,
      settings,
      today,
      calendar,
      debtorCalendar,
      paymentsFreshUntil: freshUntil(story, offset),
    };
    const decision = decide(input);
    yield { input, decision };
    done = withdraw(done, decision.withdraw);
    for (const step of decision.take ? [decision.take, ...decision.tasks] : decision.tasks) {
      const taken = stepOf(step, today);
      const { id } = taken;
      const prompt = { id: `prompt:${id}`, stepId: id, kind: step.mode, open: true, openedAt: new Date(0) };
      done = { ...done, steps: [...done.steps, taken], prompts: [...done.prompts, prompt] };
      const isDeclined = step.needsApproval && pace() === 3;
      if (isDeclined) done = decline(done, taken, today);
      else dueOn.set(id, nextOpenDay(calendar, addDays(today, Math.max(0, pace() - 5))));
    }
    for (const [id, day] of dueOn) if (day === today) done = answer(done, id, today, pace());
  }
}

function openBut(closed: readonly number[]): Calendar {
  const days = new Set(closed.map((offset) => START + offset));
  return { isOpen: (day) => weekday(day) <= 5 && !days.has(day) };
}

/** As the database gives it: activities of the last 100 days, replies of all time, steps that are about something open. */
function known(booked: Booked, { recallOn: _, ...done }: Done, today: Day): DebtorFacts {
  const open = new Set(booked.invoices.map(({ id }) => id));
  return facts({
    ...booked,
    ...done,
    activities: [...booked.activities, ...done.activities]
      .filter((one) => one.on > today - 100 || isReply(one))
      .sort((a, b) => a.on - b.on),
    steps: done.steps.filter(
      ({ state, invoiceIds }) => state === 'pending' || invoiceIds.some((id) => open.has(id)),
    ),
    contacts: [contact('ana')],
  });
}

function freshUntil({ unknown }: Story, offset: number): Day {
  let until = offset;
  for (const { day, length } of unknown)
    if (day <= offset && offset < day + length) until = Math.min(until, day - 1);
  return addDays(START, until);
}

function stepOf(step: StepToTake, today: Day): StepFact {
  const { stage, carryingInvoiceId, occurrence, stageDay, listedInvoiceIds, deadlineDays } = step;
  return {
    id: `${stage}/${carryingInvoiceId}/${occurrence}`,
    ...{ caseId: 'case', stage, carryingInvoiceId, occurrence, stageDay, takenOn: today, state: 'pending' },
    invoiceIds: listedInvoiceIds,
    deadlineOn: deadlineDays === undefined ? undefined : addDays(today, deadlineDays),
  };
}

function answer(done: Done, id: string, today: Day, pace: number): Done {
  const step = done.steps.find((s) => s.id === id);
  if (step?.state !== 'pending') return done;
  const mode = done.prompts.find((prompt) => prompt.stepId === id)?.kind;
  const isCall = mode === 'call';
  const failed = pace > 7 && mode === 'written';
  const did = isCall
    ? activity('call', isoDay(today), { rightParty: true, contactId: 'ana' })
    : activity('email', isoDay(today), { counted: true });
  const settled: StepFact = failed ? { ...step, state: 'failed' } : { ...step, state: 'done', doneOn: today };
  return {
    ...handOff(stopSupply(done, step, today), step, today, pace),
    steps: done.steps.map((s) => (s.id === id ? settled : s)),
    prompts: done.prompts.filter(({ stepId }) => stepId !== id),
    activities: failed || mode === 'task' ? done.activities : [...done.activities, did],
  };
}

/** Supply is stopped once a member has set it, and goes on the day it is to be released. */
function stopSupply(done: Done, { id, stage, carryingInvoiceId, invoiceIds }: StepFact, setOn: Day): Done {
  if (stage !== 'credit_hold') return done;
  const creditHold = {
    id,
    setOn,
    invoiceId: carryingInvoiceId,
    invoiceNumber: carryingInvoiceId,
    invoiceIds,
  };
  return { ...done, creditHold };
}

function release(done: Done, booked: Booked, today: Day): Done {
  if (!done.creditHold) return done;
  const why = whyToRelease(facts({ ...booked, creditHold: done.creditHold }), { today, settings });
  return why === undefined ? done : { ...done, creditHold: undefined };
}

/** What was handed to an agency is recalled after some weeks. */
function handOff(done: Done, { stage }: StepFact, on: Day, pace: number): Done {
  if (stage !== 'hand_off') return done;
  return { ...done, handedOff: { on, toName: 'Justitia' }, recallOn: addDays(on, 7 * (pace + 1)) };
}

function recall(done: Done, today: Day): Done {
  if (done.recallOn !== today) return done;
  return {
    ...done,
    handedOff: undefined,
    recallOn: undefined,
    refusals: [...done.refusals, { stage: 'hand_off', endedOn: today }],
    steps: done.steps.map((s) =>
      s.stage === 'hand_off' && s.state === 'done' ? { ...s, state: 'cancelled' } : s,
    ),
  };
}

/** Approvers say no: the step is not done, and may be asked for again after some days. */
function decline(done: Done, { id, stage }: StepFact, today: Day): Done {
  return { ...withdraw(done, [id]), refusals: [...done.refusals, { stage, endedOn: today }] };
}

function withdraw(done: Done, ids: readonly string[]): Done {
  if (ids.length === 0) return done;
  return {
    ...done,
    steps: done.steps.map((s) => (ids.includes(s.id) ? { ...s, state: 'cancelled' } : s)),
    prompts: done.prompts.filter(({ stepId }) => stepId === undefined || !ids.includes(stepId)),
  };
}
