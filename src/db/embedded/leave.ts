import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '../../log.ts';
import type { PgCtl } from './pgCtl.ts';
import { PRESENCE } from './visit.ts';

const LEAVING = 'duly leaving';

/** How long a session that is no presence may take to go, in milliseconds: one just closed is gone in a few. */
const PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 20;

/**
 * Ends the presence of this process and stops the server when nobody is left. Each process keeps one such session open as long as
 * it uses the server, so that others can tell. Whoever leaves marks that session first: two that leave together both see an empty
 * house, and leaving twice does no harm. Other sessions count only when they stay: those of our own that were closed a moment ago
 * may be on their way out, which a server tells nobody.
 */
export async function leave(
  presence: pg.Client,
  server: PgCtl,
  log: Pick<Log, 'info' | 'warn'>,
): Promise<void> {
  try {
    await presence.query(`set application_name = '${LEAVING}'`);
    const sessions = await thoseWhoStay(presence);
    if (sessions > 0) log.info({ sessions }, 'PostgreSQL goes on for others that use it');
    else await server.stop();
  } catch (error) {
    log.warn({ err: error }, 'PostgreSQL was gone already, or could not be stopped');
  } finally {
    await presence.end().catch(() => {});
  }
}

async function thoseWhoStay(presence: pg.Client): Promise<number> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(LOOK_EVERY_MS)) {
    const { rows } = await presence.query<{ others: number; processes: number }>(
      `select count(*)::int as others, (count(*) filter (where application_name = $1))::int as processes
       from pg_stat_activity where backend_type = 'client backend' and application_name <> $2`,
      [PRESENCE, LEAVING],
    );
    const { others = 0, processes = 0 } = rows[0] ?? {};
    if (others === 0 || processes > 0 || Date.now() > until) return others;
  }
}
