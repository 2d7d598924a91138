import { expect } from 'vitest';
import { businessDaysBetween } from '../../src/core/calendar.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import { decide } from '../../src/core/decide.ts';
import type { StepToTake } from '../../src/core/decision.ts';
import type {
  DebtorFacts,
  DisputeFact,
  HoldFact,
  InvoiceFact,
  PromiseFact,
  StepFact,
} from '../../src/core/facts.ts';
import type { Lived } from './history.ts';

/** A day on which a step was taken. */
export type Taken = Lived & { readonly take: StepToTake };

const countingSteps = ({ input: { facts } }: Lived, stage: string, invoiceId: string) =>
  facts.steps.filter((s) => s.stage === stage && s.state !== 'cancelled' && s.invoiceIds.includes(invoiceId));

const holdsOn = ({ fromOn, untilOn, endedOn = Infinity as Day, awaitsAgreement }: HoldFact, day: Day) =>
  !awaitsAgreement && fromOn <= day && day <= untilOn && day < endedOn;

/** The effective days of an overdue invoice by the words of domain.md, *Two clocks*; before its due date the plain difference. */
function countedDays({ id, dueOn }: InvoiceFact, facts: DebtorFacts, today: Day): number {
  const stops = (day: Day) =>
    facts.holds.some((h) => h.kind === 'hold' && (h.invoiceId ?? id) === id && holdsOn(h, day)) ||
    facts.promises.some(
      (p) =>
        (p.state === 'kept' || (p.state === 'open' && today <= (p.confirmBy ?? Infinity))) &&
        !p.awaitsAgreement &&
        p.invoices.some((x) => x.inFull && x.invoiceId === id) &&
        p.madeOn <= day &&
        day <= p.judgeOn,
    ) ||
    facts.disputes.some(
      (d) =>
        d.whole &&
        d.invoiceId === id &&
        d.raisedOn <= day &&
        day < (d.endedOn ?? Infinity) &&
        d.outcome !== 'for_us',
    );
  if (today <= dueOn) return today - dueOn;
  let days = 0;
  for (let day = addDays(dueOn, 1); day <= today; day = addDays(day, 1)) if (!stops(day)) days++;
  return days;
}

