import { expect, onTestFinished, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import { ibmLedger } from './ibmLedger.ts';
import { replay } from './replay.ts';
import { atTheEnd, disputesEndWithPayment, everyEvening } from './whatMustHold.ts';

// ten days of it; `npm run test:replay` lives through the two years
test('days of a real ledger: the digest is right and nobody is reminded of what was paid', async () => {
  const ledger = ibmLedger();
  const running = await replay(ledger, dayOf('2013-05-25'), dayOf('2013-06-04'), (now, day) =>
    everyEvening(now, ledger, day),
  );
  onTestFinished(() => running.stop());
  await atTheEnd(running);
  expect(await running.database.db.prisma.notice.count({ where: { state: 'sent' } })).toBeGreaterThan(20);
}, 240_000);

test('days of it with what was contested: no step for an invoice in dispute, which ends when it is paid', async () => {
  const ledger = ibmLedger();
  const last = dayOf('2013-06-04');
  const running = await replay(
    ledger,
    dayOf('2013-05-28'),
    last,
    (now, day) => everyEvening(now, ledger, day),
    { disputes: true },
  );
  onTestFinished(() => running.stop());
  await atTheEnd(running);
  expect(await disputesEndWithPayment(running, ledger, last)).toBeGreaterThan(10);
  expect(
    await running.database.db.prisma.dispute.count({ where: { endedOn: { not: null } } }),
  ).toBeGreaterThan(0);
}, 240_000);
