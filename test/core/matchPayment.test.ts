import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/core/day.ts';
import { type BookedPayment, indexLedger } from '../../src/core/ledgerIndex.ts';
import { matchPayment } from '../../src/core/matchPayment.ts';
import { nameLikeness, nameWords } from '../../src/core/nameLikeness.ts';

const today = dayOf('2026-11-23');
const debtors = [
  { id: 'saguaro', account: 'C-1022', name: 'Saguaro Ridge Property Group' },
  { id: 'dana', account: 'C-1023', name: 'Alvarez, Dana' },
  { id: 'harbour', account: 'C-1024', name: 'Harbour Café Ltd' },
  { id: 'north', account: 'C-1025', name: 'Northgate Foods North Ltd' },
  { id: 'south', account: 'C-1026', name: 'Northgate Foods South Ltd' },
];
const invoice = (debtorId: string, number: string, outstanding: bigint, late = 20, currency = 'USD') => ({
  id: number,
  number,
  debtorId,
  currency,
  outstanding,
  dueOn: addDays(today, -late),
});
const invoices = [
  invoice('saguaro', 'INV-1014', 482_275n, 60),
  invoice('saguaro', 'INV-1015', 100_000n, 30),
  invoice('saguaro', 'INV-1019', 7_000n, -10),
  invoice('saguaro', 'INV-0990', 0n, 200),
  invoice('dana', '1041', 25_000n),
  invoice('dana', '11041', 3_000n),
  invoice('harbour', '2026/0017', 85_610n, 10, 'GBP'),
  invoice('harbour', '2026/0018', 85_610n, 5, 'GBP'),
  invoice('north', 'N-501', 40_000n),
  invoice('south', 'S-501', 50_000n),
];
const match = (
  line: { amount: bigint; currency?: string; reference?: string; payerName?: string },
  payments: BookedPayment[] = [],
) => matchPayment({ currency: 'USD', valueOn: today, ...line }, indexLedger({ debtors, invoices, payments }));

describe('when the payer is known and the reference names a number of somebody else', () => {
  const saguaro = 'Saguaro Ridge Property Group';

  it('their own invoice of that amount is paid where the number is digits alone', () => {
    const found = match({ amount: 482_275n, payerName: saguaro, reference: 'Room 1041' });
    expect(found).toMatchObject({
      kind: 'matched',
      debtorId: 'saguaro',
      allocations: [{ invoiceId: 'INV-1014' }],
    });
  });

  it('a payer of the very name is not said to look like it', () => {
    expect(match({ amount: 5n, payerName: saguaro })).toMatchObject({
      kind: 'unapplied',
      reason: `It comes from ${saguaro}, and no invoice of theirs has that amount.`,
    });
    expect(match({ amount: 5n, payerName: 'Saguaro Ridge Property' })).toMatchObject({
      reason: expect.stringContaining(`Saguaro Ridge Property looks like ${saguaro}, and`),
    });
  });

  it('nothing is set against either where no invoice of theirs has that amount', () => {
    const found = match({ amount: 12_345n, payerName: saguaro, reference: 'Payment 1041' });
    expect(found).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('1041') });
  });

  it('a number that stands there whole is meant: somebody pays for another', () => {
    const found = match({ amount: 482_275n, payerName: 'Harbour Café Ltd', reference: 'INV-1014' });
    expect(found).toMatchObject({ kind: 'matched', debtorId: 'saguaro' });
  });
});

it('money that comes back is never a payment of another customer than the line names', () => {
  const booked: BookedPayment = {
    id: 'p',
    debtorId: 'harbour',
    currency: 'USD',
    amount: 50_000n,
    reversed: 0n,
    valueOn: today,
    payerName: 'Harbour Café Ltd',
  };
  const back = { amount: -50_000n, reference: 'RETURNED' };
  expect(match({ ...back, payerName: 'Saguaro Ridge Property Group' }, [booked])).toMatchObject({
    kind: 'unknown',
  });
  expect(match({ ...back, reference: 'RETURNED INV-1014' }, [booked])).toMatchObject({ kind: 'unknown' });
  expect(match({ ...back, payerName: 'First Bank' }, [booked])).toMatchObject({
    kind: 'reversal',
    paymentId: 'p',
  });
});

