import { expect, onTestFinished, test } from 'vitest';
import { addDays, type Day, dateOfDay, dayOf } from '../../../src/core/day.ts';
import { type IbmInvoice, ibmLedger, withLateDebtors } from '../ibmLedger.ts';
import {
  booksBalance,
  digestLine,
  digestOnTheCommandLine,
  figuresOf,
  mailsAfterPayment,
  replay,
  stepsAfterPayment,
  stepsByStage,
} from '../replay.ts';
import { FIRST_DAY, LAST_DAY, type Replay } from '../startReplay.ts';

const SATURDAY = dayOf('2013-06-01');

test('two years of a real ledger: every step once, none after payment, nothing open at the end', async () => {
  const ledger = ibmLedger();
  const running = await replay(ledger, FIRST_DAY, LAST_DAY, async (now, day) => {
    await everyEvening(now, ledger, day);
    if (day === SATURDAY) {
      expect(await digestOnTheCommandLine(now, day)).toBe('USD 111 open, 16 past due, 15 debtors, 856.10');
    }
  });
  onTestFinished(() => running.stop());
  await atTheEnd(running);
  const steps = await stepsByStage(running);
  expect(Object.keys(steps).sort()).toEqual(['chase', 'commitment_call', 'due', 'pre_due']);
});

test('every tenth debtor sixty days later: the ladder is climbed up to the final notice', async () => {
  const ledger = withLateDebtors(ibmLedger(), 60);
  const running = await replay(ledger, FIRST_DAY, addDays(LAST_DAY, 60), (now, day) =>
    everyEvening(now, ledger, day),
  );
  onTestFinished(() => running.stop());
  await atTheEnd(running);
  const steps = await stepsByStage(running);
  expect(Object.keys(steps).sort()).toEqual([
    'chase',
    'commitment_call',
    'due',
    'final_notice',
    'firm_notice',
    'pre_due',
  ]);
  const finals = await running.database.db.prisma.notice.count({
    where: { kind: 'final_notice', state: 'sent' },
  });
  expect(finals).toBeGreaterThanOrEqual(1);
});

/** The books balance and the digest, where one was due, says what the file says. */
async function everyEvening(now: Replay, ledger: readonly IbmInvoice[], day: Day): Promise<void> {
  await booksBalance(now);
  const workspace = await now.workspace();
  const posted = await now.database.db.prisma.digest.findFirst({
    where: { kind: 'daily', forOn: dateOfDay(day) },
  });
  // started at six on the first day, so its digest is the first
  expect(posted !== null, `a digest on day ${day}`).toBe(workspace.calendar.isOpen(day));
  if (posted) expect(posted.figures).toMatchObject(figuresAsPosted(ledger, day));
}

function figuresAsPosted(ledger: readonly IbmInvoice[], day: Day) {
  return { line: [digestLine(figuresOf(ledger, day))] };
}

async function atTheEnd(running: Replay): Promise<void> {
  const { prisma } = running.database.db;
  expect(await stepsAfterPayment(running)).toEqual([]);
  expect(await mailsAfterPayment(running)).toEqual([]);
  expect(await prisma.invoice.count({ where: { outstanding: { not: 0 } } })).toBe(0);
  expect(await prisma.case.count({ where: { closedOn: null } })).toBe(0);
  expect(await prisma.prompt.count({ where: { state: 'open' } })).toBe(0);
  expect(
    await prisma.outbox.count({ where: { state: { in: ['pending', 'sending', 'unsure', 'failed'] } } }),
  ).toBe(0);
}
