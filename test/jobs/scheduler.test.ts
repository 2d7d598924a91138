import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import pg from 'pg';
import { pino } from 'pino';
import { expect, inject, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { startScheduler } from '../../src/jobs/scheduler.ts';
import { MongoWireDouble } from '../support/mongoWireDouble.ts';
import { testDatabase } from '../support/testDatabase.ts';
import { schedulerSuite, type TestStore } from './scheduler.suite.ts';

schedulerSuite('jobs kept in PostgreSQL', async (): Promise<TestStore> => {
  const { url, db } = await testDatabase();
  const name = new URL(url).pathname.slice(1);
  const Row = z.object({ nextRunAt: z.date(), locked: z.boolean(), failReason: z.string().nullable() });
  const find = `select next_run_at as "nextRunAt", locked_at is not null as locked, fail_reason as "failReason"
                from agenda_jobs where name = $1`;
  return {
    store: { databaseUrl: url },
    find: async (job) => (await db.sql(Row, find, [job]))[0],
    async makeOverdue(job) {
      await db.execute(`update agenda_jobs set next_run_at = now() - interval '1 hour' where name = $1`, [
        job,
      ]);
    },
    outage: {
      async begin() {
        await asAdmin(`alter database ${name} allow_connections false`);
        await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
      },
      end: () => asAdmin(`alter database ${name} allow_connections true`),
    },
  };
});

const mongodb = process.env.MONGODB_URI;

if (mongodb) {
  schedulerSuite('jobs kept in MongoDB', async () => {
    const uri = new URL(mongodb);
    uri.pathname = `/duly_${randomUUID().slice(0, 8)}`;
    return mongoStore(uri.href, (client) => client.db().dropDatabase());
  });
} else {
  schedulerSuite('jobs kept in MongoDB (real driver, a double of the server)', async () => {
    const server = new MongoWireDouble();
    const uri = await server.listen();
    onTestFinished(() => server.close());
    const outage = { begin: () => server.close(), end: async () => void (await server.listen()) };
    return { ...(await mongoStore(uri)), outage };
  });
}

test('a MongoDB that is down when Duly starts is found when it comes', async () => {
  const server = new MongoWireDouble();
  const mongodbUri = `${await server.listen()}&serverSelectionTimeoutMS=100`;
  await server.close();
  onTestFinished(() => server.close());
  const failures: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void failures.push(JSON.parse(line).err.message) });
  const scheduler = startScheduler({ store: { mongodbUri }, jobs: [], log });
  onTestFinished(() => scheduler.stop(100));
  await expect.poll(() => failures.length, { timeout: 20_000 }).toBeGreaterThan(1);
  expect(failures.join()).not.toContain('Topology is closed');
  await server.listen();
  await scheduler.ready;
});

async function mongoStore(
  uri: string,
  clean?: (client: MongoClient) => Promise<unknown>,
): Promise<TestStore> {
  const client = new MongoClient(uri);
  onTestFinished(async () => {
    await clean?.(client);
    await client.close();
  });
  const jobs = client.db().collection('agendaJobs');
  return {
    store: { mongodbUri: uri },
    async find(name) {
      const job = await jobs.findOne({ name });
      return job
        ? {
            nextRunAt: job.nextRunAt,
            locked: job.lockedAt !== null && job.lockedAt !== undefined,
            failReason: job.failReason ?? null,
          }
        : undefined;
    },
    async makeOverdue(name) {
      await jobs.updateOne({ name }, { $set: { nextRunAt: new Date(Date.now() - 3_600_000) } });
    },
  };
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client(inject('postgresUrl'));
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}