/** What holds of every step, by what it promises; each throws where it is broken. */
export const ofEveryStep: Readonly<Record<string, (taken: Taken) => void>> = {
  'a rung without a repeat goes out at most once for an invoice, and none below the highest taken for it': (
    taken,
  ) => {
    const { rungs } = taken.input.policy;
    const index = rungs.findIndex(({ key }) => key === taken.take.stage);
    for (const above of rungs.slice(rungs[index]?.repeat ? index + 1 : index)) {
      const before = countingSteps(taken, above.key, taken.take.carryingInvoiceId);
      expect(before.filter(({ id }) => !taken.decision.withdraw.includes(id))).toEqual([]);
    }
  },
  'a gated stage has its gate done for the carrying invoice, and the gap since': (taken) => {
    const { policy, today, calendar } = taken.input;
    const gate = policy.rungs.find(({ key }) => key === taken.take.stage)?.gate;
    for (const invoiceId of gate ? taken.take.listedInvoiceIds : []) {
      for (const need of gate?.needs ?? []) {
        const done = countingSteps(taken, need, invoiceId).filter(({ state }) => state === 'done');
        const gaps = done.map(({ doneOn }) => businessDaysBetween(calendar, doneOn ?? today, today));
        expect(Math.max(...gaps)).toBeGreaterThanOrEqual(gate?.businessDays ?? 0);
      }
    }
  },
  'what the policy has approved is asked to be approved, by the same roles': ({
    input: { policy },
    take,
  }) => {
    const { approvedBy } = policy.rungs.find(({ key }) => key === take.stage) ?? {};
    expect([take.approvedBy, take.needsApproval]).toEqual([approvedBy, (approvedBy ?? []).length > 0]);
  },
  'no step falls on a closed day, no call on one of the debtor’s region, and no two on one day': ({
    input: { calendar, debtorCalendar, today, facts },
    take: { mode },
  }) => {
    expect(calendar.isOpen(today)).toBe(true);
    if (mode === 'call') expect(debtorCalendar.isOpen(today)).toBe(true);
    expect(facts.steps.filter((s) => s.takenOn === today && s.state !== 'cancelled')).toEqual([]);
  },
  'what we write keeps its distance': ({ input: { facts, today, calendar }, take }) => {
    if (take.mode !== 'written') return;
    const written = facts.activities.filter(({ counted }) => counted);
    const sent = written.map(({ on }) => on);
    const isShort = take.stage === 'firm_notice' && take.isRepeat;
    for (const { on, skipsGap } of written)
      expect(businessDaysBetween(calendar, on, today)).toBeGreaterThanOrEqual(isShort || skipsGap ? 1 : 3);
    expect(sent.filter((on) => on > today - 7).length).toBeLessThan(3);
  },
  'nothing starts while something that was asked is open': ({ input: { facts, policy }, decision }) => {
    const isTask = (stage: string) => policy.tasks.some(({ key }) => key === stage);
    const open = facts.steps.filter(
      (s) => s.state === 'pending' && !isTask(s.stage) && !decision.withdraw.includes(s.id),
    );
    expect(open).toEqual([]);
  },
  'only invoices that are unpaid, undisputed, unpromised, not on hold, not missing and not to be written off are asked for':
    ({ input: { facts, today }, take }) => {
      expect(take.listedInvoiceIds).toContain(take.carryingInvoiceId);
      for (const id of take.listedInvoiceIds) {
        const invoice = facts.invoices.find((i) => i.id === id);
        expect(invoice?.outstanding).toBeGreaterThan(0n);
        expect(invoice?.missingSince).toBeUndefined();
        const paysIt = (p: PromiseFact) => p.invoices.some((x) => x.inFull && x.invoiceId === id);
        const stands = (p: PromiseFact) => !p.awaitsAgreement && today <= (p.confirmBy ?? Infinity);
        expect(facts.promises.filter((p) => p.state === 'open' && stands(p) && paysIt(p))).toEqual([]);
        const disputes = facts.disputes.filter((d) => d.invoiceId === id);
        const isOpen = (d: DisputeFact) => (d.endedOn ?? Infinity) > today;
        expect(disputes.filter((d) => d.whole && isOpen(d))).toEqual([]);
        const contested = disputes
          .map((d) => (isOpen(d) ? d.amount : (d.toBeCredited ?? 0n)))
          .reduce((sum, amount) => sum + amount, 0n);
        expect(invoice?.outstanding).toBeGreaterThan(contested);
        expect(facts.holds.filter((h) => (h.invoiceId ?? id) === id && holdsOn(h, today))).toEqual([]);
        expect(facts.writeOffs?.filter((w) => w.agreed && w.invoiceId === id)).toEqual([]);
      }
    },
  'nothing starts when credits cover what is due, while the customer is under protection, or while others look after it':
    ({ input: { facts, policy, today }, decision }) => {
      const before = Math.max(0, -(policy.rungs.find(({ enabled }) => enabled)?.day ?? 0));
      const nets = new Map<string, bigint>();
      const add = (currency: string, amount: bigint) =>
        nets.set(currency, (nets.get(currency) ?? 0n) + amount);
      for (const { currency, amount, forOther = 0n } of facts.unapplied) add(currency, forOther - amount);
      for (const { currency, outstanding, dueOn, missingSince } of facts.invoices)
        if (outstanding < 0n ? missingSince === undefined : dueOn <= today + before)
          add(currency, outstanding);
      expect([...nets.values()].some((net) => net > 0n)).toBe(true);
      expect(decision.caseShouldBeOpen).toBe(true);
      expect(facts.conditions.some((c) => c.sinceOn <= today && today < (c.endedOn ?? Infinity))).toBe(false);
      expect(facts.handedOff).toBeUndefined();
    },
  'nothing harsh comes while money waits to be placed in a currency that they owe, or nobody knows of new payments':
    ({ take, input: { facts, today, calendar, paymentsFreshUntil = today } }) => {
      if (!take.harsh) return;
      const owed = new Set(facts.invoices.flatMap((i) => (i.outstanding > 0n ? i.currency : [])));
      const waits = facts.unapplied.filter(
        ({ currency, toPlace = 0n }) => toPlace > 0n && owed.has(currency),
      );
      expect(waits).toEqual([]);
      expect(businessDaysBetween(calendar, paymentsFreshUntil, today)).toBeLessThanOrEqual(2);
    },
  'nothing harsher comes before a date that we put in writing has passed': ({
    input: { facts, policy, today },
    take,
  }) => {
    const indexOf = (stage: string) => policy.rungs.findIndex(({ key }) => key === stage);
    for (const { stage, state, deadlineOn } of facts.steps)
      if (state === 'done' && deadlineOn !== undefined && indexOf(stage) < indexOf(take.stage))
        expect(today).toBeGreaterThan(deadlineOn);
  },
  'nothing harsh comes for an invoice whose promised day we confirmed in writing, unless it was so harsh before':
    (taken) => {
      const { input, take } = taken;
      const { facts, policy, today } = input;
      const stands = (p: PromiseFact) => !p.awaitsAgreement && today <= (p.confirmBy ?? Infinity);
      const inWriting = facts.promises.filter(
        (p) => p.inWriting && (p.state === 'open' || p.state === 'superseded') && stands(p),
      );
      const promised = inWriting.filter((p) => today <= p.promisedOn).flatMap(({ invoices }) => invoices);
      const indexOf = (stage: string) => policy.rungs.findIndex(({ key }) => key === stage);
      for (const id of take.harsh ? take.listedInvoiceIds : []) {
        if (!promised.some(({ invoiceId }) => invoiceId === id)) continue;
        const isAsHarsh = ({ stage, state, invoiceIds }: StepFact) =>
          state !== 'cancelled' && invoiceIds.includes(id) && indexOf(stage) >= indexOf(take.stage);
        expect(facts.steps.some(isAsHarsh)).toBe(true);
      }
    },
  'nothing is repeated once the customer has replied': (taken) => {
    if (!taken.take.isRepeat) return;
    const before = countingSteps(taken, taken.take.stage, taken.take.carryingInvoiceId);
    const since = Math.min(...before.map(({ takenOn }) => takenOn));
    expect(taken.input.facts.activities.filter((one) => one.kind === 'reply' && one.on >= since)).toEqual([]);
  },
  'its day has come by the days on which nothing stopped the clock of the invoice, counted one by one': ({
    input: { facts, today },
    decision: { carrying },
    take,
  }) => {
    const invoice = facts.invoices.find(({ id }) => id === take.carryingInvoiceId);
    const counted = invoice && countedDays(invoice, facts, today);
    expect([carrying?.invoiceId, carrying?.effectiveDays]).toEqual([take.carryingInvoiceId, counted]);
    expect(counted).toBeGreaterThanOrEqual(take.stageDay);
  },
  'deciding again with the step recorded takes nothing more': ({ input, take, decision }) => {
    const { stage, carryingInvoiceId, occurrence, stageDay, listedInvoiceIds } = take;
    const step = { id: 'new', caseId: 'case', stage, carryingInvoiceId, occurrence, stageDay };
    const recorded = {
      ...step,
      takenOn: input.today,
      state: 'pending' as const,
      invoiceIds: listedInvoiceIds,
    };
    const rest = input.facts.steps.filter(({ id }) => !decision.withdraw.includes(id));
    const again = decide({ ...input, facts: { ...input.facts, steps: [...rest, recorded] } });
    expect(again.take).toBeUndefined();
    expect(again.withdraw).toEqual([]);
  },
  'every decision says why, in sentences': ({ decision: { reasons } }) => {
    expect(reasons.length).toBeGreaterThan(0);
    for (const { sentence } of reasons) expect(sentence).not.toMatch(/undefined|NaN|Infinity|Invalid/);
  },
};

