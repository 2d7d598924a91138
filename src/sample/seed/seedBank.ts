import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { dayOfDate, isoDay } from '../../core/day.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { importLedger } from '../../useCases/ledger/importLedger.ts';
import { judgeDebtorPromises } from '../../useCases/promises/judgeDebtorPromises.ts';
import { businessDayBefore, sampleTime, storyDay } from '../sampleStart.ts';
import type { Seeding } from './Seeding.ts';

export const BANK_COLUMNS = ['date', 'payer', 'reference', 'amount', 'currency'];

/** Days before the first on which somebody paid of whom nobody knows who it was. */
const UNKNOWN_PAYER = {
  daysAgo: 5,
  payer: 'CASH DEPOSIT BRANCH 0417',
  reference: 'WITH THANKS',
  amount: 235,
};

/** Imports what came in at the bank since the ledger file was made, and judges the promises whose day has come. */
export async function seedBank(seeding: Seeding): Promise<void> {
  const { db, workspace, firstDay, debtors, members } = seeding;
  const lines = debtors.flatMap(({ name, currency, invoices, story }) => {
    const oldest = invoices.find(({ settledOn, amount }) => settledOn === undefined && amount > 0n);
    return (story.paid ?? []).map(([daysAgo, amount]) => [
      isoDay(storyDay(firstDay, daysAgo)),
      name.toUpperCase(),
      oldest?.number ?? '',
      amount.toFixed(2),
      currency,
    ]);
  });
  const { daysAgo, payer, reference, amount } = UNKNOWN_PAYER;
  lines.push([isoDay(storyDay(firstDay, daysAgo)), payer, reference, amount.toFixed(2), 'GBP']);
  const asOf = businessDayBefore(firstDay);
  await importLedger({
    db,
    workspace,
    now: sampleTime(asOf, '18:30'),
    file: {
      name: `statement-to-${isoDay(asOf)}.csv`,
      stream: Readable.from([
        stringify([BANK_COLUMNS, ...lines.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))]),
      ]),
    },
    asOf,
    memberId: members.grace.id,
  });
  await judgePast(seeding);
}

async function judgePast({ db, workspace, firstDay }: Seeding): Promise<void> {
  const promises = await db.prisma.promise.findMany({
    where: { workspaceId: workspace.id, state: 'open' },
    orderBy: { judgeOn: 'asc' },
  });
  for (const { debtorId, judgeOn } of promises) {
    const day = dayOfDate(judgeOn);
    if (day >= firstDay) continue;
    await db.transaction(async (tx) => {
      await lockDebtor(tx, workspace.id, debtorId);
      const now = sampleTime(day, '09:00');
      const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
      if (facts) await judgeDebtorPromises(tx, { workspace, debtorId, facts, now });
    });
  }
}
