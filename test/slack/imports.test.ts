import { expect, test } from 'vitest';
import type { Money } from '../../src/core/money.ts';
import { startedWorkspaces } from '../../src/db/workspaceContext.ts';
import { askAboutHeldImports } from '../../src/useCases/ledger/askAboutHeldImports.ts';
import { listMissingItems } from '../../src/useCases/missingItems/listMissingItems.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { bringIn, LIST, openItems, openOf } from '../useCases/ledger/ledgerKit.ts';

const ten = Array.from(
  { length: 10 },
  (_, n) => [`INV-${n}`, `Customer ${n % 3}`, '2026-10-01', '100', '100'] as const,
);
const CREDIT = ['CN-1', 'Customer 1', '2026-10-05', '-30', '-30'] as const;

/** Brings an open-items list in, as the command line does while Duly runs, and lets Duly notice. */
async function brought(
  duly: DulyInPlayground,
  asOf: string,
  items: readonly (readonly [string, string, string, string, string])[],
  more: { controlTotal?: Money } = {},
) {
  const about = { currency: 'GBP', map: LIST, asOf, now: duly.clock.now(), ...more };
  const result = await bringIn(duly.db, openItems(...items), about);
  await duly.move({ advance: 'PT1M' });
  return result;
}

/** What the heartbeat does about imports. */
async function listed({ db, clock }: Pick<DulyInPlayground, 'db' | 'clock'>) {
  const now = clock.now();
  for (const workspace of await startedWorkspaces(db)) {
    await askAboutHeldImports(db, { workspace, now });
    await listMissingItems(db, { workspace, now });
  }
  return null;
}

const lists = async ({ person, channels }: DulyInPlayground) =>
  (await person.fiona.messages(channels.finance)).filter((each) =>
    wordsOf(each).includes('Not in the last ledger file'),
  );

test('finance gets one list of what no file shows any more, and what they say of each takes effect', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const { db, person } = duly;
  await brought(duly, '2026-11-20', [...ten, CREDIT]);
  expect(await lists(duly)).toEqual([]);
  await brought(duly, '2026-11-21', ten.slice(3));
  const [list, another] = await lists(duly);
  if (!list) throw new Error('no list');
  expect(another).toBeUndefined();
  expect(wordsOf(list)).toContain('4 open items, £270.00 in all');
  const id = async (number: string) =>
    (await db.prisma.invoice.findFirstOrThrow({ where: { number }, orderBy: { recordedAt: 'asc' } })).id;
  const say = async (who: 'fiona' | 'vera', answer: string, number: string) => {
    const value = await id(number);
    await person[who].click(list, `missing_item_${answer}:${value}`, { value });
  };

  await say('vera', 'paid', 'INV-0');
  expect((await openOf(db))['INV-0']).toBe(10_000n);
  await say('fiona', 'paid', 'INV-0');
  await say('fiona', 'credited', 'INV-1');
  await say('fiona', 'open', 'INV-2');
  // the credit note that left with it pays a part, one that is written for it the rest
  expect(await openOf(db)).toMatchObject({ 'INV-0': 0n, 'INV-1': 0n, 'CN-1': 0n, 'Credit of INV-1': 0n });
  expect(await db.prisma.invoice.findFirst({ where: { number: 'Credit of INV-1' } })).toMatchObject({
    amount: -7_000n,
  });
  expect(await db.prisma.payment.findMany()).toMatchObject([{ origin: 'ledger', amount: 10_000n }]);
  const answers = await db.prisma.missingAnswer.findMany();
  expect(answers.map(({ answer }) => answer).sort()).toEqual(['credited', 'open', 'paid']);
  expect((await lists(duly)).map(wordsOf)).toEqual([expect.stringContaining('everything is answered for')]);
});

test('what misses its control total waits for a manager in Slack, who sees the figures and has it imported as it was', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const { db, person, channels } = duly;
  const controlTotal = { currency: 'GBP', amount: 90_000n };
  expect(await brought(duly, '2026-11-20', ten, { controlTotal })).toMatchObject({ status: 'brake' });
  const asked = await person.marta.last(channels.approvals);
  expect(wordsOf(asked)).toContain('£1,000.00');
  expect(wordsOf(asked)).toContain('£900.00');
  const [value] = buttonsOf(asked, 'held_import_apply');
  await person.colin.click(asked, 'held_import_apply', { value });
  expect(await db.prisma.invoice.count()).toBe(0);
  await person.marta.click(asked, 'held_import_apply', { value });
  expect(await db.prisma.invoice.count()).toBe(10);
  expect(wordsOf(await person.max.last(channels.approvals))).toContain('Marta Ruiz had it imported');
  await person.vera.command('import');
  const last = wordsOf(await person.vera.last());
  expect(last).toContain('ledger.csv');
  expect(last).toContain('10 rows');
  expect(buttonsOf(await person.vera.last(), 'import_undo')).toEqual([]);

  await person.marta.command('import');
  const shown = await person.marta.last();
  const [importId] = buttonsOf(shown, 'import_undo');
  await person.marta.click(shown, 'import_undo', { value: importId });
  expect(await db.prisma.invoice.count({ where: { undoneAt: null } })).toBe(0);
  await person.marta.command('import');
  expect(buttonsOf(await person.marta.last(), 'import_undo')).toEqual([]);
  expect(await person.max.messages(channels.approvals)).toHaveLength(1);
});
