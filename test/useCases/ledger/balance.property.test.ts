import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addDays, dayOf, isoDay } from '../../../src/core/day.ts';
import type { Db } from '../../../src/db/client.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { bringIn, fileOf, LIST, NOW, openItems, openOf, standing, takeBack } from './ledgerKit.ts';

const START = dayOf('2026-01-05');
const numbers = ['A-101', 'A-102', 'K-103', 'K-104', 'B-201', 'B-202', 'C-301'];
const customerOf = (number: string) =>
  ({ A: 'Kea Cafe', K: 'Kea Cafe', B: 'Roastery Wellington' })[number[0] ?? ''] ?? 'Zürich Brasserie';
/** credit notes, those of K pay invoices of their customer */
const isNote = (number: string) => /^[CK]/.test(number);

/** one item as a ledger file shows it: amount, and what is open of it, in whole units */
const item = fc
  .record({
    number: fc.constantFrom(...numbers),
    amount: fc.integer({ min: -60, max: 90 }),
    open: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ number, amount, open }) => ({
    number,
    amount: isNote(number) ? -Math.abs(amount) || -1 : Math.abs(amount),
    open,
  }));
const ledgerStep = fc.record({
  kind: fc.constant('ledger' as const),
  items: fc.uniqueArray(item, { selector: (one) => one.number, minLength: 1 }),
  daysBack: fc.integer({ min: 0, max: 3 }),
});
const bankStep = fc.record({
  kind: fc.constant('bank' as const),
  lines: fc.array(
    fc.record({
      number: fc.constantFrom(...numbers, 'thanks'),
      amount: fc.integer({ min: 1, max: 60 }),
      returned: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  daysBack: fc.constant(0),
});

const balance = z.object({ currency: z.string(), open: z.string(), expected: z.string() });

test('after any sequence of ledgers, payments, returns and undone imports the totals equal the sum of their parts', {
  timeout: 120_000,
}, async () => {
  const { db } = await testDatabase();
  let runs = 0;
  let instants = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.oneof(ledgerStep, bankStep), fc.boolean()), { minLength: 2, maxLength: 5 }),
      async (steps) => {
        const creditor = `Creditor ${++runs}`;
        const applied: { importId: string; before: unknown }[] = [];
        const undoLast = async () => {
          const last = applied.pop();
          await takeBack(db, last?.importId);
          expect(await standing(db, creditor)).toEqual(last?.before);
          await addsUp(db);
        };
        for (const [n, [step, undone]] of steps.entries()) {
          const asOf = isoDay(addDays(START, n * 2 - step.daysBack + 3));
          const importAgain = async () => {
            const before = await standing(db, creditor);
            const file = step.kind === 'ledger' ? ledgerOf(step.items) : statementOf(asOf, step.lines);
            const map = step.kind === 'ledger' ? { map: LIST } : {};
            const now = new Date(NOW.getTime() + ++instants);
            const done = await bringIn(db, file, {
              creditor,
              currency: 'EUR',
              asOf,
              now,
              confirm: true,
              ...map,
            });
            expect(done.status).toBe('applied');
            applied.push({ importId: done.importId, before });
            return done;
          };
          let result = await importAgain();
          if (undone) {
            const first = { counts: result.counts, after: await standing(db, creditor) };
            await undoLast();
            result = await importAgain();
            expect({ counts: result.counts, after: await standing(db, creditor) }).toEqual(first);
          }
          if (step.kind === 'ledger') await meetsTheFile(db, creditor, step.items);
          else await countsOnce(db, result.importId);
          await addsUp(db);
        }
        while (applied.length > 0) await undoLast();
      },
    ),
    { numRuns: 20, interruptAfterTimeLimit: 30_000, endOnFailure: true },
  );
});

type Item = { number: string; amount: number; open: number };

function ledgerOf(items: readonly Item[]) {
  return openItems(
    ...items.map(({ number, amount, open }) => {
      return [
        number,
        customerOf(number),
        '2026-01-01',
        String(amount),
        String(openIn(amount, open)),
      ] as const;
    }),
  );
}

function statementOf(day: string, lines: readonly { number: string; amount: number; returned: boolean }[]) {
  return fileOf([
    'date,payer,reference,amount',
    ...lines.flatMap(({ number, amount, returned }) => {
      const line = (signed: number) => `${day},${customerOf(number)},${number},${signed}`;
      return returned ? [line(amount), line(-amount)] : [line(amount)];
    }),
  ]);
}

