import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { DulyError } from '../core/DulyError.ts';
import { refuseOldServer } from './refuseOldServer.ts';

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** The advisory lock that Prisma's own engine takes, so that `prisma migrate deploy` and Duly wait for each other. */
const PRISMA_LOCK = 72707369;

const CREATE_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/**
 * Brings the database up to the migrations in `directory` and answers the names of those it applied. Any number of processes may
 * call it at once. It leaves the rows that `prisma migrate deploy` leaves, so both can be used on one database.
 *
 * @throws DulyError `migration_failed` (nothing of it stays; or an earlier failure of Prisma's own was never resolved), `migration_edited`,
 *   `migration_unknown` (the database was used by a newer Duly), `database_too_old`
 */
export async function migrate(url: string, directory: string = MIGRATIONS): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c timezone=UTC',
    application_name: 'duly migrate',
  });
  client.on('error', () => {}); // the query that is under way reports it
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(CREATE_TABLE);
    const { rows } = await client.query<Applied>(
      'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
    );
    const migrations = readMigrations(directory);
    check(rows, migrations);
    const done = new Set(rows.map((row) => row.migration_name));
    const pending = migrations.filter(({ name }) => !done.has(name));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

function readMigrations(directory: string): Migration[] {
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => {
      const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function check(applied: readonly Applied[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const migration = known.get(name);
    if (!finished_at) {
      refuse(
        'migration_failed',
        `migration ${name} failed earlier; repair it, then \`prisma migrate resolve\``,
      );
    }
    if (!migration)
      refuse('migration_unknown', `the database has migration ${name}, which this version of Duly lacks`);
    if (migration.checksum !== checksum)
      refuse('migration_edited', `migration ${name} was edited after it was applied`);
  }
}

/** The record and the work are one transaction, so that neither a failure nor a kill leaves half of it behind. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql); // without parameters, hence the whole file in one message
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {}); // a lost connection has rolled back by itself
    const message = error instanceof Error ? error.message : String(error);
    refuse('migration_failed', `migration ${name} failed: ${message}`, error);
  }
}

function refuse(code: string, message: string, cause?: unknown): never {
  throw new DulyError(code, message, `The database could not be prepared: ${message}.`, { cause });
}
