import { ceaseFindings } from './afterCease.ts';
import { agreementFindings } from './agreementFindings.ts';
import { answeredRepeat } from './answeredRepeat.ts';
import { carryingInvoice } from './carryingInvoice.ts';
import { type Climb, climb } from './climb.ts';
import { type Collectable, collectable, type OpenItem } from './collectable.ts';
import { courtesyFindings } from './courtesyReminder.ts';
import { creditHoldFindings } from './creditHold.ts';
import type { Day } from './day.ts';
import { debtorStops } from './debtorStops.ts';
import type { CarryingDecision, Decision, DecisionInput } from './decision.ts';
import type { DebtorFacts, Reason, StepFact } from './facts.ts';
import { reasonsOf } from './finding.ts';
import { overrideFindings } from './houseLimits.ts';
import { importedFindings } from './importedFindings.ts';
import { itemFindings } from './itemFindings.ts';
import { NEVER } from './never.ts';
import { nextTurn } from './nextTurn.ts';
import { preDueWindow, stageOf } from './policy.ts';
import { isAbout, standing } from './standing.ts';
import { stepDoneOn } from './stepDone.ts';
import { type TasksBeside, tasksBeside } from './tasksBeside.ts';
import { usualDayFindings } from './usualDayCalls.ts';

/**
 * Decides, from facts alone, what the policy does about a debtor today: at most one step of the
 * ladder, the tasks beside it, and why, why not, or when. Pure: the same input gives the same answer, and taking the step
 * and the tasks it names makes the next answer another one.
 */
export function decide(input: DecisionInput): Decision {
  const { facts, policy, settings, today } = input;
  const window = preDueWindow(policy);
  const book = collectable(facts, { today, window, settings });
  const carrying = carryingInvoice(book.items);
  const stops = debtorStops(facts, policy, today);
  const lost = lostSteps(input, book, stops.length > 0);
  let found: Climb | undefined;
  let beside: TasksBeside | undefined;
  if (carrying && stops.length === 0) {
    const stands = standing(carrying, book.items, lost, input);
    found = climb(stands, book.stops, input);
    beside = tasksBeside(stands, book.stops, lost, input);
  }
  const reviewOn = Math.min(
    nextTurn(facts, window, today),
    found?.nextOn ?? NEVER,
    beside?.nextOn ?? NEVER,
  ) as Day;
  return new Decided(
    {
      caseShouldBeOpen: book.caseShouldBeOpen,
      carrying: carrying && carriedBy(carrying, today),
      take: found?.outcome.take,
      tasks: beside?.open ?? [],
      waitsForFinance: [...(found?.waitsForFinance ?? []), ...(beside?.waitsForFinance ?? [])],
      stuck: found?.outcome.stuck,
      waiting: found?.outcome.waiting,
      withdraw: lost,
      nextReviewOn: reviewOn === NEVER ? undefined : reviewOn,
    },
    () =>
      reasonsOf([
        ...itemFindings(book, carrying, today),
        ...agreementFindings(facts, today),
        ...creditHoldFindings(facts, { today, settings }),
        ...(carrying ? importedFindings(facts, carrying.invoice) : []),
        ...stops,
        ...ceaseFindings(facts, today),
        ...overrideFindings(facts, today),
        ...courtesyFindings(input),
        ...(found?.findings ?? []),
        ...(beside?.findings ?? []),
        ...(carrying ? usualDayFindings(input) : []),
      ]),
    () => found?.silent?.() ?? [],
  );
}

/** Its reasons are made when they are read: a whole ledger is decided without a word. */
class Decided implements Decision {
  readonly caseShouldBeOpen: boolean;
  readonly carrying: Decision['carrying'];
  readonly take: Decision['take'];
  readonly tasks: Decision['tasks'];
  readonly waitsForFinance: NonNullable<Decision['waitsForFinance']>;
  readonly stuck: Decision['stuck'];
  readonly waiting: Decision['waiting'];
  readonly withdraw: Decision['withdraw'];
  readonly nextReviewOn: Decision['nextReviewOn'];
  readonly #say: () => Reason[];
  readonly #silent: () => readonly string[];

  constructor(
    decided: Omit<Decision, 'reasons' | 'silent'>,
    say: () => Reason[],
    silent: () => readonly string[],
  ) {
    this.caseShouldBeOpen = decided.caseShouldBeOpen;
    this.carrying = decided.carrying;
    this.take = decided.take;
    this.tasks = decided.tasks;
    this.waitsForFinance = decided.waitsForFinance ?? [];
    this.stuck = decided.stuck;
    this.waiting = decided.waiting;
    this.withdraw = decided.withdraw;
    this.nextReviewOn = decided.nextReviewOn;
    this.#say = say;
    this.#silent = silent;
  }

  get reasons(): Reason[] {
    return this.#say();
  }

  get silent(): readonly string[] {
    return this.#silent();
  }
}

function carriedBy({ invoice, effectiveDays }: OpenItem, today: Day): CarryingDecision {
  const { id, dueOn, currency } = invoice;
  return { invoiceId: id, effectiveDays, calendarDays: today - dueOn, currency };
}

/**
 * Steps that still wait to be done, or could not be sent and wait to be sent again, although nothing that they list is collectable any more, or
 * the policy does not use their stage any longer. A letter that was mailed and has only to be posted is on its way, whatever the policy says now.
 */
function lostSteps(
  { facts, policy, calendar }: DecisionInput,
  { items }: Collectable,
  stopped: boolean,
): string[] {
  const lost: string[] = [];
  for (const step of facts.steps) {
    if (step.state !== 'pending' && step.state !== 'failed') continue;
    const stage = stageOf(policy, step.stage);
    if (stage && stepDoneOn(step, stage.kind, facts, calendar) !== undefined) continue;
    const used = stage?.enabled || isOnItsWay(step, facts);
    const alive = used && items.some((item) => !item.barrier && isAbout(step, item.invoice.id));
    if (stopped || !alive || answeredRepeat(step, facts, policy) !== undefined) lost.push(step.id);
  }
  return lost;
}

function isOnItsWay({ id }: StepFact, { prompts }: DebtorFacts): boolean {
  return prompts.some(({ stepId, kind, open }) => open && stepId === id && kind === 'post_letter');
}