function openIn(amount: number, share: number): number {
  return Math.trunc(amount * share) + 0;
}

/**
 * No invoice shows less open than the file does but by bank money that the file does not know yet, and more only by what the bank
 * took back since.
 */
async function meetsTheFile(db: Db, creditor: string, items: readonly Item[]) {
  const held = await openOf(db, creditor);
  const unconfirmed = await db.sql(
    z.object({ number: z.string(), received: z.coerce.bigint(), returned: z.coerce.bigint() }),
    `SELECT number, coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS received, coalesce(-sum(amount) FILTER (WHERE amount < 0), 0) AS returned
     FROM (SELECT i.number, sum(a.amount) AS amount FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
       JOIN creditor c ON c.id = i.creditor_id AND c.name = $1 WHERE a.confirmed_import_id IS NULL AND p.origin = 'bank'
       GROUP BY 1, coalesce(p.reverses_id, p.id)) x GROUP BY 1`,
    [creditor],
  );
  for (const { number, amount, open } of items) {
    const inFile = BigInt(openIn(amount, open)) * 100n;
    if (amount < 0) {
      expect(held[number]).toBe(inFile);
      continue;
    }
    const bank = unconfirmed.find((one) => one.number === number);
    expect(held[number]).toBeGreaterThanOrEqual(inFile - (bank?.received ?? 0n));
    expect(held[number]).toBeLessThanOrEqual(inFile + (bank?.returned ?? 0n));
  }
}

/** No line of a statement is credit beside ledger money, on the invoice that it names, that was shown by then: it is that money. */
async function countsOnce(db: Db, importId: string) {
  const twice = await db.sql(
    z.object({ reference: z.string() }),
    `SELECT p.reference FROM payment p JOIN invoice i ON i.creditor_id = p.creditor_id AND i.number = p.reference
     JOIN LATERAL (SELECT sum(a.amount) AS amount, min(f.as_of) AS shown_on
       FROM allocation a JOIN payment m ON m.id = a.payment_id LEFT JOIN payment root ON root.id = m.reverses_id
       LEFT JOIN ledger_import f ON f.id = a.confirmed_import_id
       WHERE a.invoice_id = i.id AND coalesce(root.origin, m.origin) = 'ledger' GROUP BY coalesce(root.id, m.id)) l
       ON l.amount > 0 AND l.shown_on >= p.value_on
     WHERE p.import_id = $1 AND p.amount > 0 AND p.unapplied > 0 AND p.reversed = 0`,
    [importId],
  );
  expect(twice).toEqual([]);
}

async function addsUp(db: Db) {
  const perCurrency = await db.sql(
    balance,
    `SELECT currency, sum(outstanding) AS open, sum(amount) - sum(paid) AS expected FROM (
       SELECT currency, outstanding, amount, coalesce(a.paid, 0) AS paid
       FROM invoice i LEFT JOIN (SELECT id, sum(amount) AS paid FROM (SELECT invoice_id AS id, amount FROM allocation
         UNION ALL SELECT credit_note_id, -amount FROM allocation WHERE credit_note_id IS NOT NULL) x GROUP BY id) a ON a.id = i.id) x
     GROUP BY currency`,
  );
  for (const { open, expected } of perCurrency) expect(open).toBe(expected);
  const wrong = await db.sql(
    z.object({ id: z.string() }),
    `SELECT p.id FROM payment p LEFT JOIN (SELECT payment_id, sum(amount) AS amount FROM allocation GROUP BY 1) a ON a.payment_id = p.id
       LEFT JOIN (SELECT reverses_id, -sum(amount) AS amount FROM payment GROUP BY 1) r ON r.reverses_id = p.id
     WHERE p.unapplied <> p.amount - coalesce(a.amount, 0) OR p.reversed <> coalesce(r.amount, 0)`,
  );
  expect(wrong).toEqual([]);
  const overused = await db.sql(
    z.object({ number: z.string() }),
    `SELECT c.number FROM invoice c LEFT JOIN (SELECT credit_note_id, sum(amount) AS amount FROM allocation GROUP BY 1) a ON a.credit_note_id = c.id
       LEFT JOIN (SELECT invoice_id, -sum(amount) AS amount FROM allocation GROUP BY 1) r ON r.invoice_id = c.id
     WHERE c.kind = 'credit_note' AND (coalesce(a.amount, 0) NOT BETWEEN 0 AND -c.amount OR coalesce(r.amount, 0) NOT BETWEEN 0 AND -c.amount)`,
  );
  expect(overused).toEqual([]);
}