describe('by the number in the reference', () => {
  it.each([
    ['INV-1014 / PO 5531', ['INV-1014']],
    ['inv1014', ['INV-1014']],
    ['PAYMENT INV 1014 AND 1015', ['INV-1014', 'INV-1015']],
    ['INV-1014,INV-1015', ['INV-1014', 'INV-1015']],
    ['Invoice no. 1014', ['INV-1014']],
    ['INV 1041 part', ['1041']],
    ['11041', ['11041']],
  ])('%s', (reference, numbers) => {
    const found = match({ amount: 1_000_000n, reference });
    expect(found).toMatchObject({ kind: 'matched' });
    expect(found.kind === 'matched' && found.allocations.map((a) => a.invoiceId)).toEqual(numbers);
  });

  it.each(['PO 1014', 'INV-10140', 'X1014', '2026', 'CUST 1041', 'instalment 1 of 3'])(
    'not in %s',
    (reference) => {
      expect(match({ amount: 100n, reference })).toMatchObject({ kind: 'unknown' });
    },
  );

  it('what the ledger has shown as paid is this same money, unless the ledger cannot have known it', () => {
    const shown = (reference: string, amount: bigint, valueOn = today) => {
      const ledgerMoney = [{ paymentId: 'shown', amount: 6_000n, shownOn: today, effectiveOn: today }];
      const known = [
        { ...invoice('saguaro', 'INV-0990', 0n, 200), ledgerMoney },
        { ...invoice('dana', '1041', 4_000n), ledgerMoney },
      ];
      const ledger = indexLedger({ debtors, invoices: known, payments: [] });
      const found = matchPayment({ currency: 'USD', valueOn, reference, amount }, ledger);
      if (found.kind !== 'matched') return found.kind;
      const sum = (of: readonly { amount: bigint }[]) => of.reduce((total, one) => total + one.amount, 0n);
      return [sum(found.replaces), sum(found.allocations), found.left];
    };
    expect(shown('INV-0990', 6_000n)).toEqual([6_000n, 0n, 0n]);
    expect(shown('INV-0990', 7_000n)).toEqual([6_000n, 0n, 1_000n]);
    // a cheque that the ledger had before the bank
    expect(shown('INV-0990', 6_000n, addDays(today, 7))).toEqual([6_000n, 0n, 0n]);
    expect(shown('INV-0990', 6_000n, addDays(today, 8))).toBe('unapplied');
    expect(shown('1041', 6_000n)).toEqual([6_000n, 0n, 0n]);
    expect(shown('1041', 10_000n)).toEqual([6_000n, 4_000n, 0n]);
    expect(shown('1041', 4_000n)).toEqual([0n, 4_000n, 0n]);
    expect(shown('1041', 5_000n, addDays(today, 1))).toEqual([1_000n, 4_000n, 0n]);
  });

  it('a part payment pays in part, and too much leaves the rest unapplied', () => {
    expect(match({ amount: 10_000n, reference: 'INV 1041 part' })).toMatchObject({
      debtorId: 'dana',
      allocations: [{ invoiceId: '1041', amount: 10_000n, inFull: false }],
      left: 0n,
    });
    expect(match({ amount: 26_000n, reference: '1041' })).toMatchObject({ left: 1_000n });
  });

  it('joined numbers are found however the payer joins them', () => {
    for (const reference of ['2026/0017', '2026-0017', '20260017']) {
      expect(match({ amount: 85_610n, currency: 'GBP', reference })).toMatchObject({
        allocations: [{ invoiceId: '2026/0017' }],
      });
    }
  });

  it('money in another currency pays no invoice', () => {
    expect(match({ amount: 85_610n, currency: 'EUR', reference: '2026/0017' })).toMatchObject({
      kind: 'unapplied',
      debtorId: 'harbour',
    });
  });

  it('an invoice that is paid already leaves the money with its customer', () => {
    expect(match({ amount: 5_000n, reference: 'INV-0990' })).toMatchObject({
      kind: 'unapplied',
      debtorId: 'saguaro',
    });
  });

  it('invoices of two customers are decided by the payer, or not at all', () => {
    const reference = 'N-501 S-501';
    expect(match({ amount: 40_000n, reference })).toMatchObject({ kind: 'unknown' });
    expect(match({ amount: 40_000n, reference, payerName: 'NORTHGATE FOODS NORTH' })).toMatchObject({
      kind: 'matched',
      debtorId: 'north',
    });
  });
});

