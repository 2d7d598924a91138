import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import type { DebtorFacts } from '../../src/core/facts.ts';
import { smallBalancesOf } from '../../src/core/smallBalancesOf.ts';
import { dispute, facts, hold, invoice, promise, settings } from './ladder.ts';

const due = '2026-01-31';
const open = (number: string, amount: bigint, dueOn = due) =>
  invoice(number, dueOn, { currency: 'EUR', amount, outstanding: amount });
const twelve = open('1041', 1_200n);
const six = open('1042', 600n, '2026-02-10');

/** "1041 12.00", "1041 net 3.00" … */
function listed(known: Partial<DebtorFacts>): string {
  return smallBalancesOf(facts(known), { today: dayOf('2026-03-02'), settings })
    .map(({ invoice: { number }, left, isNet }) => `${number}${isNet ? ' net' : ''} ${left}`)
    .join(', ');
}

describe('what is too small to be chased, and may be written off', () => {
  const table: [string, Partial<DebtorFacts>, string][] = [
    ['the oldest first', { invoices: [six, twelve] }, '1041 1200, 1042 600'],
    ['not what is not past due', { invoices: [open('1043', 600n, '2026-03-02')] }, ''],
    ['not what is large', { invoices: [open('1043', 50_000n)] }, ''],
    [
      'after a part payment below one in a hundred',
      {
        invoices: [
          { ...open('1043', 100_000n), outstanding: 900n },
          { ...open('1044', 100_000n), outstanding: 1_000n },
        ],
      },
      '1043 900',
    ],
    [
      'not what is promised',
      { invoices: [twelve], promises: [promise('1041', '2026-02-20', '2026-03-10')] },
      '',
    ],
    ['not what is disputed', { invoices: [twelve], disputes: [dispute('1041', '2026-02-20')] }, ''],
    [
      'not what is left beside a dispute',
      {
        invoices: [open('1041', 50_000n)],
        disputes: [dispute('1041', '2026-02-20', { whole: false, amount: 49_000n })],
      },
      '',
    ],
    [
      'not while money was seen',
      { invoices: [twelve], holds: [hold('2026-03-02', '2026-03-04', { kind: 'payment_seen' })] },
      '',
    ],
    [
      'not what is not in the last file',
      { invoices: [{ ...twelve, missingSince: dayOf('2026-02-20') }] },
      '',
    ],
    [
      'not what is proposed',
      { invoices: [twelve, six], writeOffs: [{ invoiceId: '1041', agreed: false }] },
      '1042 600',
    ],
    [
      'not of an account that others look after',
      { invoices: [twelve], handedOff: { on: dayOf('2026-02-20'), toName: 'Agency' } },
      '',
    ],
    ['not what a credit note covers', { invoices: [twelve, open('CN', -50_000n)] }, ''],
    [
      'what a credit leaves of two, the older first',
      { invoices: [twelve, six, open('CN', -1_500n)] },
      '1042 net 300',
    ],
    [
      'what credits leave of a large one',
      { invoices: [open('1043', 50_000n), open('CN', -49_000n)] },
      '1043 net 1000',
    ],
    [
      'a credit that a large one uses up covers nothing small',
      { invoices: [twelve, open('1043', 50_000n), open('CN', -30_000n)] },
      '1041 1200',
    ],
    [
      'money for something else covers nothing',
      { invoices: [twelve], unapplied: [{ currency: 'EUR', amount: 5_000n, forOther: 5_000n }] },
      '1041 1200',
    ],
  ];
  test.each(table)('%s', (_rule, known, expected) => {
    expect(listed(known)).toBe(expected);
  });
});
