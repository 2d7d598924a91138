import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectionEffectiveness, salesOutstanding } from '../../src/core/collectionRatios.ts';

test('DSO, its best possible and the days between, in days to a tenth', () => {
  const receivables = { open: 330_000n, current: 220_000n };
  expect(salesOutstanding(receivables, 220_000n, 90)).toEqual({ dso: 135, best: 90, delinquent: 45 });
});

test('without sales there is no DSO, rather than 0', () => {
  expect(salesOutstanding({ open: 100n, current: 0n }, 0n, 90)).toBeUndefined();
});

test('all that was due and collected is 100 %, nothing of it 0 %, and a write-off is not collected', () => {
  const month = { opening: 1_000n, sales: 500n, writtenOff: 0n };
  const of = (open: bigint, writtenOff = 0n) =>
    collectionEffectiveness({ ...month, closing: { open, current: 300n }, writtenOff });
  expect(of(300n)).toBe(100);
  expect(of(1_500n)).toBe(0);
  expect(of(300n, 1_200n)).toBe(0);
  expect(of(900n)).toBe(50);
});

test('nothing to collect has no effectiveness', () => {
  const closing = { open: 500n, current: 500n };
  expect(collectionEffectiveness({ opening: 0n, sales: 500n, closing, writtenOff: 0n })).toBeUndefined();
});

test('what is late makes the difference between DSO and its best', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 12n),
      fc.bigInt(0n, 10n ** 12n),
      fc.bigInt(1n, 10n ** 12n),
      (current, late, sales) => {
        const found = salesOutstanding({ open: current + late, current }, sales, 90);
        expect(found?.delinquent).toBeGreaterThanOrEqual(0);
        expect((found?.best ?? 0) + (found?.delinquent ?? 0)).toBeCloseTo(found?.dso ?? 0, 0);
      },
    ),
  );
});
