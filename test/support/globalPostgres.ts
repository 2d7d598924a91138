import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/db/embedded.ts';
import { migrate } from '../../src/db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** a server for tests; its databases are made by testDatabase.ts */
    postgresUrl: string;
    /** the migrated, empty database they are copied from */
    templateDatabase: string;
    /** what to add to `create database … template …`, so that the server copies files and writes no log of it, as all did before 15 */
    copyingFiles: string;
  }
}

const silent = { info() {}, warn() {} };
/** A database that may be lost is quick. */
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  wal_level: 'minimal',
  max_wal_senders: '0',
  update_process_title: 'off',
};

/** One PostgreSQL for the whole run: TEST_DATABASE_URL where set (a role that may create databases), else an embedded one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await temporaryServer();
  const template = `duly_template_${process.pid}`;
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query(`create database ${template}`);
  const templateUrl = new URL(server.url);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href);
  project.provide('postgresUrl', server.url);
  project.provide('templateDatabase', template);
  const { rows } = await admin.query(
    `select current_setting('server_version_num')::int >= 150000 AS chooses`,
  );
  project.provide('copyingFiles', rows[0].chooses ? 'strategy file_copy' : '');
  return async () => {
    await admin.query(`drop database ${template} with (force)`);
    await admin.end();
    await server.stop();
  };
}

async function temporaryServer() {
  const dataDir = mkdtempSync(join(tmpdir(), 'duly-test-'));
  chmodSync(dataDir, 0o777); // as root the server runs as another user
  const settings = { ...FORGETFUL, unix_socket_directories: dataDir };
  const { url, stop } = await startEmbedded({ dataDir, log: silent, settings });
  return {
    url: throughSocket(url, dataDir),
    async stop() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The same server through its socket file, which costs a third less a question than the loopback; it listens there too. */
function throughSocket(url: string, directory: string): string {
  const through = new URL(url);
  if (process.platform !== 'win32') through.searchParams.set('host', directory);
  return through.href;
}
