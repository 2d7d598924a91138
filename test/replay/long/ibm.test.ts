import { expect, onTestFinished, test } from 'vitest';
import { type Day, dayOf } from '../../../src/core/day.ts';
import { billedIn, ibmLedger, withLateDebtors } from '../ibmLedger.ts';
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

// a year at a time, each until its last invoice is paid, so that one run stays short enough to be waited for
test.each([2012, 2013])(
  'every tenth debtor pays sixty days later: the ladder of %i is climbed up to the final notice',
  async (year) => {
    const ledger = billedIn(withLateDebtors(ibmLedger(), 60), year);
    const first = year === 2012 ? FIRST_DAY : dayOf(`${year}-01-02`);
    const last = Math.max(...ledger.map(({ settledOn }) => settledOn)) as Day;
    const running = await replay(ledger, first, last, (now, day) => everyEvening(now, ledger, day));
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
  },
);

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
