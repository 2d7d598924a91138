import { usableUntil } from './approvalDays.ts';
import { addBusinessDays, nextOpenDay } from './calendar.ts';
import { type Day, dateOfDay } from './day.ts';
import { dayJudged } from './dayJudged.ts';
import { deadlineFor } from './deadlineFor.ts';
import type { DecisionInput, StepToTake } from './decision.ts';
import type { ActivityFact, DebtorFacts, StepFact } from './facts.ts';
import { NEVER } from './never.ts';
import { stageOf } from './policy.ts';
import { writtenSpacing } from './spacing.ts';
import { contactDoneOn, contactProgress } from './stepDone.ts';
import { unpaidBy } from './unpaidBy.ts';

export type FutureRules = Pick<DecisionInput, 'policy' | 'settings' | 'calendar'>;

/** Something that is still to be done for a step that was taken. */
interface Planned {
  readonly step: StepFact;
  readonly on: Day;
  /** `attempt`: whatever the contact step needs next */
  readonly by: 'email' | 'task' | 'attempt';
}

/** What was done for a step some time after it was taken. */
export interface FollowedUp {
  readonly stage: string;
  readonly by: 'call' | 'email' | 'task';
}

/**
 * A debtor's facts as they would become if every step were done as it comes: what is written is sent the same day, approvals are
 * given, nobody answers, and no money arrives. A contact step is tried once a business day in the way that its prompt says is missing (stepDone.ts): a
 * call, then a message of the collector's own once spacing leaves room for it, where no other channel was used, and the alternate contact where one
 * exists; it is done when the same rule says so, never before. Calls are taken as allowed. The facts that it begins with are not touched.
 */
export class SimulatedFuture {
  facts: DebtorFacts;
  readonly #rules: FutureRules;
  readonly #steps: StepFact[];
  readonly #activities: ActivityFact[];
  #planned: Planned[] = [];

  /** What waits to be done when the simulation begins is taken up on that day. */
  constructor(facts: DebtorFacts, rules: FutureRules, from: Day) {
    this.#rules = rules;
    this.#steps = [...facts.steps];
    this.#activities = [...facts.activities];
    this.facts = {
      ...facts,
      steps: this.#steps,
      activities: this.#activities,
      prompts: [],
      awaitsApproval: false,
    };
    for (const step of facts.steps) if (step.state === 'pending') this.#takeUp(step, from);
  }

  /** Does what falls due up to a day without a decision. Answers what was done for earlier steps and how many promises broke. */
  settle(today: Day): { readonly followedUp: readonly FollowedUp[]; readonly broken: number } {
    const followedUp: FollowedUp[] = [];
    if (this.#planned.length > 0) {
      const due = this.#planned.filter(({ on }) => on <= today);
      this.#planned = this.#planned.filter(({ on }) => on > today);
      for (const { step, by } of due) {
        if (!this.#steps.includes(step)) continue;
        if (by === 'attempt') {
          const tried = this.#attempt(step, today);
          if (tried) followedUp.push({ stage: step.stage, by: tried });
          continue;
        }
        followedUp.push({ stage: step.stage, by });
        if (by === 'email') this.#record(step, by, today);
        this.#finish(step, today);
      }
    }
    return { followedUp, broken: this.#judge(today) };
  }

  take(take: StepToTake, today: Day): void {
    const isContact = this.#kindOf(take.stage) === 'contact';
    const step: StepFact = {
      id: `simulated ${take.stage} ${take.carryingInvoiceId} ${take.occurrence}`,
      caseId: this.facts.openCase?.id ?? '',
      stage: take.stage,
      carryingInvoiceId: take.carryingInvoiceId,
      occurrence: take.occurrence,
      stageDay: take.stageDay,
      takenOn: today,
      state: isContact ? 'pending' : 'done',
      doneOn: isContact ? undefined : today,
      deadlineOn: isContact ? undefined : this.#deadlineOf(take.stage, today),
      invoiceIds: take.listedInvoiceIds,
    };
    this.#steps.push(step);
    if (take.stage === 'credit_hold') this.#stopSupply(step);
    if (take.mode !== 'task') this.#record(step, take.mode === 'call' ? 'call' : 'email', today);
    if (isContact) this.#planAttempt(step, today);
  }

  /** Without money it is not released. */
  #stopSupply({ id, carryingInvoiceId: invoiceId, takenOn: setOn, invoiceIds }: StepFact): void {
    const invoiceNumber = this.facts.invoices.find((invoice) => invoice.id === invoiceId)?.number ?? '';
    this.facts = { ...this.facts, creditHold: { id, setOn, invoiceId, invoiceNumber, invoiceIds } };
  }

  withdraw(ids: readonly string[]): void {
    for (const [at, step] of this.#steps.entries()) {
      if (ids.includes(step.id)) this.#steps[at] = { ...step, state: 'cancelled' };
    }
  }

  /** The next day on which something happens by itself. */
  nextOn(): Day {
    let next = NEVER;
    for (const { on } of this.#planned) if (on < next) next = on;
    for (const promise of this.facts.promises)
      if (promise.state === 'open' && dayJudged(promise) < next) next = dayJudged(promise);
    return next;
  }

  #takeUp(step: StepFact, from: Day): void {
    const on = nextOpenDay(this.#rules.calendar, from);
    const kind = this.#kindOf(step.stage);
    this.#planned.push({
      step,
      on,
      by: kind === 'written' ? 'email' : kind === 'contact' ? 'attempt' : 'task',
    });
  }

