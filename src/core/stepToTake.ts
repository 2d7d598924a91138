import type { Candidate } from './candidate.ts';
import type { OpenItem } from './collectable.ts';
import type { DecisionInput, StepToTake } from './decision.ts';
import { gateOpensOn } from './gates.ts';
import { occurrenceNumber } from './occurrenceNumber.ts';
import type { Gate, Rung } from './policy.ts';
import { doneSteps, isAbout, type Standing } from './standing.ts';
import { callWaitsUntil } from './usualDay.ts';

/** The step that a candidate makes: its key, whom it asks, which invoices it lists, which rungs it passes over. */
export function stepToTake(candidate: Candidate, standing: Standing, input: DecisionInput): StepToTake {
  const { rung, index, occurrence } = candidate;
  const { carrying, highest } = standing;
  return {
    stage: rung.key,
    carryingInvoiceId: carrying.invoice.id,
    occurrence: occurrenceNumber(rung.key, carrying.invoice.id, input.facts.steps),
    stageDay: occurrence.stageDay,
    mode: occurrence.mode,
    call: occurrence.mode === 'written' ? rung.call : undefined,
    callFrom: occurrence.mode === 'written' ? callWaitsUntil(rung, carrying.invoice, input) : undefined,
    isRepeat: occurrence.isRepeat,
    listedInvoiceIds: listed(rung, standing, input),
    asks: rung.asks,
    approvedBy: rung.approvedBy,
    needsApproval: rung.approvedBy.length > 0,
    oneClick: rung.oneClick,
    harsh: rung.harsh,
    deadlineDays: rung.deadlineDays,
    skipped: passedOver(highest + 1, index, input),
  };
}

function passedOver(from: number, to: number, { policy }: DecisionInput): string[] {
  const keys: string[] = [];
  for (let index = from; index < to; index++) {
    const rung = policy.rungs[index];
    if (rung?.enabled) keys.push(rung.key);
  }
  return keys;
}

/** The collectable invoices that have come as far as the rung asks and whose own gate is met: it counts for all of them. */
function listed(rung: Rung, { items, carrying, live }: Standing, input: DecisionInput): string[] {
  const from = rung.listsFrom ?? rung.day;
  const ids: string[] = [];
  for (const item of items) {
    if (item.barrier || item.effectiveDays < from) continue;
    if (item === carrying || !rung.gate || isPast(rung.gate, item, live, input)) ids.push(item.invoice.id);
  }
  return ids;
}

function isPast(gate: Gate, { invoice }: OpenItem, live: Standing['live'], input: DecisionInput): boolean {
  const steps = live.filter((step) => isAbout(step, invoice.id));
  return gateOpensOn(gate, doneSteps(steps, input), input.calendar) <= input.today;
}
