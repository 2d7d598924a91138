import { Readable } from 'node:stream';
import { addBusinessDays } from '../core/calendar.ts';
import { addDays, type Day, dayOfDate, isoDay } from '../core/day.ts';
import type { Db } from '../db/client.ts';
import { loadWorkspace } from '../db/workspaceContext.ts';
import type { Log } from '../log.ts';
import { importLedger } from '../useCases/ledger/importLedger.ts';
import { payerFacts } from './payerFacts.ts';
import type { SampleSource } from './SampleSource.ts';
import { sampleFirstDay } from './sampleFirstDay.ts';
import { sampleCalendar } from './sampleStart.ts';
import { statementOf } from './statementOf.ts';
import { statementTime } from './statementTime.ts';

const fileName = (day: Day) => `bank-${isoDay(day)}.csv`;

/**
 * Larkfield's bank: each business day at seven a statement is imported, on most days with money in it, so that payments stay
 * fresh; once the bank is late. What comes in follows from the ledger as it stands and from the customers' habits; a day is imported once, days on
 * which nobody was there are made up for in their order. Silent in a workspace that holds no sample.
 */
export function sampleBank({
  db,
  workspaceId,
  log,
}: {
  db: Db;
  workspaceId: string;
  log: Log;
}): SampleSource {
  async function nextDay(first: Day): Promise<Day> {
    const { _max } = await db.prisma.ledgerImport.aggregate({
      where: { workspaceId, fileName: { startsWith: 'bank-' }, kind: 'payments', status: 'applied' },
      _max: { asOf: true },
    });
    const last = _max.asOf ? dayOfDate(_max.asOf) : addDays(first, -1);
    return addBusinessDays(sampleCalendar, last, 1);
  }

  async function importDay(day: Day, first: Day, now: Date): Promise<void> {
    const workspace = await loadWorkspace(db, workspaceId);
    const csv = statementOf(day, first, await payerFacts(db, workspaceId, day));
    const { counts } = await importLedger({
      db,
      workspace,
      now,
      file: { name: fileName(day), stream: Readable.from([csv]) },
      asOf: day,
    });
    log.info(
      { day: isoDay(day), payments: counts.matched + counts.unapplied },
      'the sample’s bank statement is in',
    );
  }

  return {
    async run(now) {
      const first = await sampleFirstDay(db, workspaceId);
      if (first === undefined) return;
      for (let day = await nextDay(first); statementTime(day, first) <= now; day = await nextDay(first)) {
        await importDay(day, first, now);
      }
    },
    async next() {
      const first = await sampleFirstDay(db, workspaceId);
      return first === undefined ? undefined : statementTime(await nextDay(first), first);
    },
  };
}
