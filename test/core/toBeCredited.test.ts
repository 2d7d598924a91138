import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, dayOf } from '../../src/core/day.ts';
import { type GivenIn, type TakenOff, toBeCredited } from '../../src/core/toBeCredited.ts';

const raisedOn = dayOf('2026-03-02');
const credit = (id: string, amount: bigint): TakenOff => ({ id, kind: 'credit', amount });
const inLedger = (id: string, amount: bigint): TakenOff => ({ id, kind: 'ledger', amount });

describe('what is still to be credited of 200.00 that were given in to', () => {
  const table: [string, TakenOff[], bigint][] = [
    ['all of it while nothing has come', [], 20_000n],
    ['nothing once a credit note has taken it off', [credit('CN-1', 20_000n)], 0n],
    ['the rest of a smaller credit', [credit('CN-1', 15_000n)], 5_000n],
    ['nothing after a greater one', [credit('CN-1', 90_000n)], 0n],
    ['nothing once two credits have', [credit('CN-1', 15_000n), credit('CN-2', 5_000n)], 0n],
    ['nothing once a ledger shows exactly that much less', [inLedger('1', 20_000n)], 0n],
    [
      'nothing where a ledger shows the rest of a credit',
      [credit('CN-1', 15_000n), inLedger('1', 5_000n)],
      0n,
    ],
    ['all of it where the customer paid the rest first', [inLedger('1', 64_050n)], 20_000n],
    ['all of it where a part of the rest was paid', [inLedger('1', 10_000n)], 20_000n],
    ['nothing where both came, one after the other', [inLedger('1', 64_050n), inLedger('2', 20_000n)], 0n],
  ];
  test.each(table)('%s', (_what, takenOff, left) => {
    const found = toBeCredited([{ disputeId: 'price', raisedOn, amount: 20_000n, takenOff }]);
    expect(found.left.get('price')).toBe(left);
    expect(found.shown.size).toBe(left === 0n && takenOff.some(({ kind }) => kind === 'ledger') ? 1 : 0);
  });

  test('two disputes of one invoice are not credited by the same note', () => {
    const note = credit('CN-1', 20_000n);
    const { left } = toBeCredited([
      { disputeId: 'price', raisedOn, amount: 20_000n, takenOff: [note] },
      { disputeId: 'goods', raisedOn: addDays(raisedOn, 5), amount: 10_000n, takenOff: [note] },
    ]);
    expect([...left.values()].reduce((sum, amount) => sum + amount)).toBe(10_000n);
  });
  test('a ledger that shows both at once has credited both', () => {
    const both = inLedger('1', 30_000n);
    const { left } = toBeCredited([
      { disputeId: 'price', raisedOn, amount: 20_000n, takenOff: [both] },
      { disputeId: 'goods', raisedOn, amount: 10_000n, takenOff: [both] },
    ]);
    expect([...left.values()]).toEqual([0n, 0n]);
  });
});

/** Disputes of one invoice, each listing what was taken off since it was raised. */
const disputes = fc
  .record({
    given: fc.array(fc.record({ day: fc.nat({ max: 9 }), amount: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    came: fc.array(
      fc.record({
        day: fc.nat({ max: 9 }),
        amount: fc.integer({ min: 1, max: 9 }),
        kind: fc.constantFrom('credit' as const, 'ledger' as const),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ given, came }): GivenIn[] =>
    given.map(({ day, amount }, index) => ({
      disputeId: `${index}`,
      raisedOn: addDays(raisedOn, day),
      amount: BigInt(amount),
      takenOff: came.flatMap((one, nth) =>
        one.day >= day ? [{ id: `${nth}`, kind: one.kind, amount: BigInt(one.amount) }] : [],
      ),
    })),
  );

const total = (amounts: Iterable<bigint>) => [...amounts].reduce((sum, amount) => sum + amount, 0n);

it('everything that came counts once: credits as far as they go, what a ledger shows wholly or not at all', () => {
  fc.assert(
    fc.property(disputes, (given) => {
      const { left, shown } = toBeCredited(given);
      for (const { disputeId, amount } of given) {
        expect(left.get(disputeId)).toBeGreaterThanOrEqual(0n);
        expect(left.get(disputeId)).toBeLessThanOrEqual(amount);
      }
      const came = new Map(given.flatMap(({ takenOff }) => takenOff.map((one) => [one.id, one])));
      const credits = [...came.values()].filter(({ kind }) => kind === 'credit');
      const shownAs = [...came.values()].filter(({ id }) => shown.has(id));
      const credited = total(given.map(({ amount }) => amount)) - total(left.values());
      expect(credited).toBeLessThanOrEqual(total([...credits, ...shownAs].map(({ amount }) => amount)));
      expect(credited).toBeGreaterThanOrEqual(total(shownAs.map(({ amount }) => amount)));
      for (const { disputeId, takenOff } of given)
        if ((left.get(disputeId) ?? 0n) > 0n)
          expect(total(given.map(({ amount }) => amount)) - total(left.values())).toBeGreaterThanOrEqual(
            total(takenOff.filter(({ kind }) => kind === 'credit').map(({ amount }) => amount)),
          );
    }),
  );
});
