import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '../log.ts';
import { findBinaries } from './embedded/binaries.ts';
import { choosePort } from './embedded/choosePort.ts';
import { createCluster } from './embedded/createCluster.ts';
import { DB_USER, password } from './embedded/credentials.ts';
import { fail } from './embedded/fail.ts';
import { homeDir } from './embedded/homeDir.ts';
import { leave } from './embedded/leave.ts';
import { PgCtl } from './embedded/pgCtl.ts';
import { readLock, removeStaleLock } from './embedded/serverLock.ts';
import { serverUser } from './embedded/serverUser.ts';
import { visit } from './embedded/visit.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** PostgreSQL settings on top of Duly's own, e.g. `{ fsync: 'off' }` for a database that may be lost */
  readonly settings?: Readonly<Record<string, string>>;
  /** how long to wait for a server that is just starting, stopping or dying; 20 seconds unless told */
  readonly patienceMs?: number;
}

export interface Embedded {
  readonly url: string;
  /** the server was running already: another Duly process uses it, or one was killed and left it behind */
  readonly adopted: boolean;
  /**
   * Close your own connections first; they need not be gone. The last process out stops the server; while another one uses it, or
   * a session stays that is not Duly's, it goes on.
   */
  stop(): Promise<void>;
}

const DATABASE = 'duly';
const WAIT_MS = 100;
/** What a server says that may start in a moment: another one is coming or going, or its port was taken just now. */
const PASSING = /lock file ".*" already exists|pre-existing shared memory|starting up|shutting down/;
const PORT_TAKEN = /could not bind|Address already in use/;

/**
 * Real PostgreSQL from npm with its data in `<dataDir>/postgres`, on a free port of the loopback. As root it runs as an unprivileged
 * user. Any number of processes may call this for one data folder, at the same time too: one starts it, the others join.
 *
 * @throws DulyError `embedded_database` that names what stands in the way
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, log, settings = {}, patienceMs = 20_000 } = options;
  const home = homeDir(dataDir, log);
  const user = serverUser(`${home}/cluster`);
  const bin = findBinaries(user);
  const cluster = await createCluster(home, bin, user, settings.fsync !== 'off');
  const server = new PgCtl(bin, home, cluster, user, settings);
  const urlOf = (port: number, database: string) =>
    `postgresql://${DB_USER}:${password(home)}@127.0.0.1:${port}/${database}`;

  let started = false;
  let obstacle = '';
  for (const until = Date.now() + patienceMs; ; await sleep(WAIT_MS)) {
    const lock = readLock(cluster);
    const found = lock ? await visit(urlOf(lock.port, 'postgres'), cluster) : undefined;
    if (lock && found?.kind === 'ours') {
      await createDatabase(found.client);
      log.info({ port: lock.port, folder: home, adopted: !started }, 'PostgreSQL is ready');
      const stop = () => leave(found.client, server, log);
      return { url: urlOf(lock.port, DATABASE), adopted: !started, stop };
    }
    if (Date.now() > until) fail(`${describe(lock?.pid, cluster)} ${obstacle}`);
    if (found?.kind === 'busy') continue;
    removeStaleLock(cluster);
    obstacle = (await server.start(await choosePort(home))) ?? '';
    started = obstacle === '';
    if (!started && !PASSING.test(obstacle) && !PORT_TAKEN.test(obstacle))
      fail(`PostgreSQL did not start: ${obstacle}`);
  }
}

function describe(pid: number | undefined, cluster: string): string {
  return pid
    ? `another program (process ${pid}) holds ${cluster}.`
    : `PostgreSQL did not become ready in ${cluster}.`;
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount) return;
  await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error; // another process was faster
  });
}
