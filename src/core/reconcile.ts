/**
 * One currency of the weekly equation, past due less disputed, in minor units. Amounts that always work in one direction
 * are given as positive numbers; what was booked late and the last three carry their own sign.
 */
export interface ReconciliationLine {
  readonly currency: string;
  readonly opening: bigint;
  readonly newlyOverdue: bigint;
  readonly paymentsReversed: bigint;
  readonly debitNotes: bigint;
  readonly cashAllocated: bigint;
  readonly creditsAllocated: bigint;
  readonly writtenOff: bigint;
  /** cash of earlier weeks that was booked after the last digest, less what was returned like that */
  readonly cashBookedLate: bigint;
  /** credits and write-offs of earlier weeks that were booked after the last digest */
  readonly creditsBookedLate: bigint;
  /** released from dispute less newly disputed */
  readonly disputesReleased: bigint;
  readonly dueDateChanges: bigint;
  readonly corrections: bigint;
  /** what the ledger shows at the end */
  readonly closing: bigint;
}

export interface Reconciled {
  readonly currency: string;
  /** what opening and movements come to */
  readonly closing: bigint;
  /** the ledger's closing less that: anything but zero is an error, and shown as one */
  readonly residue: bigint;
}

/** Opening and the week's movements against the ledger's closing, for each currency. */
export function reconcile(lines: readonly ReconciliationLine[]): Reconciled[] {
  return lines.map((line) => {
    const added = line.newlyOverdue + line.paymentsReversed + line.debitNotes;
    const settled = line.cashAllocated + line.creditsAllocated + line.writtenOff;
    const late = line.cashBookedLate + line.creditsBookedLate;
    const changed = line.disputesReleased + line.dueDateChanges + line.corrections;
    const closing = line.opening + added - settled - late + changed;
    return { currency: line.currency, closing, residue: line.closing - closing };
  });
}
