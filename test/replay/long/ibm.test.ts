import { expect, onTestFinished, test } from 'vitest';
import { addDays, dayOf } from '../../../src/core/day.ts';
import { ibmLedger, withLateDebtors } from '../ibmLedger.ts';
import { digestOnTheCommandLine, replay, stepsByStage } from '../replay.ts';
import { FIRST_DAY, LAST_DAY } from '../startReplay.ts';
import { atTheEnd, disputesEndWithPayment, everyEvening, nothingIsOpen } from '../whatMustHold.ts';

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
  await nothingIsOpen(running);
  expect(Object.keys(await stepsByStage(running)).sort()).toEqual([
    'alternate_contact',
    'chase',
    'commitment_call',
    'due',
    'pre_due',
  ]);
});

test('every tenth debtor pays sixty days later: the ladder is climbed up to the final notice', async () => {
  const ledger = withLateDebtors(ibmLedger(), 60);
  const running = await replay(ledger, FIRST_DAY, addDays(LAST_DAY, 60), (now, day) =>
    everyEvening(now, ledger, day),
  );
  onTestFinished(() => running.stop());
  await atTheEnd(running);
  await nothingIsOpen(running);
  const rungs = [
    'alternate_contact',
    'chase',
    'commitment_call',
    'credit_hold',
    'due',
    'final_notice',
    'firm_notice',
    'pre_due',
  ];
  expect(Object.keys(await stepsByStage(running)).sort()).toEqual(rungs);
  const finals = { kind: 'final_notice', state: 'sent' };
  expect(await running.database.db.prisma.notice.count({ where: finals })).toBeGreaterThanOrEqual(1);
});

test('with the disputes that the ledger names: none is chased, each ends when it is settled', async () => {
  const ledger = ibmLedger();
  const running = await replay(ledger, FIRST_DAY, LAST_DAY, (now, day) => everyEvening(now, ledger, day), {
    disputes: true,
  });
  onTestFinished(() => running.stop());
  await atTheEnd(running);
  await nothingIsOpen(running);
  expect(await disputesEndWithPayment(running, ledger, LAST_DAY)).toBeGreaterThan(300);
});
