import { expect, test } from 'vitest';
import { connect, type Db } from '../../../src/db/client.ts';
import { parseColumnMap } from '../../../src/imports/ColumnMap.ts';
import { previewImport } from '../../../src/useCases/ledger/previewImport.ts';
import { ensureWorkspace } from '../../../src/useCases/workspaces/ensureWorkspace.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { bringIn, fileOf, LIST, NOW, openItems, standing } from './ledgerKit.ts';

type File = ReturnType<typeof openItems>;
type Step = (db: Db) => Promise<{ counts: object }>;

/** `count` items of 100, numbered from `first` on, of every tenth of which something was paid. */
const items = (count: number, { first = 1, paid = 0 } = {}) =>
  openItems(
    ...Array.from({ length: count }, (_, n) => {
      const open = String(n % 10 === 0 ? 100 - paid : 100);
      return [`${first + n}-X`, `Customer ${n % 40}`, '2026-10-01', '100', open] as const;
    }),
  );

const imported =
  (creditor: string, asOf: string, file: () => File): Step =>
  async (db) =>
    bringIn(db, file(), { creditor, asOf, currency: 'EUR', map: LIST, confirm: true });

const looked =
  (creditor: string, file: () => File): Step =>
  async (db) => {
    const workspace = await ensureWorkspace({ db, now: NOW });
    const map = parseColumnMap(LIST);
    return previewImport({ db, workspace, now: NOW, file: file(), creditor, currency: 'EUR', map });
  };

const cutOff =
  (creditor: string, file: () => File): Step =>
  async (db) => {
    const onProgress = ({ phase, done }: { phase: string; done: number }) => {
      if (phase === 'applying' && done === 6) throw new Error('the process died');
    };
    const cut = bringIn(db, file(), { creditor, currency: 'EUR', map: LIST, confirm: true, onProgress });
    await expect(cut).rejects.toThrow('the process died');
    return { counts: {} };
  };

const paid: Step = (db) =>
  bringIn(db, fileOf(['date;payer;reference;amount;currency', '2026-11-17;Customer 0;1-X;60,00;EUR']), {
    creditor: 'Alpha',
  });

// from 501 rows on a file is large
const steps: readonly Step[] = [
  imported('Alpha', '2026-11-16', () => items(30)),
  imported('Beta', '2026-11-16', () => items(20, { paid: 40 })),
  paid,
  looked('Beta', () => items(60, { paid: 100 })),
  imported('Alpha', '2026-11-17', () => items(25, { paid: 60 })),
  cutOff('Alpha', () => items(60, { first: 20 })),
  imported('Beta', '2026-11-18', () => items(501, { paid: 20 })),
  imported('Alpha', '2026-11-18', () => items(500, { paid: 70 })),
  looked('Alpha', () => items(700, { paid: 90 })),
  cutOff('Beta', () => items(501, { first: 20 })),
  imported('Beta', '2026-11-19', () => items(500, { first: 2, paid: 30 })),
  async (db) => ({ counts: { dropped: await db.execute('DISCARD TEMP') } }),
  imported('Alpha', '2026-11-19', () => items(3)),
  imported('Alpha', '2026-11-20', () => items(500, { paid: 10 })),
];

/** What was said of each step, and how the two creditors' ledgers stood after it. */
async function told(connectionFor: (before: Db | undefined) => Promise<Db> | Db) {
  const after: unknown[] = [];
  let db: Db | undefined;
  for (const step of steps) {
    db = await connectionFor(db);
    const { counts } = await step(db);
    after.push({ counts, alpha: await standing(db, 'Alpha'), beta: await standing(db, 'Beta') });
  }
  await db?.close();
  return after;
}

test('files that come one after another on one connection are worked out as if each had one of its own', async () => {
  const [together, apart] = [await testDatabase(), await testDatabase()];
  const onOne = await told((before) => before ?? connect(together.url, { max: 1 }));
  const onTheirOwn = await told(async (before) => {
    await before?.close();
    return connect(apart.url);
  });
  for (const [n, said] of onOne.entries()) expect(said, `step ${n + 1}`).toEqual(onTheirOwn[n]);
});

test('a file that goes in while others are looked at is worked out as if it were alone, and so are they', async () => {
  const { db } = await testDatabase();
  await imported('Alpha', '2026-11-16', () => items(20))(db);
  const said = await Promise.all([
    imported('Alpha', '2026-11-17', () => items(20, { paid: 40 }))(db),
    looked('Alpha', () => items(3, { first: 900 }))(db),
    looked('Alpha', () => items(600, { first: 2000 }))(db),
  ]);
  expect(said.map(({ counts }) => counts)).toMatchObject([
    { new: 0, updated: 2, unchanged: 18, missing: 0 },
    { new: 3, updated: 0, unchanged: 0, missing: 20 },
    { new: 600, updated: 0, unchanged: 0, missing: 20 },
  ]);
});
