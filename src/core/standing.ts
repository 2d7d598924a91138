import type { OpenItem } from './collectable.ts';
import type { DecisionInput } from './decision.ts';
import type { StepFact } from './facts.ts';
import type { DoneStep } from './gates.ts';
import { rungIndex } from './policy.ts';
import { stepDoneOn } from './stepDone.ts';

/** Where the carrying invoice stands on the ladder. */
export interface Standing {
  readonly carrying: OpenItem;
  /** everything overdue or in the window */
  readonly items: readonly OpenItem[];
  /** steps of the ladder that count, of all the debtor's invoices */
  readonly live: readonly StepFact[];
  /** those of them that were taken for the carrying invoice */
  readonly mine: readonly StepFact[];
  /** place of the highest rung taken for the carrying invoice; -1 before the first */
  readonly highest: number;
}

/** Whether a step was taken for an invoice: it carried the case, or the step listed it. */
export function isAbout(step: StepFact, invoiceId: string): boolean {
  return step.carryingInvoiceId === invoiceId || step.invoiceIds.includes(invoiceId);
}

/**
 * Where an invoice stands. A step counts for the invoices that it listed and for no other; one that was withdrawn before
 * anything went out does not count, so that its rung can be taken again.
 * @param lost ids of steps that are being withdrawn
 */
export function standing(
  carrying: OpenItem,
  items: readonly OpenItem[],
  lost: readonly string[],
  { facts, policy, today }: DecisionInput,
): Standing {
  const live: StepFact[] = [];
  const mine: StepFact[] = [];
  let highest = -1;
  for (const step of facts.steps) {
    const index = step.state === 'cancelled' || step.takenOn > today ? -1 : rungIndex(policy, step.stage);
    if (index < 0 || lost.includes(step.id)) continue;
    live.push(step);
    if (!isAbout(step, carrying.invoice.id)) continue;
    mine.push(step);
    if (index > highest) highest = index;
  }
  return { carrying, items, live, mine, highest };
}

/** Those of some steps that are done, with the day on which they were. */
export function doneSteps(
  steps: readonly StepFact[],
  { facts, policy, calendar }: Pick<DecisionInput, 'facts' | 'policy' | 'calendar'>,
): DoneStep[] {
  const done: DoneStep[] = [];
  for (const step of steps) {
    const kind = policy.rungs[rungIndex(policy, step.stage)]?.kind ?? 'task';
    const doneOn = stepDoneOn(step, kind, facts, calendar);
    if (doneOn !== undefined) done.push({ stage: step.stage, doneOn, deadlineOn: step.deadlineOn });
  }
  return done;
}
