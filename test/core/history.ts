import fc from 'fast-check';
import { nextOpenDay } from '../../src/core/calendar.ts';
import { whyToRelease } from '../../src/core/creditHold.ts';
import { addDays, type Day, dayOf, isoDay, weekday } from '../../src/core/day.ts';
import { decide } from '../../src/core/decide.ts';
import type { Decision, DecisionInput } from '../../src/core/decision.ts';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts, InvoiceFact, StepFact } from '../../src/core/facts.ts';
import { activity, contact, dispute, facts, hold, invoice, promise, settings } from './ladder.ts';

/** Something that happens to a debtor on a day of the story. */
interface Happening {
  readonly day: number;
  readonly what: (typeof happenings)[number];
  readonly which: number;
  readonly size: number;
  /** days after which it became known */
  readonly late: number;
}

const happenings = [
  'pays',
  'pays_part',
  'promises',
  'disputes',
  'is_on_hold',
  'seen_at_bank',
  'replies',
  'gets_credit',
  'talks',
  'goes_missing',
  'under_protection',
] as const;

export interface Story {
  /** how many of its days are lived through */
  readonly days: number;
  readonly invoices: readonly { due: number; amount: number }[];
  readonly happenings: readonly Happening[];
  /** days a member takes to do each thing that is asked; 3 of 10 sends fail */
  readonly pace: readonly number[];
  readonly closed: readonly number[];
  readonly isPrivate: boolean;
}

const START = dayOf('2026-01-05');

/** Stories of so many days, with at most so many invoices and happenings. */
export const storiesOf = (most: {
  readonly days: number;
  readonly invoices: number;
  readonly happenings: number;
}): fc.Arbitrary<Story> =>
  fc.record({
    days: fc.constant(most.days),
    invoices: fc.array(
      fc.record({
        due: fc.integer({ min: -90, max: most.days - 90 }),
        amount: fc.integer({ min: 10, max: 90_000 }),
      }),
      { minLength: 1, maxLength: most.invoices },
    ),
    happenings: fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: most.days }),
        what: fc.constantFrom(...happenings),
        which: fc.nat({ max: most.invoices - 1 }),
        size: fc.integer({ min: 0, max: 30 }),
        late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 25 })),
      }),
      { maxLength: most.happenings },
    ),
    pace: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }),
    closed: fc.array(fc.integer({ min: 0, max: most.days }), { maxLength: 6 }),
    isPrivate: fc.boolean(),
  });

export const stories = storiesOf({ days: 150, invoices: 4, happenings: 8 });

/** One day of a story as it was decided, before anything that the decision asked for was done. */
export interface Lived {
  readonly input: DecisionInput;
  readonly decision: Decision;
}

/** Lives through a story day by day: decides, takes the step, lets a member do it, withdraws what lost its object. */
export function* live(story: Story): Generator<Lived> {
  const closed = new Set(story.closed.map((offset) => START + offset));
  const calendar = { isOpen: (day: Day) => weekday(day) <= 5 && !closed.has(day) };
  let known = facts({
    invoices: story.invoices.map(({ due, amount }, index) =>
      invoice(`${1041 + index}`, isoDay(addDays(START, due)), { amount: BigInt(amount) }),
    ),
    contacts: [contact('ana')],
  });
  const dueOn = new Map<string, Day>();
  let turn = 0;
  const pace = () => story.pace[turn++ % story.pace.length] ?? 0;
  for (let offset = 0; offset <= story.days; offset++) {
    const today = addDays(START, offset);
    for (const happening of story.happenings)
      if (happening.day === offset) known = happen(known, happening, today);
    known = release(judge(known, today), today);
    const input: DecisionInput = {
      facts: known,
      policy: story.isPrivate ? privatePolicy : businessPolicy,
      settings,
      today,
      calendar,
      debtorCalendar: calendar,
      paymentsFreshUntil: today,
    };
    const decision = decide(input);
    yield { input, decision };
    known = withdraw(known, decision.withdraw);
    for (const step of decision.take ? [decision.take, ...decision.tasks] : decision.tasks) {
      const { stage, carryingInvoiceId, occurrence, stageDay, mode, listedInvoiceIds, deadlineDays } = step;
      const id = `${stage}/${carryingInvoiceId}/${occurrence}`;
      const deadlineOn = deadlineDays === undefined ? undefined : addDays(today, deadlineDays);
      const taken: StepFact = {
        ...{
          id,
          caseId: 'case',
          stage,
          carryingInvoiceId,
          occurrence,
          stageDay,
          takenOn: today,
          state: 'pending',
        },
        ...{ invoiceIds: listedInvoiceIds, deadlineOn },
      };
      const prompt = { id: `prompt:${id}`, stepId: id, kind: mode, open: true, openedAt: new Date(0) };
      known = { ...known, steps: [...known.steps, taken], prompts: [...known.prompts, prompt] };
      dueOn.set(id, nextOpenDay(calendar, addDays(today, Math.max(0, pace() - 5))));
    }
    for (const [id, day] of dueOn) if (day === today) known = answer(known, id, today, pace());
  }
}

