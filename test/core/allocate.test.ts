import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/core/allocate.ts';
import { addDays, dayOf } from '../../src/core/day.ts';

const today = dayOf('2026-11-23');
const invoice = (number: string, late: number, outstanding: bigint, currency = 'EUR') => ({
  id: number,
  number,
  dueOn: addDays(today, -late),
  currency,
  outstanding,
});

describe('money spread over invoices', () => {
  it('pays the oldest first and leaves the rest open', () => {
    const open = [invoice('B', 10, 500n), invoice('A', 40, 300n), invoice('C', 2, 900n)];
    expect(allocate({ currency: 'EUR', amount: 600n }, open)).toEqual({
      allocations: [
        { invoiceId: 'A', amount: 300n, inFull: true },
        { invoiceId: 'B', amount: 300n, inFull: false },
      ],
      left: 0n,
    });
  });

  it('takes the lower number of two with the same due date', () => {
    const { allocations } = allocate({ currency: 'EUR', amount: 1n }, [
      invoice('2', 5, 9n),
      invoice('1', 5, 9n),
    ]);
    expect(allocations.map((a) => a.invoiceId)).toEqual(['1']);
  });

  it('passes over credit notes and other currencies', () => {
    const open = [invoice('credit', 50, -100n), invoice('dollars', 40, 100n, 'USD'), invoice('paid', 30, 0n)];
    expect(allocate({ currency: 'EUR', amount: 70n }, open)).toEqual({ allocations: [], left: 70n });
  });

  it('never spends more than there is, on no invoice more than is open, and leaves no open invoice before a later one', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -60, max: 60 }), fc.bigInt({ min: -50n, max: 1000n })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.bigInt({ min: -10n, max: 4000n }), some, (amount, rows) => {
        const open = rows.map(([late, outstanding], n) => invoice(`INV-${n}`, late, outstanding));
        const { allocations, left } = allocate({ currency: 'EUR', amount }, open);
        const spent = allocations.reduce((sum, a) => sum + a.amount, 0n);
        expect(spent + left).toBe(amount);
        for (const { invoiceId, amount: share, inFull } of allocations) {
          const paid = open.find((i) => i.id === invoiceId);
          expect(share > 0n && share <= (paid?.outstanding ?? 0n)).toBe(true);
          expect(inFull).toBe(share === paid?.outstanding);
        }
        expect(allocations.slice(0, -1).every((a) => a.inFull)).toBe(true);
        if (left > 0n)
          expect(spent).toBe(open.reduce((sum, i) => sum + (i.outstanding > 0n ? i.outstanding : 0n), 0n));
      }),
    );
  });
});
