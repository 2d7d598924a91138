import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { migrate } from '../../src/db/migrate.ts';
import { emptyDatabase } from '../support/testDatabase.ts';

/** A way to the database on which the server gives itself out for another version. */
async function givenOutFor(url: string, own: string, other: string): Promise<string> {
  const way = new URL(url);
  way.searchParams.delete('host');
  const { hostname, port } = way;
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname);
    client.pipe(behind);
    behind.on('data', (data) => client.write(data.toString('latin1').replaceAll(own, other), 'latin1'));
    behind.on('close', () => client.destroy());
    client.on('error', () => behind.destroy());
    behind.on('error', () => client.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  way.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return way.href;
}

test('a PostgreSQL older than 14 is refused with a sentence before anything is written, and 14 is not', async () => {
  const { db, url, drop } = await emptyDatabase();
  onTestFinished(drop);
  const [own] = await db.sql(
    z.object({ version: z.string() }),
    `SELECT current_setting('server_version_num') AS version`,
  );
  const version = own?.version ?? '';
  await expect(migrate(await givenOutFor(url, version, '130021'))).rejects.toMatchObject({
    code: 'database_too_old',
    userMessage: expect.stringContaining('PostgreSQL 13.21, and Duly needs 14 or newer'),
  });
  const tables = await db.sql(
    z.object({ count: z.bigint() }),
    `SELECT count(*) FROM pg_tables WHERE schemaname = 'public'`,
  );
  expect(tables).toEqual([{ count: 0n }]);
  expect(await migrate(await givenOutFor(url, version, '140000'))).not.toEqual([]);
});