function answer(known: DebtorFacts, id: string, today: Day, pace: number): DebtorFacts {
  const step = known.steps.find((s) => s.id === id);
  if (step?.state !== 'pending') return known;
  const mode = known.prompts.find((prompt) => prompt.stepId === id)?.kind;
  const isCall = mode === 'call';
  const failed = pace > 7 && mode === 'written';
  const done = isCall
    ? activity('call', isoDay(today), { rightParty: true, contactId: 'ana' })
    : activity('email', isoDay(today), { counted: true });
  const settled: StepFact = failed ? { ...step, state: 'failed' } : { ...step, state: 'done', doneOn: today };
  return {
    ...stopSupply(known, step, today),
    steps: known.steps.map((s) => (s.id === id ? settled : s)),
    prompts: known.prompts.filter(({ stepId }) => stepId !== id),
    activities: failed || mode === 'task' ? known.activities : [...known.activities, done],
  };
}

/** Supply is stopped once a member has set it, and goes on the day it is to be released. */
function stopSupply(known: DebtorFacts, { id, stage, carryingInvoiceId, invoiceIds }: StepFact, setOn: Day) {
  if (stage !== 'credit_hold') return known;
  const creditHold = {
    id,
    setOn,
    invoiceId: carryingInvoiceId,
    invoiceNumber: carryingInvoiceId,
    invoiceIds,
  };
  return { ...known, creditHold };
}

function release(known: DebtorFacts, today: Day): DebtorFacts {
  const why = whyToRelease(known, { today, settings });
  return why === undefined ? known : { ...known, creditHold: undefined };
}

function withdraw(known: DebtorFacts, ids: readonly string[]): DebtorFacts {
  if (ids.length === 0) return known;
  return {
    ...known,
    steps: known.steps.map((s) => (ids.includes(s.id) ? { ...s, state: 'cancelled' } : s)),
    prompts: known.prompts.filter(({ stepId }) => stepId === undefined || !ids.includes(stepId)),
  };
}

/** Promises come true or not on their judging day: the invoice was paid, or it was not. */
function judge(known: DebtorFacts, today: Day): DebtorFacts {
  const paid = (id: string | undefined) => known.invoices.find((i) => i.id === id)?.outstanding === 0n;
  return {
    ...known,
    promises: known.promises.map((p) =>
      p.state === 'open' && p.judgeOn <= today
        ? { ...p, state: paid(p.invoices[0]?.invoiceId) ? 'kept' : 'broken', endedOn: today }
        : p,
    ),
  };
}

function happen(known: DebtorFacts, { what, which, size, late }: Happening, today: Day): DebtorFacts {
  const target = known.invoices[which % known.invoices.length];
  if (!target) return known;
  const change = (changed: Partial<InvoiceFact>): DebtorFacts => ({
    ...known,
    invoices: known.invoices.map((i) => (i === target ? { ...i, ...changed } : i)),
  });
  const now = isoDay(today);
  const then = isoDay(addDays(today, -late));
  const later = isoDay(addDays(today, size));
  switch (what) {
    case 'pays':
      return change({ outstanding: 0n });
    case 'pays_part':
      return change({ outstanding: (target.outstanding * BigInt(size)) / 31n, partPaidOn: today });
    case 'promises':
      return { ...known, promises: [...known.promises, promise(target.id, then, later)] };
    case 'disputes': {
      const endedOn = size > 25 ? undefined : addDays(today, size);
      const outcome = size % 2 ? 'for_us' : 'in_part';
      return { ...known, disputes: [...known.disputes, dispute(target.id, then, { endedOn, outcome })] };
    }
    case 'is_on_hold':
      return {
        ...known,
        holds: [...known.holds, hold(then, later, size % 2 ? { invoiceId: target.id } : {})],
      };
    case 'seen_at_bank': {
      const seen = hold(now, isoDay(addDays(today, 3)), { kind: 'payment_seen', invoiceId: target.id });
      return { ...known, holds: [...known.holds, seen] };
    }
    case 'replies':
      return { ...known, activities: [...known.activities, activity('reply', now)] };
    case 'gets_credit': {
      // finance has said of a third of it that it pays their invoices, of another that it is for something else
      const amount = BigInt(size) * 1000n;
      const said = [{ toPlace: amount }, { forOther: amount }, {}][size % 3];
      return { ...known, unapplied: [...known.unapplied, { currency: 'EUR', amount, ...said }] };
    }
    case 'talks':
      return {
        ...known,
        activities: [...known.activities, activity('call', then, { rightParty: true, contactId: 'ana' })],
      };
    case 'goes_missing':
      return change({ missingSince: today });
    case 'under_protection': {
      const condition = { kind: 'breathing_space' as const, sinceOn: today, endedOn: addDays(today, size) };
      return { ...known, conditions: [...known.conditions, condition] };
    }
  }
}
