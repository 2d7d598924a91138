import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { ManualClock } from '../../src/clock.ts';
import { addBusinessDays } from '../../src/core/calendar.ts';
import { dayIn } from '../../src/core/zone.ts';
import type { Db } from '../../src/db/client.ts';
import { sampleColleagues } from '../../src/sample/colleagues/sampleColleagues.ts';
import type { SampleSource } from '../../src/sample/SampleSource.ts';
import { sampleBank } from '../../src/sample/sampleBank.ts';
import { sampleCalendar, sampleStart, sampleTime } from '../../src/sample/sampleStart.ts';
import { SAMPLE_ZONE } from '../../src/sample/sampleTeam.ts';
import { startSample } from '../../src/sample/startSample.ts';
import { ReactionWatch } from '../../src/useCases/notices/ReactionWatch.ts';
import { runDue } from '../../src/useCases/runDue.ts';
import { connectWorkspace } from '../../src/useCases/workspaces/connectWorkspace.ts';
import { openDatabase } from '../support/testDatabase.ts';

const log = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' });
/** the prompts, and those of the day before that nobody answered; a late statement, a request of the afternoon */
const HOURS = ['09:00', '15:00'];
const anyRow = z.record(z.string(), z.unknown());

/** The sample as a newcomer meets it, by default on Friday 20 November 2026, without a Slack: nothing is delivered. */
export interface Sample {
  readonly db: Db;
  readonly workspaceId: string;
  readonly bank: SampleSource;
  readonly colleagues: SampleSource;
  /** starts it once more, as a process does that comes up again */
  restart(): Promise<SampleSource>;
  /** lets so many business days go by, doing what is due at its hours, twice as a doubled heartbeat does */
  pass(businessDays: number): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
}

export async function aSample({
  ends = true,
  realNow = '2026-11-20T12:00:00Z',
} = {}): Promise<Sample & { drop(): Promise<void> }> {
  const database = await openDatabase();
  if (ends) onTestFinished(database.drop);
  const { db } = database;
  const clock = new ManualClock(sampleStart(new Date(realNow)));
  const workspaceId = await connectWorkspace(db, { teamId: 'T1', teamName: 'Sample', now: clock.now() });
  const restart = () => startSample({ db, workspaceId, clock, log });
  const life = await restart();
  let day = dayIn(SAMPLE_ZONE, clock.now());
  const reactions = new ReactionWatch(async () => []);
  return {
    db,
    workspaceId,
    bank: sampleBank({ db, workspaceId, log }),
    colleagues: sampleColleagues({ db, workspaceId, log }),
    restart,
    drop: database.drop,
    async pass(businessDays) {
      for (let n = 0; n < businessDays; n++) {
        for (const time of HOURS) {
          const now = sampleTime(day, time);
          if (now < clock.now()) continue;
          clock.moveTo(now);
          await life.run(now);
          await life.run(now);
          await runDue({ db, now, reactions, log });
        }
        day = addBusinessDays(sampleCalendar, day, 1);
      }
    },
    rows: (sql) => db.sql(anyRow, sql),
  };
}

/** Every table with how many rows it has, and the money in them. */
export async function everything(db: Db): Promise<Record<string, unknown>> {
  const tables = await db.sql(
    z.object({ name: z.string() }),
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
     ORDER BY 1`,
  );
  const counts: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await db.sql(
      anyRow,
      `SELECT count(*) AS n, md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM "${name}" t`,
    );
    counts[name] = row;
  }
  return counts;
}

/** Where the ledger does not add up: nothing, if it does. */
export async function imbalances(db: Db): Promise<unknown[]> {
  return db.sql(
    anyRow,
    `SELECT i.number AS what FROM invoice i LEFT JOIN (SELECT invoice_id, sum(amount) AS paid FROM allocation GROUP BY 1) a
       ON a.invoice_id = i.id WHERE i.amount > 0 AND i.outstanding <> i.amount - coalesce(a.paid, 0)
     UNION ALL SELECT p.key FROM payment p LEFT JOIN (SELECT payment_id, sum(amount) AS used FROM allocation GROUP BY 1) a
       ON a.payment_id = p.id WHERE p.amount > 0 AND p.unapplied <> p.amount - p.reversed - coalesce(a.used, 0)`,
  );
}
