import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day, dateOfDay, dayOf } from '../../../src/core/day.ts';
import { reconcileWeek } from '../../../src/useCases/digests/reconcileWeek.ts';
import { openDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { addDebtor, type Books, bill, contest, credit, openBooks, receive, revise } from './digestKit.ts';

const MONDAY = dayOf('2026-01-05');
const WEEKS = 3;

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

const kinds = [
  'bill',
  'bill',
  'debit note',
  'pay',
  'pay',
  'part pay',
  'reverse',
  'set free',
  'credit',
  'take credit back',
  'contest',
  'contest a part',
  'settle dispute',
  'move due date',
  'change amount',
  'write off',
  'reverse write-off',
] as const;

const happening = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(20),
  amount: fc.bigInt(1n, 50_000n),
  days: fc.integer({ min: -9, max: 12 }),
});
const day = fc.array(happening, { maxLength: 4 });
const history = fc.array(day, { minLength: WEEKS * 7 + 7, maxLength: WEEKS * 7 + 7 });

interface Item {
  readonly id: string;
  readonly debtorId: string;
  readonly issued: Day;
  due: Day;
  amount: bigint;
  open: bigint;
}
interface Paid {
  readonly id: string;
  readonly item: Item;
  readonly origin: string;
  amount: bigint;
}

/** A ledger on paper beside the one in the database. */
class Paper {
  readonly items: Item[] = [];
  readonly paid: Paid[] = [];
  readonly credits: { creditNoteId: string; item: Item; amount: bigint }[] = [];
  readonly disputes: { id: string; item: Item; amount: bigint; whole: boolean; ended: boolean }[] = [];

  pastDueLessDisputed(today: Day): bigint {
    return this.items
      .filter((item) => item.due < today && item.issued <= today)
      .reduce((sum, item) => sum + item.open - this.#contested(item), 0n);
  }

  #contested(item: Item): bigint {
    const standing = this.disputes.filter((dispute) => dispute.item === item && !dispute.ended);
    if (standing.some(({ whole }) => whole)) return item.open;
    const amount = standing.reduce((sum, dispute) => sum + dispute.amount, 0n);
    return amount < item.open ? amount : item.open;
  }
}

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];

async function happen(
  books: Books,
  paper: Paper,
  debtors: readonly string[],
  today: Day,
  event: { kind: (typeof kinds)[number]; which: number; amount: bigint; days: number },
) {
  const { kind, which, amount, days } = event;
  const debtorId = pick(debtors, which) ?? '';
  const open = pick(
    paper.items.filter((item) => item.open > 0n),
    which,
  );
  switch (kind) {
    case 'bill':
    case 'debit note': {
      const due = addDays(today, days);
      const what = { debtorId, issuedOn: today, dueOn: due, amount };
      const id = await bill(books, kind === 'bill' ? what : { ...what, kind: 'debit_note' });
      paper.items.push({ id, debtorId, issued: today, due, amount, open: amount });
      return;
    }
    case 'pay':
    case 'part pay':
    case 'write off': {
      if (!open) return;
      const origin = kind === 'write off' ? 'write_off' : 'bank';
      const money = kind === 'part pay' ? least(amount, open.open) : open.open;
      const extra = kind === 'pay' ? amount : 0n;
      const id = await receive(books, { debtorId: open.debtorId, on: today, amount: money + extra, origin }, [
        { invoiceId: open.id, amount: money },
      ]);
      open.open -= money;
      paper.paid.push({ id, item: open, amount: money, origin });
      return;
    }
    case 'reverse':
    case 'reverse write-off':
    case 'set free': {
      const paid = pick(
        paper.paid.filter(
          ({ origin, amount }) => amount > 0n && (origin === 'write_off') === (kind === 'reverse write-off'),
        ),
        which,
      );
      if (!paid) return;
      const back = kind === 'set free' ? least(amount, paid.amount) : paid.amount;
      if (kind === 'set free') {
        await books.db.prisma.allocation.create({
          data: {
            id: `free-${Math.random()}`,
            workspaceId: books.workspaceId,
            paymentId: paid.id,
            invoiceId: paid.item.id,
            amount: -back,
            effectiveOn: dateOfDay(today),
            recordedAt: dateOfDay(today),
          },
        });
      } else {
        await receive(
          books,
          { debtorId: paid.item.debtorId, on: today, amount: -back, reversesId: paid.id, origin: 'bank' },
          [{ invoiceId: paid.item.id, amount: -back }],
        );
      }
      paid.amount -= back;
      paid.item.open += back;
      return;
    }
    case 'credit': {
      if (!open) return;
      const money = least(amount, open.open);
      const creditNoteId = await bill(books, {
        debtorId: open.debtorId,
        issuedOn: today,
        dueOn: today,
        amount: -amount,
      });
      await credit(books, { creditNoteId, invoiceId: open.id, amount: money, on: today });
      open.open -= money;
      paper.credits.push({ creditNoteId, item: open, amount: money });
      return;
    }
    case 'take credit back': {
      const given = pick(paper.credits, which);
      if (!given || given.amount === 0n) return;
      await credit(books, {
        creditNoteId: given.creditNoteId,
        invoiceId: given.item.id,
        amount: -given.amount,
        on: today,
      });
      given.item.open += given.amount;
      given.amount = 0n;
      return;
    }
    case 'contest':
    case 'contest a part': {
      if (!open || paper.disputes.some((d) => d.item === open && d.whole && !d.ended)) return;
      const whole = kind === 'contest';
      const about = {
        debtorId: open.debtorId,
        invoiceId: open.id,
        amount: whole ? open.open : amount,
        whole,
      };
      const id = await contest(books, { ...about, on: today });
      paper.disputes.push({ id, item: open, amount: about.amount, whole, ended: false });
      return;
    }
    case 'settle dispute': {
      const dispute = pick(
        paper.disputes.filter(({ ended }) => !ended),
        which,
      );
      if (!dispute) return;
      await books.db.prisma.dispute.update({
        where: { id: dispute.id },
        data: { endedOn: dateOfDay(today), outcome: 'for_us' },
      });
      dispute.ended = true;
      return;
    }
    case 'move due date': {
      if (!open) return;
      open.due = addDays(open.due, days);
      await revise(books, { invoiceId: open.id, on: today, dueOn: open.due });
      return;
    }
    case 'change amount': {
      if (!open) return;
      open.amount += amount;
      open.open += amount;
      await revise(books, { invoiceId: open.id, on: today, amount: open.amount });
    }
  }
}

