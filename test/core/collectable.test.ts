import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barriers } from '../../src/core/barriers.ts';
import { carryingInvoice } from '../../src/core/carryingInvoice.ts';
import { type Collectable, collectable } from '../../src/core/collectable.ts';
import { creditSetAgainst } from '../../src/core/creditSetAgainst.ts';
import { dayOf } from '../../src/core/day.ts';
import type { DebtorFacts } from '../../src/core/facts.ts';
import { dispute, facts, hold, invoice, promise, settings } from './ladder.ts';

const today = dayOf('2026-03-02');

function ledger(known: Partial<DebtorFacts>): Collectable {
  return collectable(facts(known), { today, window: 7, settings });
}

function carriedBy(known: Partial<DebtorFacts>): string | undefined {
  return carryingInvoice(ledger(known).items)?.invoice.number;
}

const older = invoice('1041', '2026-01-31');
const newer = invoice('1042', '2026-02-15');
const both = [newer, older];

describe('which invoice carries the case', () => {
  const table: [string, Partial<DebtorFacts>, string | undefined][] = [
    ['the one with the most effective days', { invoices: both }, '1041'],
    [
      'not one that is disputed as a whole',
      { invoices: both, disputes: [dispute('1041', '2026-02-20')] },
      '1042',
    ],
    [
      'one that is disputed in part',
      { invoices: both, disputes: [dispute('1041', '2026-02-20', { whole: false, amount: 1n })] },
      '1041',
    ],
    [
      'not one whose last cent a part dispute contests',
      { invoices: both, disputes: [dispute('1041', '2026-02-20', { whole: false })] },
      '1042',
    ],
    [
      'not one that is promised in full',
      { invoices: both, promises: [promise('1041', '2026-02-20', '2026-03-10')] },
      '1042',
    ],
    [
      'not one whose promise is still being checked',
      { invoices: both, promises: [promise('1041', '2026-02-01', '2026-02-10')] },
      '1042',
    ],
    [
      'one whose promise a manager has still to agree to',
      { invoices: both, promises: [promise('1041', '2026-02-20', '2026-03-10', { awaitsAgreement: true })] },
      '1041',
    ],
    [
      'not one on hold',
      { invoices: both, holds: [hold('2026-03-02', '2026-03-02', { invoiceId: '1041' })] },
      '1042',
    ],
    [
      'one whose hold is over, fewer days counted',
      { invoices: both, holds: [hold('2026-02-01', '2026-03-01', { invoiceId: '1041' })] },
      '1042',
    ],
    [
      'not one whose payment finance saw at the bank',
      {
        invoices: both,
        holds: [hold('2026-03-01', '2026-03-04', { invoiceId: '1041', kind: 'payment_seen' })],
      },
      '1042',
    ],
    [
      'none while the whole debtor is on hold',
      { invoices: both, holds: [hold('2026-03-01', '2026-03-04')] },
      undefined,
    ],
    [
      'not one that the last ledger file did not show',
      { invoices: [newer, { ...older, missingSince: today }] },
      '1042',
    ],
    ['not one that is paid', { invoices: [newer, { ...older, outstanding: 0n }] }, '1042'],
    ['none before the pre-due window', { invoices: [invoice('1', '2026-03-10')] }, undefined],
    ['one on the first day of the window', { invoices: [invoice('1', '2026-03-09')] }, '1'],
    [
      'of a tie the earlier due date',
      {
        invoices: [invoice('1', '2026-02-21'), invoice('2', '2026-02-20')],
        holds: [hold('2026-02-21', '2026-02-21', { invoiceId: '2' })],
      },
      '2',
    ],
    [
      'of a tie with the same due date the number',
      { invoices: [invoice('B', '2026-02-20'), invoice('A', '2026-02-20')] },
      'A',
    ],
  ];
  test.each(table)('%s', (_rule, known, expected) => {
    expect(carriedBy(known)).toBe(expected);
  });
});

