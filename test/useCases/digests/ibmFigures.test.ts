import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Day, dayOf, isoDay } from '../../../src/core/day.ts';
import { dailyFigures } from '../../../src/db/dailyFigures.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { bringIn, ledgerFile } from '../ledger/ledgerKit.ts';

const FILE = ledgerFile('ibm-accounts-receivable.csv');

interface Line {
  readonly debtor: string;
  readonly issued: Day;
  readonly due: Day;
  readonly settled: Day;
  readonly cents: bigint;
}

/** The file read by hand, with nothing of Duly's reader. */
function lines(): Line[] {
  const [, ...rows] = readFileSync(FILE, 'utf8').trim().split(/\r?\n/);
  return rows.map((row) => {
    const [, debtor = '', , , issued = '', due = '', amount = '', , settled = ''] = row.split(',');
    const [units = '', cents = ''] = amount.split('.');
    return {
      debtor,
      issued: usDay(issued),
      due: usDay(due),
      settled: usDay(settled),
      cents: BigInt(units + cents.padEnd(2, '0')),
    };
  });
}

function usDay(text: string): Day {
  const [month = '', day = '', year = ''] = text.split('/');
  return dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function countedOn(day: Day, all: readonly Line[]) {
  const open = all.filter(({ issued, settled }) => issued <= day && settled > day);
  const late = open.filter(({ due }) => due < day);
  return {
    open: open.length,
    openAmount: open.reduce((sum, { cents }) => sum + cents, 0n),
    pastDue: late.length,
    pastDueDebtors: new Set(late.map(({ debtor }) => debtor)).size,
    pastDueAmount: late.reduce((sum, { cents }) => sum + cents, 0n),
    late: late.reduce((sum, { cents, due }) => (day - due > 30 ? sum + cents : sum), 0n),
  };
}

test('every day of two years counts as the file itself counts', { timeout: 120_000 }, async () => {
  const { db } = await testDatabase();
  await bringIn(db, FILE, { currency: 'USD' });
  await db.execute('ANALYZE');
  const { id: workspaceId } = await db.prisma.workspace.findFirstOrThrow();
  const all = lines();
  for (let day = dayOf('2012-01-01'); day <= dayOf('2014-01-12'); day = (day + 1) as Day) {
    const [usd] = await dailyFigures(db, { workspaceId, day });
    const { late, ...counted } = countedOn(day, all);
    if (counted.open === 0) expect(usd, isoDay(day)).toBeUndefined();
    else {
      expect(usd, isoDay(day)).toMatchObject({ currency: 'USD', ...counted, credits: 0n, unapplied: 0n });
      const ageing = usd?.ageing;
      expect((ageing?.d31_60 ?? 0n) + (ageing?.d61_90 ?? 0n) + (ageing?.over_90 ?? 0n)).toBe(late);
    }
  }
});

test('a ledger taken as it stood on a day has that day’s figures', { timeout: 60_000 }, async () => {
  const { db } = await testDatabase();
  await bringIn(db, FILE, { currency: 'USD', asOf: '2013-06-01' });
  const { id: workspaceId } = await db.prisma.workspace.findFirstOrThrow();
  const figures = await dailyFigures(db, { workspaceId, day: dayOf('2013-06-01') });
  expect(figures).toMatchObject([
    { currency: 'USD', open: 111, pastDue: 16, pastDueDebtors: 15, pastDueAmount: 85_610n },
  ]);
});