test('whatever happens, each week adds up to the cent and opens where the last one closed', {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(history, async (days) => {
      const books = await openBooks(database.db);
      const debtors = [await addDebtor(books, 'Acme'), await addDebtor(books, 'Brand')];
      const paper = new Paper();
      let stored: Map<string, bigint> | undefined;
      for (const [index, events] of days.entries()) {
        const today = addDays(MONDAY, index - 7);
        for (const event of events) await happen(books, paper, debtors, today, event);
        if (index < 13 || index % 7 !== 6) continue;
        const lines = await reconcileWeek(database.db, {
          workspaceId: books.workspaceId,
          monday: addDays(today, -6),
          stored,
        });
        for (const line of lines) {
          expect(line.residue).toBe(0n);
          if (stored) expect(line.opening).toBe(stored.get(line.currency) ?? 0n);
        }
        const closing = lines.reduce((sum, line) => sum + line.closing, 0n);
        expect(closing).toBe(paper.pastDueLessDisputed(today));
        stored = new Map(lines.map((line) => [line.currency, line.closing]));
      }
    }),
    { numRuns: 25 },
  );
});

test('what becomes known after a week was reported is a correction of the next', async () => {
  const books = await openBooks(database.db);
  const debtorId = await addDebtor(books, 'Acme');
  const invoiceId = await bill(books, {
    debtorId,
    issuedOn: addDays(MONDAY, -40),
    dueOn: addDays(MONDAY, -10),
    amount: 50_000n,
  });
  const week = { workspaceId: books.workspaceId, monday: MONDAY };
  const [reported] = await reconcileWeek(database.db, week);
  expect(reported).toMatchObject({ opening: 50_000n, closing: 50_000n, residue: 0n });

  await receive(books, { debtorId, on: addDays(MONDAY, 2), amount: 20_000n }, [
    { invoiceId, amount: 20_000n },
  ]);
  const [next] = await reconcileWeek(database.db, {
    ...week,
    monday: addDays(MONDAY, 7),
    stored: new Map([['GBP', 50_000n]]),
  });
  expect(next).toMatchObject({
    opening: 50_000n,
    corrections: -20_000n,
    cashAllocated: 0n,
    closing: 30_000n,
    residue: 0n,
  });
});