describe('what was given in to', () => {
  const givenIn = (amount: bigint) =>
    dispute('1041', '2026-02-10', {
      ...{
        amount,
        whole: false,
        endedOn: dayOf('2026-02-12'),
        outcome: 'for_customer',
        toBeCredited: amount,
      },
    });
  const note = (amount: bigint, issued: string) =>
    invoice('CN', issued, { amount: -amount, issuedOn: dayOf(issued) });
  const asked = (known: Partial<DebtorFacts>) =>
    ledger({ invoices: both, disputes: [givenIn(20_000n)], ...known }).items.map(({ amount }) => amount);

  test('is not asked for while no credit has come', () => {
    expect(asked({})).toEqual([100_000n, 80_000n]);
  });
  test('is taken off once when its credit note stands open: by the note, from its own invoice', () => {
    const named = [dispute('1042', '2026-02-10', { ...givenIn(20_000n), invoiceId: '1042' })];
    expect(asked({ invoices: [...both, note(20_000n, '2026-02-14')] })).toEqual([100_000n, 80_000n]);
    expect(asked({ invoices: [...both, note(20_000n, '2026-02-14')], disputes: named })).toEqual([
      80_000n,
      100_000n,
    ]);
  });
  test('what a greater note leaves is set off as any credit is', () => {
    expect(asked({ invoices: [...both, note(50_000n, '2026-02-14')] })).toEqual([100_000n, 50_000n]);
  });
  test('a note from before the dispute is another credit, and so is one that the last file does not list', () => {
    expect(asked({ invoices: [...both, note(20_000n, '2026-02-01')] })).toEqual([100_000n, 60_000n]);
    const missing = { ...note(20_000n, '2026-02-14'), missingSince: today };
    expect(asked({ invoices: [...both, missing] })).toEqual([100_000n, 80_000n]);
  });
  test('its note is kept for it while its invoice rests', () => {
    const holds = [hold('2026-02-20', '2026-03-10', { invoiceId: '1041' })];
    expect(asked({ invoices: [...both, note(20_000n, '2026-02-14')], holds })[0]).toBe(100_000n);
  });
  test('of what was given in to and what is credited since, the greater is taken off, never both', () => {
    const amount = fc.bigInt({ min: 1n, max: 100_000n });
    fc.assert(
      fc.property(amount, amount, amount, (first, second, credit) => {
        const invoices = [newer, older, note(credit, '2026-02-14')];
        const last = { ...givenIn(second), id: 'later', invoiceId: '1042', raisedOn: dayOf('2026-02-13') };
        const known = facts({ invoices, disputes: [givenIn(first), last] });
        const { items } = collectable(known, { today, window: 7, settings: { smallBalance: {} } });
        const sum = items.reduce((total, item) => total + item.amount, 0n);
        const off = first + second > credit ? first + second : credit;
        expect(sum).toBe(200_000n - off);
        // what is off is contested, or credits are set against it
        const found = barriers(known, today);
        for (const item of items)
          expect(item.amount + found.contested(item.invoice.id) + creditSetAgainst(item, found)).toBe(
            100_000n,
          );
      }),
    );
  });
});

describe('small balances', () => {
  const table: [string, bigint, bigint, string, boolean][] = [
    ['24.99 EUR', 2499n, 2499n, 'EUR', false],
    ['25.00 EUR', 2500n, 2500n, 'EUR', true],
    ['1 yen, a currency without a limit', 1n, 1n, 'JPY', true],
    ['9.99 left of 1,000.00 is under 1 %', 100_000n, 999n, 'EUR', false],
    ['10.00 left of 1,000.00 is 1 %', 100_000n, 1000n, 'EUR', true],
    ['24.99 left of 100,000.00', 10_000_000n, 2499n, 'EUR', false],
    ['25.00 left of 100,000.00: the lower of both limits', 10_000_000n, 2500n, 'EUR', true],
    ['1.00 left of 30.00', 3000n, 100n, 'EUR', true],
  ];
  test.each(table)('%s', (_rule, amount, outstanding, currency, chased) => {
    const item = invoice('1', '2026-02-01', { amount, outstanding, currency });
    expect(carriedBy({ invoices: [item] }) === '1').toBe(chased);
    expect(ledger({ invoices: [item] }).caseShouldBeOpen).toBe(true);
  });
});

describe('netting before chasing', () => {
  const credit = (amount: bigint, currency = 'EUR') =>
    invoice('CN', '2026-02-01', { amount: -amount, currency });

  test('a credit note covers the oldest item first', () => {
    const { items } = ledger({ invoices: [...both, credit(100_000n)] });
    expect(items.map(({ invoice: { number }, amount }) => [number, amount])).toEqual([
      ['1042', 100_000n],
      ['1041', 0n],
    ]);
    expect(carriedBy({ invoices: [...both, credit(100_000n)] })).toBe('1042');
  });
  test('unapplied cash counts the same, and what is left below the limit is not chased', () => {
    expect(carriedBy({ invoices: [older], unapplied: [{ currency: 'EUR', amount: 97_500n }] })).toBe('1041');
    expect(
      carriedBy({ invoices: [older], unapplied: [{ currency: 'EUR', amount: 97_501n }] }),
    ).toBeUndefined();
  });
  test('a credit in another currency covers nothing', () => {
    expect(carriedBy({ invoices: [older, credit(500_000n, 'USD')] })).toBe('1041');
  });
  test('the ledger itself is not touched', () => {
    const invoices = [...both, credit(100_000n)];
    ledger({ invoices });
    expect(invoices.map(({ outstanding }) => outstanding)).toEqual([100_000n, 100_000n, -100_000n]);
  });
  test('nothing due after netting closes the case; what only pauses an item does not', () => {
    expect(ledger({ invoices: [older, credit(100_000n)] }).caseShouldBeOpen).toBe(false);
    expect(ledger({ invoices: [older, credit(99_999n)] }).caseShouldBeOpen).toBe(true);
    expect(ledger({ invoices: [older], holds: [hold('2026-02-01', '2026-04-01')] }).caseShouldBeOpen).toBe(
      true,
    );
    expect(ledger({ invoices: [older], disputes: [dispute('1041', '2026-02-20')] }).caseShouldBeOpen).toBe(
      true,
    );
    expect(ledger({ invoices: [invoice('1', '2026-06-01')] }).caseShouldBeOpen).toBe(false);
  });
});