/** What holds of every task beside the ladder. */
export const ofEveryTask: Readonly<Record<string, (lived: Lived, task: StepToTake) => void>> = {
  'a task beside the ladder is opened once for an invoice, on an open day, for what can be collected': (
    { input: { facts, today, calendar, policy }, decision },
    task,
  ) => {
    expect(calendar.isOpen(today)).toBe(true);
    expect(task.skipped).toEqual([]);
    const rule = policy.tasks.find(({ key }) => key === task.stage);
    const before = facts.steps.filter(
      (s) =>
        s.stage === task.stage &&
        s.state !== 'cancelled' &&
        !decision.withdraw.includes(s.id) &&
        (s.state === 'pending' || s.invoiceIds.includes(task.carryingInvoiceId)),
    );
    expect(before).toEqual([]);
    for (const need of rule?.gate?.needs ?? []) {
      const done = facts.steps.filter((s) => s.stage === need && s.state === 'done');
      expect(done.some((s) => s.invoiceIds.includes(task.carryingInvoiceId))).toBe(true);
    }
    const carrying = facts.invoices.find(({ id }) => id === task.carryingInvoiceId);
    expect(carrying?.outstanding).toBeGreaterThan(0n);
    expect(today - (carrying?.dueOn ?? today)).toBeGreaterThanOrEqual(rule?.day ?? 0);
  },
  'supply is stopped on fresh payments alone, after a late-payment notice, and never twice at a time': (
    { input },
    { stage, carryingInvoiceId, approvedBy, harsh },
  ) => {
    if (stage !== 'credit_hold') return;
    const { facts, today } = input;
    expect([harsh, approvedBy, facts.creditHold]).toEqual([true, ['manager'], undefined]);
    const warned = facts.steps.filter((s) => s.stage === 'firm_notice' && s.state === 'done');
    expect(warned.some(({ invoiceIds }) => invoiceIds.includes(carryingInvoiceId))).toBe(true);
    const late = decide({ ...input, paymentsFreshUntil: addDays(today, -30) });
    expect(late.tasks.map((task) => task.stage)).not.toContain('credit_hold');
    const insolvent = [{ kind: 'insolvency' as const, sinceOn: today }];
    expect(decide({ ...input, facts: { ...facts, conditions: insolvent } }).tasks).toEqual([]);
  },
  'tasks beside the ladder change nothing on it': ({ input, decision }) => {
    const { policy, facts } = input;
    const isTask = (stage: string) => policy.tasks.some(({ key }) => key === stage);
    const steps = facts.steps.filter(({ stage }) => !isTask(stage));
    const alone = decide({ ...input, policy: { ...policy, tasks: [] }, facts: { ...facts, steps } });
    expect([alone.take, alone.waiting, alone.stuck]).toEqual([
      decision.take,
      decision.waiting,
      decision.stuck,
    ]);
  },
};

/** Throws where a step has been taken before in this story. */
export function noStepTwice(story: Iterable<Lived>): void {
  const keys: string[] = [];
  for (const { decision } of story) {
    if (!decision.take) continue;
    const { stage, carryingInvoiceId, occurrence } = decision.take;
    keys.push(`${stage} ${carryingInvoiceId} ${occurrence}`);
  }
  expect(new Set(keys).size).toBe(keys.length);
}

/** All of the above for every day of a story. */
export function always(story: Iterable<Lived>): void {
  const days = [...story];
  noStepTwice(days);
  for (const lived of days) {
    const { take, tasks } = lived.decision;
    if (take) for (const check of Object.values(ofEveryStep)) check({ ...lived, take });
    for (const task of tasks) for (const check of Object.values(ofEveryTask)) check(lived, task);
  }
}
