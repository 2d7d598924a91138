import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reconcile } from '../../src/core/reconcile.ts';

const quiet = {
  currency: 'EUR',
  opening: 0n,
  newlyOverdue: 0n,
  paymentsReversed: 0n,
  debitNotes: 0n,
  cashAllocated: 0n,
  creditsAllocated: 0n,
  writtenOff: 0n,
  cashBookedLate: 0n,
  creditsBookedLate: 0n,
  disputesReleased: 0n,
  dueDateChanges: 0n,
  corrections: 0n,
  closing: 0n,
};

it('a week closes where its movements lead', () => {
  const week = {
    ...quiet,
    opening: 100_000n,
    newlyOverdue: 25_000n,
    paymentsReversed: 1_000n,
    debitNotes: 500n,
    cashAllocated: 40_000n,
    creditsAllocated: 2_000n,
    writtenOff: 300n,
    cashBookedLate: 1_500n,
    creditsBookedLate: -200n,
    disputesReleased: -5_000n,
    dueDateChanges: -700n,
    corrections: 50n,
    closing: 77_250n,
  };
  expect(reconcile([week])).toEqual([{ currency: 'EUR', closing: 77_250n, residue: 0n }]);
});

it('whatever the ledger shows beyond the movements is a residue, in its own currency', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), (opening, surprise) => {
      const rows = reconcile([
        { ...quiet, opening, closing: opening + surprise },
        { ...quiet, currency: 'USD', opening: 7n, closing: 7n },
      ]);
      expect(rows.map((row) => row.residue)).toEqual([surprise, 0n]);
    }),
  );
});
