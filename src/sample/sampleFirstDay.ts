import { addBusinessDays } from '../core/calendar.ts';
import { type Day, dayOfDate } from '../core/day.ts';
import type { Db } from '../db/client.ts';
import { sampleCalendar } from './sampleStart.ts';
import { LEDGER_FILE } from './seed/seedLedger.ts';

/** The first day of the sample that a workspace holds; undefined where it holds none. */
export async function sampleFirstDay(db: Db, workspaceId: string): Promise<Day | undefined> {
  const { _max } = await db.prisma.ledgerImport.aggregate({
    where: { workspaceId, fileName: LEDGER_FILE, status: 'applied' },
    _max: { asOf: true },
  });
  return _max.asOf ? addBusinessDays(sampleCalendar, dayOfDate(_max.asOf), 1) : undefined;
}
