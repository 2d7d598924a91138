import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Tx } from '../../src/db/client.ts';
import { openDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { another, BOOK, put, refusalOf, uses, writeBook } from './aWholeBook.ts';

/** What PostgreSQL's triggers refuse or put right, whoever writes: each of them is tried, so one that was dropped shows. */
const RESTRICTED = { code: '23001' };
const REFUSED = { code: '23514' };

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
  await writeBook(database.db);
});
afterAll(() => database.drop());

const refusal = (work: (tx: Tx) => Promise<unknown>) => refusalOf(database.db, work);
const said = (text: string) => (tx: Tx) => tx.execute(text);

/** The money of the book as it stands once `work` is done, which comes to nothing afterwards. */
async function standing(work: (tx: Tx) => Promise<unknown>) {
  const found: Record<string, bigint[]> = {};
  const refused = await refusal(async (tx) => {
    await work(tx);
    const rows = await tx.sql(
      z.object({ id: z.string(), figures: z.array(z.coerce.bigint()) }),
      `SELECT id, ARRAY[amount, outstanding]::text[] AS figures FROM invoice
       UNION ALL SELECT id, ARRAY[amount, unapplied, reversed]::text[] FROM payment`,
    );
    for (const { id, figures } of rows) found[id] = figures;
  });
  expect(refused).toBeUndefined();
  return found;
}

describe('what stands, stays', () => {
  test.each([
    ...['creditor', 'debtor', 'invoice', 'payment', 'case', 'stage_step'],
    ...['allocation', 'activity', 'audit', 'audit_personal'],
  ])('no row of %s is deleted, nor all of them', async (table) => {
    const used = (text: string) => async (tx: Tx) => {
      await uses(100)(tx);
      await tx.execute(text);
    };
    expect(await refusal(used(`DELETE FROM "${table}"`))).toMatchObject(RESTRICTED);
    expect(await refusal(used(`TRUNCATE "${table}" CASCADE`))).toMatchObject(RESTRICTED);
  });

  test('a creditor to whom nothing was ever owed may go', async () => {
    const unused = async (tx: Tx) => {
      await put(tx, 'creditor', { ...BOOK.creditor, id: 'southwind', name: 'Southwind Ltd' });
      await tx.execute(`DELETE FROM creditor WHERE id = 'southwind'`);
    };
    expect(await refusal(unused)).toBeUndefined();
  });

  test('an allocation, an activity and an audit row are never changed; that a file shows an allocation is written to it', async () => {
    const changed = (set: string) => async (tx: Tx) => {
      await uses(100)(tx);
      await tx.execute(`UPDATE ${set}`);
    };
    expect(await refusal(changed('allocation SET amount = 50'))).toMatchObject(RESTRICTED);
    expect(await refusal(changed(`activity SET kind = 'note'`))).toMatchObject(RESTRICTED);
    expect(await refusal(changed(`audit SET actor = 'nobody'`))).toMatchObject(RESTRICTED);
    expect(await refusal(changed(`audit_personal SET data = '{}'`))).toMatchObject(RESTRICTED);
    expect(await refusal(changed(`allocation SET confirmed_import_id = 'march'`))).toBeUndefined();
  });
});

