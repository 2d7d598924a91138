import { expect } from 'vitest';
import { type Day, dateOfDay, dayOf } from '../../src/core/day.ts';
import type { IbmInvoice } from './ibmLedger.ts';
import {
  booksBalance,
  digestOnTheCommandLine,
  type Figures,
  figuresOf,
  mailedTwice,
  mailsAfterPayment,
  repeatedSteps,
  stepsAfterPayment,
  stepsInDispute,
  unapprovedNotices,
  weeksThatDoNotAddUp,
} from './replay.ts';
import type { Replay } from './startReplay.ts';

const SATURDAY = dayOf('2013-06-01');

/** The books balance, and the digest, where one was due, says what the file says. */
export async function everyEvening(now: Replay, ledger: readonly IbmInvoice[], day: Day): Promise<void> {
  await booksBalance(now);
  const { calendar } = await now.workspace();
  const posted = await now.database.db.prisma.digest.findFirst({
    where: { kind: 'daily', forOn: dateOfDay(day) },
  });
  expect(posted !== null, `a digest on ${day}`).toBe(calendar.isOpen(day));
  if (posted) saysWhatTheFileSays(posted.figures as { currencies: object[] }, figuresOf(ledger, day));
  // no digest is posted on a Saturday: it is asked for
  if (day === SATURDAY) expect(await digestOnTheCommandLine(now, day)).toBe(lineOf(figuresOf(ledger, day)));
}

/** What `duly digest` prints for these figures. */
function lineOf({ open, pastDue, debtors, amount }: Figures): string {
  return `USD ${open} open, ${pastDue} past due, ${debtors} debtors, ${(amount / 100).toFixed(2)}`;
}

/** A currency that never had an open item has no line of its own. */
function saysWhatTheFileSays(
  posted: { currencies: object[] },
  { open, pastDue, debtors, amount }: Figures,
): void {
  const line = { currency: 'USD', open, pastDue, pastDueDebtors: debtors, pastDueAmount: String(amount) };
  const expected = posted.currencies.length === 0 && open === 0 ? [] : [line];
  expect(posted.currencies).toMatchObject(expected);
}

/** No step and no mail came after the payment, no step came twice, nothing went out unapproved, and nothing that was to be sent is left. */
export async function atTheEnd(running: Replay): Promise<void> {
  const { prisma } = running.database.db;
  expect(await stepsAfterPayment(running)).toEqual([]);
  expect(await mailsAfterPayment(running)).toEqual([]);
  expect(await repeatedSteps(running)).toEqual([]);
  expect(await stepsInDispute(running)).toEqual([]);
  expect(await unapprovedNotices(running)).toEqual([]);
  expect(await mailedTwice(running)).toEqual([]);
  expect(await weeksThatDoNotAddUp(running)).toEqual([]);
  const stuck = { state: { in: ['pending', 'sending', 'unsure', 'failed'] } };
  expect(await prisma.outbox.findMany({ where: stuck, select: { key: true, error: true } })).toEqual([]);
}

/** The ledger is settled: no invoice, case or prompt is open. */
export async function nothingIsOpen({ database }: Replay): Promise<void> {
  const { prisma } = database.db;
  expect(await prisma.invoice.count({ where: { outstanding: { not: 0 } } })).toBe(0);
  expect(await prisma.case.count({ where: { closedOn: null } })).toBe(0);
  expect(await prisma.prompt.count({ where: { state: 'open' } })).toBe(0);
}

/** Each dispute ended in our favour on the day on which its invoice was settled; those that are left are of invoices still open. */
export async function disputesEndWithPayment(
  { database }: Replay,
  ledger: readonly IbmInvoice[],
  lastDay: Day,
): Promise<number> {
  const { prisma } = database.db;
  const disputes = await prisma.dispute.findMany();
  const numbers = new Map((await prisma.invoice.findMany()).map(({ id, number }) => [id, number]));
  const settledOn = new Map(ledger.map((invoice) => [invoice.number, invoice.settledOn]));
  for (const { invoiceId, endedOn, outcome } of disputes) {
    const number = numbers.get(invoiceId) ?? '';
    const settled = settledOn.get(number) ?? lastDay;
    const isOver = settled <= lastDay;
    expect([number, endedOn, outcome]).toEqual([
      number,
      isOver ? dateOfDay(settled) : null,
      isOver ? 'for_us' : null,
    ]);
  }
  return disputes.length;
}
