import { PostgresBackend } from '@agendajs/postgres-backend';
import pg from 'pg';
import type { Log } from '../log.ts';
import type { JobStore } from './JobStore.ts';

/**
 * The table `agenda_jobs` of Duly's own database, made by a migration: the library's own set-up at start is not safe when several
 * processes start at once. No notifications: heartbeats need none, and they cost a connection and break on long errors.
 */
export function postgresJobStore(databaseUrl: string, log: Log): JobStore {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    options: '-c timezone=UTC',
    application_name: 'duly jobs',
  });
  pool.on('error', (err) => log.warn({ err }, 'a connection of the job store broke'));
  return {
    backend: new PostgresBackend({ pool, ensureSchema: false, disableNotifications: true }),
    close: () => pool.end(),
  };
}
