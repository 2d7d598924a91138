import { expect, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import type { ContactFact } from '../../src/core/facts.ts';
import { type ArrivedInvoice, type BillingTerms, gapWords, invoiceGaps } from '../../src/core/invoiceGaps.ts';
import { readPolicy } from '../../src/core/policy.ts';
import { contact, facts, invoice, on } from './ladder.ts';

const bare: ArrivedInvoice = { issuedOn: dayOf('2026-11-02'), dueOn: dayOf('2026-12-02') };
const confirmed: BillingTerms = { terms: '30 days', payMethod: 'transfer', portal: 'none' };
const reachable = [contact('jane')];

const rows: [string, Partial<ArrivedInvoice>, BillingTerms, readonly ContactFact[], string[]][] = [
  [
    'a new customer’s first invoice lacks all that nobody asked yet',
    {},
    {},
    [],
    ['terms', 'order_number', 'email', 'pay_method', 'portal'],
  ],
  [
    'what the customer confirmed counts for every later one',
    { orderNumber: 'PO 1' },
    confirmed,
    reachable,
    [],
  ],
  ['an order number is missing each time', {}, confirmed, reachable, ['order_number']],
  ['unless they pay without', {}, { ...confirmed, withoutOrderNumber: true }, reachable, []],
  [
    'what stands on the invoice itself needs no asking',
    { terms: 'net 14', orderNumber: 'PO 1', paymentLink: 'https://pay.example/1' },
    { portal: 'none' },
    reachable,
    [],
  ],
  [
    'an address that does not work is none',
    { orderNumber: 'PO 1' },
    confirmed,
    [contact('jane', { deadChannels: ['email'] })],
    ['email'],
  ],
  [
    'a due date before the issue is wrong',
    { orderNumber: 'PO 1', dueOn: dayOf('2026-11-01') },
    confirmed,
    reachable,
    ['due_date'],
  ],
  [
    'due on the day of issue is not',
    { orderNumber: 'PO 1', dueOn: dayOf('2026-11-02') },
    confirmed,
    reachable,
    [],
  ],
];
test.each(rows)('%s', (_rule, given, billing, contacts, expected) => {
  expect(invoiceGaps({ ...bare, ...given }, { ...facts({ contacts }), billing })).toEqual(expected);
});

test('what is missing is said in words', () => {
  expect(gapWords(['order_number', 'portal'])).toBe('no order number, portal not known');
});

test('what is asked on arrival is no task of the carrying invoice, and waits for nothing', () => {
  const { tasks } = on('2026-12-02', { invoices: [invoice('1041', '2026-12-02')] });
  expect(tasks).toEqual([]);
  const stored = (more: object) => ({
    key: 'p',
    name: 'P',
    rungs: [{ key: 'due', kind: 'written', day: 0 }],
    tasks: [{ key: 'issued', kind: 'task', day: 0, onArrival: true, ...more }],
  });
  expect(readPolicy(stored({})).tasks[0]).toMatchObject({ onArrival: true });
  expect(() => readPolicy(stored({ gate: { needs: ['due'] } }))).toThrow(/waits for no other stage/);
  expect(() => readPolicy(stored({ approvedBy: ['manager'] }))).toThrow(/no approval/);
});
