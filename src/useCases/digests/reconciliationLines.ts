import type { WeekReconciliation } from './reconcileWeek.ts';

export interface NamedLine {
  readonly key: string;
  readonly label: string;
  /** minor units, with the sign it goes into the sum with */
  readonly amount: bigint;
}

/** The week's equation line by line: opening, what moved it, closing. All but the last add up to the last, less the residue. */
export function reconciliationLines(line: WeekReconciliation): NamedLine[] {
  return [
    { key: 'opening', label: 'Opening', amount: line.opening },
    { key: 'newlyOverdue', label: 'Newly overdue', amount: line.newlyOverdue },
    { key: 'paymentsReversed', label: 'Payments reversed', amount: line.paymentsReversed },
    { key: 'debitNotes', label: 'Debit notes', amount: line.debitNotes },
    { key: 'cashAllocated', label: 'Cash on overdue', amount: -line.cashAllocated },
    { key: 'creditsAllocated', label: 'Credits on overdue', amount: -line.creditsAllocated },
    { key: 'writtenOff', label: 'Written off', amount: -line.writtenOff },
    { key: 'cashBookedLate', label: 'Cash of earlier weeks, booked late', amount: -line.cashBookedLate },
    {
      key: 'creditsBookedLate',
      label: 'Credits and write-offs of earlier weeks, booked late',
      amount: -line.creditsBookedLate,
    },
    { key: 'disputesReleased', label: 'Disputed and released', amount: line.disputesReleased },
    { key: 'dueDateChanges', label: 'Due dates changed', amount: line.dueDateChanges },
    { key: 'corrections', label: 'Corrections', amount: line.corrections },
    { key: 'closing', label: 'Closing', amount: line.closing },
  ];
}
