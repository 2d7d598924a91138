import { expect, onTestFinished, test } from 'vitest';
import { dateOfDay, dayOf, weekday } from '../../src/core/day.ts';
import { ibmLedger } from './ibmLedger.ts';
import {
  booksBalance,
  digestLine,
  digestOnTheCommandLine,
  figuresOf,
  mailsAfterPayment,
  replay,
  stepsAfterPayment,
} from './replay.ts';

test('ten weeks of a real ledger, day by day: the digest is right and nobody is reminded of what was paid', async () => {
  const ledger = ibmLedger();
  const running = await replay(ledger, dayOf('2013-04-01'), dayOf('2013-06-08'), async (now, day) => {
    await booksBalance(now);
    const posted = await now.database.db.prisma.digest.findFirst({
      where: { kind: 'daily', forOn: dateOfDay(day) },
    });
    if (weekday(day) <= 5 && day > dayOf('2013-04-01') && day !== dayOf('2013-05-27'))
      expect(posted).not.toBeNull();
    if (day === dayOf('2013-06-01')) {
      expect(await digestOnTheCommandLine(now, day)).toBe('USD 111 open, 16 past due, 15 debtors, 856.10');
      expect(digestLine(figuresOf(ledger, day))).toBe('USD 111 open, 16 past due, 15 debtors, 856.10');
    }
  });
  onTestFinished(() => running.stop());
  expect(await stepsAfterPayment(running)).toEqual([]);
  expect(await mailsAfterPayment(running)).toEqual([]);
}, 300_000);
