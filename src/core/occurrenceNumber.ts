import type { StepFact } from './facts.ts';

/** Which time of a stage with that carrying invoice comes next, withdrawn ones counted: unique for ever. */
export function occurrenceNumber(stage: string, invoiceId: string, steps: readonly StepFact[]): number {
  let last = 0;
  for (const step of steps) {
    if (step.stage === stage && step.carryingInvoiceId === invoiceId && step.occurrence > last)
      last = step.occurrence;
  }
  return last + 1;
}
