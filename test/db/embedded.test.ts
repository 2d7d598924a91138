import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Embedded, startEmbedded } from '../../src/db/embedded.ts';

vi.setConfig({ testTimeout: 60_000 }); // most of them make a cluster

const log = { info() {}, warn() {} };
const NOBODY = { uid: 65_534, gid: 65_534 };

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duly-embedded-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => {
    if (existsSync(pidFile(folder))) process.kill(postmaster(folder), 'SIGQUIT'); // left running by a test that failed
    const home = join(folder, 'postgres'); // a link where it was moved out of a private folder
    for (const place of [existsSync(home) ? realpathSync(home) : home, folder])
      rmSync(place, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return folder;
}

const start = (dataDir: string) => startEmbedded({ dataDir, log, settings: { fsync: 'off' } });

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<T>(text);
  await client.end();
  return rows;
}

const portOf = (embedded: Embedded) => Number(new URL(embedded.url).port);
const pidFile = (folder: string) => join(folder, 'postgres/cluster/postmaster.pid');
const postmaster = (folder: string) => Number(readFileSync(pidFile(folder), 'utf8').split('\n')[0]);

/** Another Duly process on the same folder, as another user where told; resolves when its database is ready. */
async function anotherProcess(
  folder: string,
  as: { uid?: number; gid?: number } = {},
): Promise<{ process: ChildProcess; url: string; adopted: boolean }> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(fileURLToPath(new URL('../../src/db/embedded.ts', import.meta.url)))};
    const log = { info() {}, warn() {} };
    startEmbedded({ dataDir: ${JSON.stringify(folder)}, log }).then(({ url, adopted }) => {
      console.log(JSON.stringify({ url, adopted }));
      setInterval(() => {}, 1000);
    });`;
  const child = spawn('node', ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...as,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return { process: child, ...JSON.parse(String(line)) };
}

test('the first start makes a database that outlives the process, on the loopback and in UTC', async () => {
  const folder = dataFolder();
  const first = await start(folder);
  expect(first.adopted).toBe(false);
  await query(first.url, 'create table debtors as select 1 as id');
  expect(await query(first.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(await query(first.url, 'show timezone')).toEqual([{ TimeZone: 'UTC' }]);
  expect(await query(first.url, `select lower('ÉÇŁ') as text`)).toEqual([{ text: 'éçł' }]);
  expect(statSync(join(folder, 'postgres/password')).mode & 0o777).toBe(0o600);
  await first.stop();
  await expect(query(first.url, 'select 1')).rejects.toThrow();

  const second = await start(folder);
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'select id from debtors')).toEqual([{ id: 1 }]);
  await second.stop();
});

test('what is not the password does not open it', async () => {
  const embedded = await start(dataFolder());
  const url = new URL(embedded.url);
  url.password = 'guess';
  await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  await embedded.stop();
});

test('a second process shares the server; the last one out stops it', async () => {
  const folder = dataFolder();
  const [one, two, three] = await Promise.all([start(folder), start(folder), start(folder)]);
  expect([one, two, three].filter(({ adopted }) => !adopted)).toHaveLength(1);
  await one.stop();
  await two.stop();
  expect(await query(three.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await three.stop();
  await expect(query(three.url, 'select 1')).rejects.toThrow();
});

test('the last one out stops it though its own sessions were closed a moment ago, and have much to clear away', async () => {
  const folder = dataFolder();
  for (const temporaryTables of [0, 0, 0, 0, 0, 100]) {
    const embedded = await start(folder);
    expect(embedded.adopted).toBe(false);
    const pool = new pg.Pool({ connectionString: embedded.url, application_name: 'duly', max: 4 });
    await Promise.all(Array.from({ length: 4 }, () => pool.query('select 1')));
    for (let table = 0; table < temporaryTables; table++) {
      await pool.query(`create temporary table work_${table} (id int primary key, name text)`);
    }
    await pool.end();
    await embedded.stop();
    await expect(query(embedded.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }
});

test('a stranger’s session is not cut off', async () => {
  const folder = dataFolder();
  const embedded = await start(folder);
  const stranger = new pg.Client(embedded.url);
  await stranger.connect();
  await embedded.stop();
  expect((await stranger.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await stranger.end();
  await (await start(folder)).stop();
});

test('a server left behind by kill -9 is adopted, with its data', async () => {
  const folder = dataFolder();
  const killed = await anotherProcess(folder);
  await query(killed.url, 'create table debtors as select 1 as id');
  killed.process.kill('SIGKILL');
  await once(killed.process, 'exit');
  const next = await start(folder);
  expect(next.adopted).toBe(true);
  expect(await query(next.url, 'select id from debtors')).toEqual([{ id: 1 }]);
  await next.stop();
  await expect(query(next.url, 'select 1')).rejects.toThrow();
});

test('a server that was killed too is started again, and nothing confirmed is lost', async () => {
  const folder = dataFolder();
  const first = await start(folder);
  await query(first.url, 'create table debtors as select 1 as id');
  process.kill(postmaster(folder), 'SIGKILL');
  const second = await start(folder);
  expect(second.adopted).toBe(false);
  expect(await query(second.url, 'select id from debtors')).toEqual([{ id: 1 }]);
  await second.stop();
  await first.stop(); // its server is gone: nothing to do, and no harm
});

test('a lock whose process number belongs to somebody else now does not keep Duly out', async ({ skip }) => {
  if (process.platform !== 'linux') return skip();
  const folder = dataFolder();
  await (await start(folder)).stop();
  const port = Number(readFileSync(join(folder, 'postgres/port'), 'utf8'));
  const stale = [
    process.pid,
    join(folder, 'postgres/cluster'),
    0,
    port,
    '',
    '127.0.0.1',
    '',
    'ready',
    '',
  ].join('\n');
  writeFileSync(pidFile(folder), stale);
  await (await start(folder)).stop();
});

test('as root, from a private folder: the database lives where its own user can reach it, and is found there again', async ({
  skip,
}) => {
  if (process.getuid?.() !== 0) return skip();
  const folder = dataFolder();
  chmodSync(folder, 0o700);
  const first = await start(folder);
  expect(realpathSync(join(folder, 'postgres'))).toMatch(/^\/var\/lib\/duly\//);
  expect(statSync(`/proc/${postmaster(folder)}`).uid).not.toBe(0);
  await query(first.url, 'create table debtors as select 1 as id');
  await first.stop();
  const second = await start(folder);
  expect(await query(second.url, 'select id from debtors')).toEqual([{ id: 1 }]);
  await second.stop();
});

test('as a user, the server is that user’s; root may use it after them', async ({ skip }) => {
  const reads = (file: string) => spawnSync('test', ['-r', file], NOBODY).status === 0;
  if (process.getuid?.() !== 0 || !reads(resolve('src/db/embedded.ts'))) return skip();
  const folder = dataFolder();
  chownSync(folder, NOBODY.uid, NOBODY.gid);
  const { process: user, adopted } = await anotherProcess(folder, NOBODY);
  expect(adopted).toBe(false);
  expect(statSync(`/proc/${postmaster(folder)}`).uid).toBe(NOBODY.uid);
  user.kill('SIGKILL');
  await once(user, 'exit');
  const root = await start(folder);
  expect(root.adopted).toBe(true);
  await root.stop();
  await expect(query(root.url, 'select 1')).rejects.toThrow();
});

test('another program on the port: Duly moves to a free one', async () => {
  const folder = dataFolder();
  const first = await start(folder);
  await first.stop();
  const program = createServer().listen(portOf(first), '127.0.0.1');
  await once(program, 'listening');
  const second = await start(folder);
  expect(portOf(second)).not.toBe(portOf(first));
  await second.stop();
  program.close();
});

test('another program on the data: Duly says who', async () => {
  const folder = dataFolder();
  const first = await start(folder);
  writeFileSync(join(folder, 'postgres/password'), 'as if the server were not ours');
  const second = startEmbedded({ dataDir: folder, log, patienceMs: 200 });
  await expect(second).rejects.toMatchObject({
    code: 'embedded_database',
    message: expect.stringContaining(String(postmaster(folder))),
  });
  writeFileSync(join(folder, 'postgres/password'), new URL(first.url).password);
  await first.stop();
});
