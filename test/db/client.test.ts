import { expect, test } from 'vitest';
import { z } from 'zod';
import { isTransient } from '../../src/db/isTransient.ts';
import { testDatabase } from '../support/testDatabase.ts';

test('typed SQL gives money as bigint, days as text and instants as Date, whatever the zone of the machine', async () => {
  const { db } = await testDatabase();
  const Row = z.object({
    amount: z.bigint(),
    amounts: z.array(z.bigint()),
    due: z.string(),
    days: z.array(z.string()),
    at: z.date(),
    given: z.string(),
    rate: z.string(),
    list: z.object({ a: z.number() }),
  });
  const [row] = await db.sql(
    Row,
    `select 9007199254740993 as amount, array[1, 2]::int8[] as amounts, date '2026-11-22' as due, array[date '2026-11-22'] as days,
            $1::timestamptz as at, $1::date as given, 1.10::numeric as rate, '{"a":1}'::jsonb as list`,
    [new Date('2026-11-22T00:30:00Z')],
  );
  expect(row).toEqual({
    amount: 9007199254740993n,
    amounts: [1n, 2n],
    due: '2026-11-22',
    days: ['2026-11-22'],
    at: new Date('2026-11-22T00:30:00Z'),
    given: '2026-11-22',
    rate: '1.10',
    list: { a: 1 },
  });
});

test('a row that is not what was asked for is an error, not a surprise later', async () => {
  const { db } = await testDatabase();
  await expect(db.sql(z.object({ n: z.string() }), 'select 1 as n')).rejects.toThrow(z.ZodError);
});

test('what is asked again and again is planned once, what is asked once is not kept', async () => {
  const { db } = await testDatabase();
  const Kept = z.object({ statement: z.string() });
  await db.transaction(async (tx) => {
    for (let n = 0; n < 5; n++) {
      await tx.execute('select $1::int as often', [n]);
      await tx.prisma.workspace.findFirst({ where: { name: `n${n}` } });
    }
    await tx.execute('select $1::int as once', [1]);
    const kept = await tx.sql(Kept, 'select statement from pg_prepared_statements');
    const statements = kept.map(({ statement }) => statement).join('\n');
    expect(statements).toContain('as often');
    expect(statements).toContain('FROM "public"."workspace"');
    expect(statements).not.toContain('as once');
  });
});

test('Prisma, typed SQL and Agenda’s plain connections agree on an instant', async () => {
  const { db } = await testDatabase();
  const at = new Date('2026-07-01T12:00:00Z');
  await db.prisma.workspace.create({ data: { id: 'w', name: 'Harbour', startedAt: at } });
  const rows = await db.sql(
    z.object({ started_at: z.date() }),
    'select started_at from workspace where started_at = $1',
    [at],
  );
  expect(rows).toEqual([{ started_at: at }]);
  expect((await db.prisma.workspace.findUniqueOrThrow({ where: { id: 'w' } })).startedAt).toEqual(at);
});

test('inside a transaction both see what the other did, and nothing stays when the work fails', async () => {
  const { db } = await testDatabase();
  const Count = z.object({ n: z.bigint() });
  const count = 'select count(*) as n from workspace';
  await expect(
    db.transaction(async (tx) => {
      await tx.prisma.workspace.create({ data: { id: 'w', name: 'Harbour' } });
      await tx.execute(`insert into workspace (id, name) values ('v', 'Quay')`);
      expect(await tx.sql(Count, count)).toEqual([{ n: 2n }]);
      expect(await db.sql(Count, count)).toEqual([{ n: 0n }]);
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await db.sql(Count, count)).toEqual([{ n: 0n }]);
});

test('two transactions that block each other both come through', async () => {
  const { db } = await testDatabase();
  await db.execute('create table tally (id text primary key, n int not null)');
  await db.execute(`insert into tally values ('a', 0), ('b', 0)`);
  let arrived = 0;
  const bothArrived = deferred();
  const add = (first: string, second: string, through: 'sql' | 'prisma') => {
    let attempts = 0;
    return db.transaction(async (tx) => {
      await tx.execute('update tally set n = n + 1 where id = $1', [first]);
      if (++attempts === 1 && ++arrived === 2) bothArrived.resolve();
      await bothArrived.promise;
      if (through === 'sql') await tx.execute('update tally set n = n + 1 where id = $1', [second]);
      else await tx.prisma.$executeRaw`update tally set n = n + 1 where id = ${second}`;
      return attempts;
    });
  };
  const attempts = await Promise.all([add('a', 'b', 'sql'), add('b', 'a', 'prisma')]);
  expect(Math.max(...attempts)).toBeGreaterThan(1);
  const rows = await db.sql(z.object({ n: z.number() }), 'select n from tally');
  expect(rows).toEqual([{ n: 2 }, { n: 2 }]);
});

test('of many serializable increments none is lost', async () => {
  const { db } = await testDatabase();
  await db.prisma.workspace.create({ data: { id: 'w', name: '0' } });
  const increment = () =>
    db.transaction(
      async (tx) => {
        const { name } = await tx.prisma.workspace.findUniqueOrThrow({ where: { id: 'w' } });
        await tx.prisma.workspace.update({ where: { id: 'w' }, data: { name: String(Number(name) + 1) } });
      },
      { isolation: 'Serializable' },
    );
  await Promise.all([increment(), increment(), increment(), increment()]);
  expect((await db.prisma.workspace.findUniqueOrThrow({ where: { id: 'w' } })).name).toBe('4');
});

test('a broken connection is replaced', async () => {
  const { db } = await testDatabase();
  await db.sql(z.object({ one: z.number() }), 'select 1 as one');
  await db
    .execute('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()')
    .catch(() => {});
  expect(await db.sql(z.object({ one: z.number() }), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('other errors are not tried again', () => {
  expect(isTransient(Object.assign(new Error('duplicate'), { code: '23505' }))).toBe(false);
  expect(isTransient(undefined)).toBe(false);
});

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