describe('by the name of the payer', () => {
  it.each([
    ['SAGUARO RIDGE PROP GRP', 482_275n, 'INV-1014'],
    ['DANA ALVAREZ', 25_000n, '1041'],
    ['D ALVAREZ', 25_000n, '1041'],
  ])('%s and an exact amount', (payerName, amount, number) => {
    expect(match({ amount, payerName })).toMatchObject({
      kind: 'matched',
      allocations: [{ invoiceId: number, inFull: true }],
    });
  });

  it('of two invoices of that amount the older one is paid', () => {
    expect(match({ amount: 85_610n, currency: 'GBP', payerName: 'Harbour Cafe Limited' })).toMatchObject({
      debtorId: 'harbour',
      allocations: [{ invoiceId: '2026/0017', amount: 85_610n }],
    });
  });

  it('what is overdue altogether, or the whole account, is exact too', () => {
    expect(match({ amount: 582_275n, payerName: 'SAGUARO RIDGE' })).toMatchObject({
      allocations: [{}, {}],
      left: 0n,
    });
    expect(match({ amount: 589_275n, payerName: 'SAGUARO RIDGE' })).toMatchObject({
      allocations: [{}, {}, {}],
      left: 0n,
    });
  });

  it('without an exact amount the money is that customer’s, unapplied', () => {
    expect(match({ amount: 123n, payerName: 'HARBOUR CAFE' })).toMatchObject({
      kind: 'unapplied',
      debtorId: 'harbour',
    });
    expect(match({ amount: 123n, reference: 'acct C-1022' })).toMatchObject({
      kind: 'unapplied',
      debtorId: 'saguaro',
    });
    expect(match({ amount: 123n, reference: 'HARBOUR CAFE SETTLEMENT' })).toMatchObject({
      debtorId: 'harbour',
    });
  });

  it('two customers of that name are told apart by the amount alone, else nobody guesses', () => {
    expect(match({ amount: 50_000n, payerName: 'NORTHGATE FOODS' })).toMatchObject({
      kind: 'matched',
      debtorId: 'south',
    });
    const unsure = match({ amount: 1n, payerName: 'NORTHGATE FOODS' });
    expect(unsure.kind).toBe('unknown');
    expect(unsure.reason).toContain('Northgate Foods North Ltd');
    expect(unsure.reason).toContain('Northgate Foods South Ltd');
  });

  describe('an amount that the ledger has shown as paid is that money, though another invoice has the same amount', () => {
    const rent = (valueOn: number, amount: bigint, settledOn = 0) => {
      const money = (paymentId: string, of: bigint) => ({
        paymentId,
        amount: of,
        shownOn: today,
        effectiveOn: addDays(today, -settledOn),
      });
      const known = [
        { ...invoice('dana', 'SEP', 0n, 50), ledgerMoney: [money('sep', 80_000n)] },
        { ...invoice('dana', 'FEE', 0n, 50), ledgerMoney: [money('fee', 500n)] },
        invoice('dana', 'OCT', 80_000n, 20),
      ];
      const found = matchPayment(
        { currency: 'USD', valueOn: addDays(today, valueOn), payerName: 'Dana Alvarez', amount },
        indexLedger({ debtors, invoices: known, payments: [] }),
      );
      if (found.kind !== 'matched') return found.kind;
      return [...found.replaces, ...found.allocations].map((one) => one.invoiceId);
    };

    it.each([
      ['on the day of the ledger', 0, 80_000n, 0, ['SEP']],
      ['before it, the ledger being late', -31, 80_000n, 0, ['SEP']],
      ['long before the ledger says that it was paid', -32, 80_000n, 0, ['OCT']],
      ['near the day of settlement that the ledger knows', -40, 80_000n, 40, ['SEP']],
      ['long after that day', -32, 80_000n, 40, ['OCT']],
      ['after the ledger: what is open is meant first', 1, 80_000n, 0, ['OCT']],
      ['a cheque that had yet to clear', 1, 500n, 0, ['FEE']],
      ['what was paid together', 0, 80_500n, 0, ['SEP', 'FEE']],
    ] as const)('%s', (_, valueOn, amount, settledOn, numbers) => {
      expect(rent(valueOn, amount, settledOn)).toEqual(numbers);
    });
  });

  it('an exact amount from a stranger pays nothing', () => {
    expect(match({ amount: 482_275n, payerName: 'Tumbleweed Inc' })).toMatchObject({ kind: 'unknown' });
    expect(match({ amount: 482_275n })).toMatchObject({ kind: 'unknown' });
  });

  it.each([
    ['Müller & Söhne GmbH', 'MUELLER UND SOEHNE', 'same'],
    ['The Corner Shop', 'Corner Shop Limited', 'same'],
    ['Saguaro Ridge Property', 'SAGUARO RIGDE PROPERTY GROUP', undefined],
    ['Saguaro Ridge Property', 'SAGUARO RIDGES PROPERTY GROUP', 'alike'],
    ['Smith', 'Dana Smith', undefined],
    ['D A', 'Dana Alvarez', undefined],
    ['Harbour Café', 'Harbour Cars', undefined],
  ])('%s and %s', (a, b, likeness) => expect(nameLikeness(nameWords(a), nameWords(b))).toBe(likeness));
});