  #planAttempt(step: StepFact, tried: Day): void {
    this.#planned.push({ step, on: addBusinessDays(this.#rules.calendar, tried, 1), by: 'attempt' });
  }

  /** One attempt of a contact step: how, or undefined where it is done already or has to wait for room to write. */
  #attempt(step: StepFact, today: Day): 'call' | 'email' | undefined {
    const { calendar } = this.#rules;
    const { doneOn, days, daysLeft, channels, untried } = contactProgress(step.takenOn, this.facts, calendar);
    if (doneOn !== undefined) {
      this.#finish(step, today);
      return undefined;
    }
    const needsAnother = channels.size === 1 && channels.has('call');
    const by = needsAnother && this.#mayWrite(today) ? 'email' : 'call';
    // only the message is missing
    const waits = by === 'call' && needsAnother && daysLeft === 0 && untried === undefined;
    if (!waits) this.#record(step, by, today, days > 0 ? untried : undefined);
    if (contactDoneOn(step, this.facts, calendar) !== undefined) this.#finish(step, today);
    else this.#planAttempt(step, today);
    return waits ? undefined : by;
  }

  #mayWrite(today: Day): boolean {
    const { policy, calendar } = this.#rules;
    const { spacing } = policy;
    const room = writtenSpacing(this.#activities, { spacing, calendar, today, skipGap: false });
    return room === undefined || room.opensOn <= today;
  }

  #finish(step: StepFact, today: Day): void {
    const deadlineOn = this.#deadlineOf(step.stage, today) ?? step.deadlineOn;
    this.#steps[this.#steps.indexOf(step)] = { ...step, state: 'done', doneOn: today, deadlineOn };
  }

  /** The deadline that a notice of that day would name. */
  #deadlineOf(stage: string, today: Day): Day | undefined {
    const { policy, calendar, settings } = this.#rules;
    const usable = usableUntil(today, calendar, settings);
    return deadlineFor({ policy, calendar, facts: this.facts, today }, stage, usable);
  }

  #record({ id, stage }: StepFact, kind: 'call' | 'email', on: Day, contactId?: string): void {
    this.#activities.push({
      id: `simulated ${id} ${stage} ${on}`,
      kind,
      direction: 'out',
      outcome: kind === 'call' ? 'no_answer' : undefined,
      counted: kind === 'email',
      contactId,
      stepId: id,
      on,
      at: dateOfDay(on),
    });
  }

  #judge(today: Day): number {
    const { promises, broken } = unpaidBy(this.facts.promises, today);
    if (broken > 0) this.facts = { ...this.facts, promises };
    return broken;
  }

  #kindOf(stage: string) {
    const { policy } = this.#rules;
    return stageOf(policy, stage)?.kind ?? 'task';
  }
}
