import type { Candidate } from './candidate.ts';
import type { OpenItem } from './collectable.ts';
import type { DecisionInput, StepToTake } from './decision.ts';
import { gateOpensOn } from './gates.ts';
import type { Rung } from './policy.ts';
import { doneSteps, isAbout, type Standing } from './standing.ts';

/** The step that a candidate makes: its key, whom it asks, which invoices it lists, which rungs it passes over. */
export function stepToTake(candidate: Candidate, standing: Standing, input: DecisionInput): StepToTake {
  const { rung, index, occurrence } = candidate;
  const { carrying, highest } = standing;
  const between = input.policy.rungs.slice(highest + 1, index);
  return {
    stage: rung.key,
    carryingInvoiceId: carrying.invoice.id,
    occurrence: occurrenceNumber(rung.key, carrying.invoice.id, input),
    stageDay: occurrence.stageDay,
    mode: occurrence.mode,
    ...(rung.call && occurrence.mode === 'written' && { call: rung.call }),
    isRepeat: occurrence.isRepeat,
    listedInvoiceIds: listed(rung, standing, input),
    asks: rung.asks,
    approvedBy: rung.approvedBy,
    needsApproval: rung.approvedBy.length > 0,
    oneClick: rung.oneClick,
    harsh: rung.harsh,
    ...(rung.deadlineDays !== undefined && { deadlineDays: rung.deadlineDays }),
    skipped: between.filter(({ enabled }) => enabled).map(({ key }) => key),
  };
}

function occurrenceNumber(stage: string, invoiceId: string, { facts }: DecisionInput): number {
  let last = 0;
  for (const step of facts.steps) {
    if (step.stage === stage && step.carryingInvoiceId === invoiceId && step.occurrence > last)
      last = step.occurrence;
  }
  return last + 1;
}

/** The collectable invoices that have come as far as the rung asks and whose own gate is met: it counts for all of them. */
function listed(rung: Rung, { items, carrying, live }: Standing, input: DecisionInput): string[] {
  const from = rung.listsFrom ?? rung.day;
  const passed = ({ invoice }: OpenItem) => {
    if (!rung.gate || invoice.id === carrying.invoice.id) return true;
    const done = doneSteps(
      live.filter((step) => isAbout(step, invoice.id)),
      input,
    );
    return gateOpensOn(rung.gate, done, input.calendar) <= input.today;
  };
  return items
    .filter((item) => !item.barrier && item.effectiveDays >= from && passed(item))
    .map(({ invoice }) => invoice.id);
}
