import { expect, test } from 'vitest';
import { testDatabase } from '../../support/testDatabase.ts';
import { books, bringIn, LIST, NOW, openItems, standing, takeBack } from './ledgerKit.ts';

const list = { currency: 'EUR', map: LIST, asOf: '2026-11-16' };
const items = Array.from(
  { length: 5000 },
  (_, n) => [`${n}`, `Customer ${n % 50}`, '2026-10-01', '100', '100'] as const,
);
const LATER = new Date(NOW.getTime() + 60_000);
const crash = new Error('the process died');

test.each(['reading', 'applying'] as const)(
  'a crash while %s leaves nothing half done, and the import is run again',
  async (phase) => {
    const { db } = await testDatabase();
    await bringIn(db, openItems(...items.slice(0, 100)), list);
    const before = await books(db);
    let steps = 0;
    const onProgress = (progress: { phase: string }) => {
      if (progress.phase === phase && ++steps === (phase === 'applying' ? 6 : 1)) throw crash;
    };
    await expect(bringIn(db, openItems(...items), { ...list, onProgress })).rejects.toThrow(crash.message);
    expect(await books(db)).toEqual(before);

    expect((await bringIn(db, openItems(...items), list)).counts).toMatchObject({
      new: 4900,
      unchanged: 100,
    });
    expect(await db.prisma.ledgerImportRow.count()).toBe(0);
    const statuses = (await db.prisma.ledgerImport.findMany({ orderBy: { id: 'asc' } }))
      .map((one) => one.status)
      .sort();
    expect(statuses).toEqual(['applied', 'applied', 'failed']);
  },
);

test('a connection that is cut amid the transaction rolls everything back', async () => {
  const { db } = await testDatabase();
  let cut = false;
  const onProgress = ({ phase, done }: { phase: string; done: number }) => {
    if (phase !== 'applying' || done !== 1 || cut) return;
    cut = true;
    void db.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
         AND state <> 'idle'`,
    );
  };
  await expect(bringIn(db, openItems(...items), { ...list, onProgress })).rejects.toThrow();
  expect(await db.prisma.invoice.count()).toBe(0);
  expect((await bringIn(db, openItems(...items), list)).counts).toMatchObject({ new: 5000 });
});

test('a crash amid an undo leaves the import as it was, and the undo is run again', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...items.slice(0, 100)), list);
  const before = await standing(db);
  await bringIn(db, openItems(...items.slice(50, 200)), { ...list, now: LATER });
  const imported = await books(db);
  const onProgress = (step: number) => {
    if (step === 3) throw crash;
  };
  await expect(takeBack(db, undefined, { now: LATER, onProgress })).rejects.toThrow(crash.message);
  expect(await books(db)).toEqual(imported);
  await takeBack(db, undefined, { now: LATER });
  expect(await standing(db)).toEqual(before);
});

test('two imports of one ledger at once: one is applied, the other gives up, nothing is booked twice', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...items.slice(0, 10)), list);
  const both = await Promise.allSettled([
    bringIn(db, openItems(...items), list),
    bringIn(db, openItems(...items), list),
  ]);
  const applied = both.filter((one) => one.status === 'fulfilled');
  expect(applied.length).toBeGreaterThan(0);
  for (const one of both)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'import_overtaken' });
  expect(await db.prisma.invoice.count()).toBe(5000);
  expect(await db.prisma.ledgerImportRow.count()).toBe(0);
});
