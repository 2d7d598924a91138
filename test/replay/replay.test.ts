import { expect, onTestFinished, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import { ibmLedger } from './ibmLedger.ts';
import { replay } from './replay.ts';
import { atTheEnd, disputesEndWithPayment, everyEvening } from './whatMustHold.ts';

// eleven days of it; `npm run test:replay` lives through the two years, with these disputes and without
test('days of a real ledger with what was contested: the digest is right, nobody is reminded of what was paid or is in dispute', async () => {
  const ledger = ibmLedger();
  const last = dayOf('2013-06-04');
  const running = await replay(
    ledger,
    dayOf('2013-05-25'),
    last,
    (now, day) => everyEvening(now, ledger, day),
    { disputes: true },
  );
  onTestFinished(() => running.stop());
  await atTheEnd(running);
  const { prisma } = running.database.db;
  expect(await prisma.notice.count({ where: { state: 'sent' } })).toBeGreaterThan(20);
  expect(await disputesEndWithPayment(running, ledger, last)).toBeGreaterThan(10);
  expect(await prisma.dispute.count({ where: { endedOn: { not: null } } })).toBeGreaterThan(0);
}, 240_000);