describe('the totals hold', () => {
  test('an invoice begins with all of it open, a payment with all of it unapplied', async () => {
    const found = await standing(async (tx) => {
      await put(tx, 'invoice', { ...BOOK.invoice, id: 'i2', number: 'N-2', outstanding: 1 });
      await put(tx, 'payment', { ...BOOK.payment, id: 'p2', key: 'bank:2', unapplied: 1, reversed: 7 });
    });
    expect(found).toMatchObject({ i2: [1000n, 1000n], p2: [1500n, 1500n, 0n] });
  });

  test('what is used moves both sides, and what is taken back moves them again', async () => {
    expect(await standing(uses(400))).toMatchObject({ i1: [1000n, 600n], p1: [1500n, 1100n, 0n] });
    const back = await standing(async (tx) => {
      await uses(400)(tx);
      await uses(-400)(tx);
    });
    expect(back).toMatchObject({ i1: [1000n, 1000n], p1: [1500n, 1500n, 0n] });
  });

  test('a balance that is written by hand is not kept, whatever the session says', async () => {
    const found = await standing(async (tx) => {
      await uses(400)(tx);
      await tx.execute(`SELECT set_config('duly.balances', 'on', true)`);
      await tx.execute('UPDATE invoice SET outstanding = 1');
      await tx.execute('UPDATE payment SET unapplied = 1, reversed = 1');
    });
    expect(found).toMatchObject({ i1: [1000n, 600n], p1: [1500n, 1100n, 0n] });
  });

  test('a corrected amount carries what is open with it: what was paid stays paid', async () => {
    const corrected = (amount: number) => async (tx: Tx) => {
      await uses(400)(tx);
      await tx.execute(`UPDATE invoice SET amount = ${amount}`);
    };
    expect(await standing(corrected(1200))).toMatchObject({ i1: [1200n, 800n] });
    expect(await refusal(corrected(300))).toMatchObject({ constraint: 'invoice_outstanding' });
  });

  const CREDIT = { id: 'k1', number: 'K-1', kind: 'credit_note', amount: -500, outstanding: -500 };
  const credit = (change: object) => async (tx: Tx) => {
    await put(tx, 'invoice', { ...BOOK.invoice, ...CREDIT });
    await uses(300, { payment_id: null, credit_note_id: 'k1', ...change })(tx);
  };

  test('a credit note pays as money does', async () => {
    expect(await standing(credit({}))).toMatchObject({ i1: [1000n, 700n], k1: [-500n, -200n] });
  });

  test.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['an invoice that there is not', uses(100, { invoice_id: 'nowhere' })],
    ['a payment that there is not', uses(100, { payment_id: 'nowhere' })],
    ['a credit note that there is not', credit({ credit_note_id: 'nowhere' })],
    ['an invoice as if it were a credit note', credit({ credit_note_id: 'i1' })],
    ['a credit note, by bank money', credit({ payment_id: 'p1', credit_note_id: null, invoice_id: 'k1' })],
    ['something of another workspace', uses(100, { workspace_id: 'bolt' })],
    ...(['currency', 'creditor_id', 'workspace_id'] as const).map(
      (column): [string, (tx: Tx) => Promise<unknown>] => [
        `an invoice of another ${column}`,
        async (tx) => {
          await put(tx, 'invoice', { ...BOOK.invoice, id: 'i2', number: 'N-2', [column]: 'JPY' });
          await uses(100, { invoice_id: 'i2' })(tx);
        },
      ],
    ),
  ])('nothing is used for %s', async (_, work) => {
    expect(await refusal(work)).toMatchObject(REFUSED);
  });

  test('what was reversed is written to the payment, and no reversal takes back what there is not', async () => {
    const reversal = (change: object) =>
      another('payment', { key: 'bank:2', amount: -500, reverses_id: 'p1', ...change });
    expect(await standing(reversal({}))).toMatchObject({ p1: [1500n, 1500n, 500n] });
    for (const change of [{ reverses_id: 'nowhere' }, { currency: 'JPY' }, { creditor_id: 'southwind' }])
      expect(await refusal(reversal(change))).toMatchObject(REFUSED);
  });

  test.each(['currency', 'creditor_id', 'workspace_id', 'id'])(
    'an invoice keeps its %s once it was paid, and a credit note once it was used',
    async (column) => {
      const change = `UPDATE invoice SET ${column} = 'JPY' WHERE id = `;
      expect(await refusal(said(`${change} 'i1'`))).toBeUndefined();
      for (const [work, id] of [
        [uses(100), 'i1'],
        [credit({}), 'k1'],
      ] as const) {
        const changed = async (tx: Tx) => {
          await work(tx);
          await tx.execute(`${change} '${id}'`);
        };
        expect(await refusal(changed)).toMatchObject(REFUSED);
      }
    },
  );

  test.each([
    ...[`currency = 'JPY'`, `creditor_id = 'southwind'`, `workspace_id = 'bolt'`, `id = 'p2'`],
    ...['amount = 1600', `reverses_id = 'p0'`],
  ])('a payment is never changed: %s', async (set) => {
    expect(await refusal(said(`UPDATE payment SET ${set}`))).toMatchObject(REFUSED);
  });
});

test('there is no trigger on these tables that was not tried', async () => {
  const triggers = await database.db.sql(
    z.object({ name: z.string() }),
    `SELECT tgname AS name FROM pg_trigger JOIN pg_class t ON t.oid = tgrelid
     WHERE NOT tgisinternal AND tgenabled = 'O' AND t.relname = ANY($1) ORDER BY tgname COLLATE "C"`,
    [[...Object.keys(BOOK), 'allocation']],
  );
  expect(triggers.map(({ name }) => name)).toEqual([
    ...[
      'activity_append_only',
      'activity_no_truncate',
      'allocation_append_only',
      'allocation_moves_balances',
    ],
    ...[
      'allocation_no_truncate',
      'audit_append_only',
      'audit_no_truncate',
      'audit_personal_append_only',
      'audit_personal_no_truncate',
      'case_stays',
      'creditor_no_truncate',
    ],
    ...[
      'creditor_stays',
      'debtor_stays',
      'invoice_balances_are_kept',
      'invoice_keeps_currency',
      'invoice_starts_whole',
    ],
    ...['invoice_stays', 'payment_balances_are_kept', 'payment_starts_whole', 'payment_stays'],
    ...['reversal_marks_payment', 'stage_step_stays'],
  ]);
});