describe('money taken back', () => {
  const booked = (id: string, more: Partial<BookedPayment> = {}): BookedPayment => ({
    id,
    currency: 'USD',
    amount: 25_000n,
    reversed: 0n,
    valueOn: addDays(today, -3),
    ...more,
  });

  it('finds the payment that it reverses', () => {
    const payments = [
      booked('p1', { debtorId: 'dana' }),
      booked('p2', { amount: 1n }),
      booked('p3', { currency: 'EUR' }),
    ];
    expect(match({ amount: -25_000n }, payments)).toMatchObject({
      kind: 'reversal',
      paymentId: 'p1',
      debtorId: 'dana',
    });
  });

  it('prefers the same reference, then the same payer', () => {
    const payments = [
      booked('p1', { debtorId: 'dana', reference: '1041' }),
      booked('p2', { debtorId: 'harbour', payerName: 'Harbour Cafe' }),
      booked('p3', { debtorId: 'north' }),
    ];
    expect(match({ amount: -25_000n, reference: 'RETURNED INV 1041' }, payments)).toMatchObject({
      paymentId: 'p1',
    });
    expect(match({ amount: -25_000n, payerName: 'HARBOUR CAFE LTD' }, payments)).toMatchObject({
      paymentId: 'p2',
    });
    expect(match({ amount: -25_000n }, payments)).toMatchObject({ kind: 'unknown' });
  });

  it('takes the last of two that one customer paid, never one reversed before or paid later', () => {
    const theirs = [
      booked('p1', { debtorId: 'dana', valueOn: addDays(today, -9) }),
      booked('p2', { debtorId: 'dana' }),
    ];
    expect(match({ amount: -25_000n }, theirs)).toMatchObject({ paymentId: 'p2' });
    const gone = [booked('p1', { reversed: 25_000n }), booked('p2', { valueOn: addDays(today, 1) })];
    expect(match({ amount: -25_000n }, gone)).toMatchObject({ kind: 'unknown' });
  });
});
