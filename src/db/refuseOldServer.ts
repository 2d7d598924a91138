import type pg from 'pg';
import { DulyError } from '../core/DulyError.ts';

/** The oldest PostgreSQL that Duly's statements are written for. */
const OLDEST = 14;

/** @throws DulyError `database_too_old` where the server is older than what Duly needs */
export async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string }>(
    `select current_setting('server_version_num') as number`,
  );
  const number = Number(rows[0]?.number);
  const major = Math.floor(number / 10_000);
  if (major >= OLDEST) return;
  const what = `The database is PostgreSQL ${major}.${number % 10_000}`;
  throw new DulyError(
    'database_too_old',
    `${what}, older than ${OLDEST}`,
    `${what}, and Duly needs ${OLDEST} or newer. Have DATABASE_URL name a newer one, or leave it out: Duly brings its own.`,
  );
}
