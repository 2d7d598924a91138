import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { connect, type Db } from '../../src/db/client.ts';

export interface TestDatabase {
  readonly url: string;
  readonly db: Db;
  /** Only needed by those who made it outside a test (`beforeAll`): with `testDatabase` it is done when the test ends. */
  drop(): Promise<void>;
}

/** A fresh database with all migrations and no rows, for the running test alone; gone when the test is. */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await openDatabase();
  onTestFinished(database.drop);
  return database;
}

/** The same for a whole file: `beforeAll(async () => { database = await openDatabase(); })`, `afterAll(() => database.drop())`. */
export async function openDatabase(template: string = inject('templateDatabase')): Promise<TestDatabase> {
  const name = `duly_${randomUUID().replaceAll('-', '')}`;
  const copying = inject('copyingFiles');
  await asAdmin((admin) => admin.query(`create database ${name} template ${template} ${copying}`));
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const db = connect(url.href);
  return {
    url: url.href,
    db,
    async drop() {
      await db.close();
      await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** A database without any table. */
export const emptyDatabase = () => openDatabase('template0');

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client(inject('postgresUrl'));
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
