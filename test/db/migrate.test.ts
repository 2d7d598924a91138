import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { migrate } from '../../src/db/migrate.ts';
import { emptyDatabase, type TestDatabase, testDatabase } from '../support/testDatabase.ts';

const MIGRATIONS = 'prisma/migrations';

async function blankDatabase(): Promise<TestDatabase> {
  const database = await emptyDatabase();
  onTestFinished(database.drop);
  return database;
}

function folder(migrations: Record<string, string>): string {
  const directory = mkdtempSync(join(tmpdir(), 'duly-migrations-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, sql] of Object.entries(migrations)) add(directory, name, sql);
  return directory;
}

function add(directory: string, name: string, sql: string): void {
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, 'migration.sql'), sql);
}

const tables = async ({ db }: TestDatabase) =>
  (
    await db.sql(
      z.object({ name: z.string() }),
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    )
  )
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('_prisma'));

/** Prisma's own command line; answers what it printed. */
async function prisma(databaseUrl: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const { stdout } = await promisify(execFile)('node', ['prisma/generate.mjs', ...args], { env });
  return stdout;
}

test('three processes that start at once migrate once', async () => {
  const { url } = await blankDatabase();
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  expect(await migrate(url)).toEqual([]);
});

test('Prisma’s own command line agrees that nothing is left to do', { timeout: 120_000 }, async () => {
  const { url } = await testDatabase();
  expect(await prisma(url, 'migrate', 'status')).toContain('Database schema is up to date');
  expect(await prisma(url, 'migrate', 'deploy')).toContain('No pending migrations');
});

test('and what it deploys, Duly accepts', { timeout: 120_000 }, async () => {
  const { url } = await blankDatabase();
  await prisma(url, 'migrate', 'deploy');
  expect(await migrate(url)).toEqual([]);
});

test('the migrations say what the model says', { timeout: 120_000 }, async () => {
  const { url } = await blankDatabase();
  const said = await prisma(
    url,
    'migrate',
    'diff',
    '--from-migrations',
    MIGRATIONS,
    '--to-schema',
    'prisma/schema.prisma',
  );
  expect(said).toContain('No difference detected');
});

test('every table belongs to a workspace, but for the workspaces themselves and what Prisma and Agenda keep', async () => {
  const { db } = await testDatabase();
  const without = await db.sql(
    z.object({ name: z.string() }),
    `SELECT t.table_name::text AS name FROM information_schema.tables t WHERE table_schema = 'public' AND NOT EXISTS (
       SELECT FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = t.table_name
         AND c.column_name = 'workspace_id' AND c.is_nullable = 'NO') ORDER BY 1`,
  );
  expect(without.map(({ name }) => name)).toEqual(['_prisma_migrations', 'agenda_jobs', 'workspace']);
});

test('an edited migration is refused', async () => {
  const database = await blankDatabase();
  const directory = folder({ '1_debtors': 'create table debtors ();' });
  await migrate(database.url, directory);
  add(directory, '1_debtors', 'create table debtors (id text);');
  await expect(migrate(database.url, directory)).rejects.toMatchObject({ code: 'migration_edited' });
});

test('a database of a newer Duly is refused', async () => {
  const { url } = await blankDatabase();
  const directory = folder({ '1_debtors': 'create table debtors ();', '2_later': 'select 1;' });
  await migrate(url, directory);
  rmSync(join(directory, '2_later'), { recursive: true });
  await expect(migrate(url, directory)).rejects.toMatchObject({ code: 'migration_unknown' });
});

test('a migration that fails leaves nothing of itself, keeps what went before, and may be tried again', async () => {
  const database = await blankDatabase();
  const directory = folder({
    '1_debtors': 'create table debtors ();',
    '2_invoices': 'create table invoices (); select 1 / 0;',
  });
  await expect(migrate(database.url, directory)).rejects.toMatchObject({
    code: 'migration_failed',
    message: expect.stringContaining('division by zero'),
  });
  expect(await tables(database)).toEqual(['debtors']);
  add(directory, '2_invoices', 'create table invoices ();');
  expect(await migrate(database.url, directory)).toEqual(['2_invoices']);
});

test('functions with semicolons inside are one statement', async () => {
  const { url } = await blankDatabase();
  const sql =
    'create function f() returns int as $$ begin return 1; end; $$ language plpgsql; create table t ();';
  expect(await migrate(url, folder({ '1_function': sql }))).toEqual(['1_function']);
});

test('a migration can be written without internet, and what fails says so', {
  timeout: 120_000,
}, async () => {
  const { url } = await blankDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'duly-prisma-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const part of ['generate.mjs', 'provideDatabase.mjs', 'prisma.config.ts', 'schemaEngine']) {
    cpSync(join('prisma', part), join(directory, part), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
  const model = (fields: string) =>
    `datasource db {\n provider = "postgresql"\n}\nmodel Debtor {\n id Int @id\n ${fields}\n}\n`;
  const run = (...args: string[]) =>
    promisify(execFile)('node', [join(directory, 'generate.mjs'), ...args], {
      env: { ...process.env, DATABASE_URL: url },
    });

  writeFileSync(join(directory, 'schema.prisma'), model(''));
  await run('migrate', 'dev', '--name', 'debtors');
  writeFileSync(join(directory, 'schema.prisma'), model('name String?'));
  await run('migrate', 'dev', '--name', 'names');
  expect(await migrate(url, join(directory, 'migrations'))).toEqual([]);

  writeFileSync(join(directory, 'wrong.sql'), 'select 1 / 0');
  await expect(run('db', 'execute', '--file', join(directory, 'wrong.sql'))).rejects.toThrow(
    'division by zero',
  );
});
