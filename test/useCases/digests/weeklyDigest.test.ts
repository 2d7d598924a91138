import { expect, test } from 'vitest';
import { z } from 'zod';
import { addDays, dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import type { Db } from '../../../src/db/client.ts';
import { dueTimes } from '../../../src/db/dueTimes.ts';
import { nextDigest } from '../../../src/useCases/digests/nextDigest.ts';
import { postDueDigests } from '../../../src/useCases/digests/postDueDigests.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { addDebtor, type Books, bill, contest, EARLY, openBooks, receive } from './digestKit.ts';

/** the week reported, and the Monday after it */
const WEEK = dayOf('2026-11-16');
const at = (iso: string) => new Date(`2026-${iso}Z`);

async function team(db: Db, extra: object = {}): Promise<Books> {
  return openBooks(db, newId(), {
    startedAt: EARLY,
    settings: { channels: { finance: 'C03FINANCE' } },
    ...extra,
  });
}

async function beat({ db }: Books, now: Date) {
  for (const due of await dueTimes(db, now)) await postDueDigests(db, { due, now });
}

async function next({ db }: Books, now: Date) {
  return (await dueTimes(db, now)).map((due) => nextDigest(due, now))[0];
}

const payloadSchema = z.looseObject({
  kind: z.string(),
  text: z.string(),
  filename: z.string().optional(),
  altText: z.string().optional(),
  threadOf: z.string().optional(),
  contentBase64: z.string().optional(),
});

async function outbox({ db, workspaceId }: Books) {
  const rows = await db.prisma.outbox.findMany({ where: { workspaceId }, orderBy: { seq: 'asc' } });
  return rows.map(({ key, payload }) => ({
    key,
    ...payloadSchema.parse(payload),
    words: wordsOf(Object(payload)),
  }));
}

async function aWeek(books: Books) {
  const debtorId = await addDebtor(books, 'Acme');
  const issuedOn = addDays(WEEK, -100);
  const old = await bill(books, { debtorId, issuedOn, dueOn: addDays(WEEK, -30), amount: 100_000n });
  const contested = await bill(books, { debtorId, issuedOn, dueOn: addDays(WEEK, -10), amount: 30_000n });
  await bill(books, { debtorId, issuedOn, dueOn: addDays(WEEK, 2), amount: 20_000n });
  await contest(books, {
    debtorId,
    invoiceId: contested,
    amount: 30_000n,
    whole: true,
    on: addDays(WEEK, 1),
  });
  await receive(books, { debtorId, on: addDays(WEEK, 3), amount: 45_000n }, [
    { invoiceId: old, amount: 40_000n },
  ]);
  return { debtorId, old };
}

test('says on Monday what moved past due in the week, with pictures and numbers in its thread', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  await aWeek(books);
  expect(await next(books, at('11-23T06:00:00'))).toEqual(at('11-23T09:00:00'));
  await beat(books, at('11-23T08:59:00'));
  expect(await outbox(books)).toEqual([]);
  await beat(books, at('11-23T09:00:00'));
  await beat(books, at('11-23T09:01:00'));

  const [digest, ...thread] = await outbox(books);
  expect(digest?.key).toBe('post:digest:weekly:2026-11-16');
  const words = digest?.words.replace(/ +/g, ' ') ?? '';
  for (const line of [
    'Opening £1,300.00',
    'Newly overdue £200.00',
    'Cash on overdue -£400.00',
    'Disputed and released -£300.00',
    'Closing £800.00',
    'in dispute £300.00',
    'unapplied cash £50.00',
    'not available',
    'Bank of England base rate for the half-year from 1 Jul 2026',
  ]) {
    expect(words).toContain(line);
  }
  expect(words).not.toContain('does not add up');
  expect(thread.map(({ threadOf }) => threadOf)).toEqual(Array(3).fill('digest:weekly:2026-11-16'));
  const [ageing, promises, numbers] = thread;
  expect(ageing?.altText).toContain('£1,100.00');
  expect(promises?.altText).toContain('GBP');
  expect(Buffer.from(numbers?.contentBase64 ?? '', 'base64').toString()).toContain('GBP,Closing,800.00');
});

test('opens where the last one closed: what came to light since is a correction', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  const { debtorId, old } = await aWeek(books);
  await beat(books, at('11-23T09:00:00'));
  await receive(books, { debtorId, on: addDays(WEEK, 4), amount: 10_000n }, [
    { invoiceId: old, amount: 10_000n },
  ]);
  await beat(books, at('11-30T09:00:00'));
  const next = (await outbox(books)).find(({ key }) => key === 'post:digest:weekly:2026-11-23');
  const words = next?.words.replace(/ +/g, ' ') ?? '';
  expect(words).toContain('Opening £800.00');
  expect(words).toContain('Corrections -£100.00');
  expect(words).toContain('Closing £700.00');
});

test('money that is booked after the digest of its week is money of the next one, on a line of its own', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  const { debtorId, old } = await aWeek(books);
  await beat(books, at('11-23T09:00:00'));
  const late = { debtorId, on: addDays(WEEK, 4), recordedAt: at('11-23T10:00:00') };
  await receive(books, { ...late, amount: 10_000n }, [{ invoiceId: old, amount: 10_000n }]);
  await receive(books, { ...late, amount: 500n, origin: 'write_off' }, [{ invoiceId: old, amount: 500n }]);
  await receive(books, { debtorId, on: addDays(WEEK, 8), amount: 5_000n, recordedAt: at('11-24T10:00:00') }, [
    { invoiceId: old, amount: 5_000n },
  ]);
  await beat(books, at('11-30T09:00:00'));
  const next = (await outbox(books)).find(({ key }) => key === 'post:digest:weekly:2026-11-23');
  const words = next?.words.replace(/ +/g, ' ') ?? '';
  expect(words).toContain('Opening £800.00');
  expect(words).toContain('Cash on overdue -£50.00');
  expect(words).toContain('Cash of earlier weeks, booked late -£100.00');
  expect(words).toContain('Credits and write-offs of earlier weeks, booked late -£5.00');
  expect(words).toContain('Closing £645.00');
  expect(words).not.toContain('Corrections');
  expect(words).not.toContain('does not add up');
});

test('waits for the next open day, and follows later in the week when Duly was down', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  await aWeek(books);
  // 28 December 2026 is the bank holiday in place of Boxing Day
  await beat(books, at('12-28T12:00:00'));
  expect(await outbox(books)).toEqual([]);
  await beat(books, at('12-30T15:00:00'));
  expect((await outbox(books))[0]?.key).toBe('post:digest:weekly:2026-12-21');
});

test('does not report a week that was over before the workspace was started', async () => {
  const { db } = await testDatabase();
  const books = await team(db, { startedAt: at('11-24T10:00:00') });
  await aWeek(books);
  await beat(books, at('11-24T12:00:00'));
  expect(await outbox(books)).toEqual([]);
  expect(await next(books, at('11-29T12:00:00'))).toEqual(at('11-30T09:00:00'));
});

test('gives DSO where every invoice is known, and the rate of promises from ten on', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  const { debtorId } = await aWeek(books);
  const { workspaceId, creditorId } = books;
  await db.prisma.ledgerImport.create({
    data: {
      id: newId(),
      workspaceId,
      creditorId,
      fileName: 'ledger.csv',
      sha256: 'x',
      format: 'ibm',
      kind: 'ledger',
      asOf: dateOfDay(WEEK),
      status: 'applied',
      startedAt: EARLY,
      appliedAt: EARLY,
    },
  });
  await bill(books, {
    debtorId,
    issuedOn: addDays(WEEK, -3),
    dueOn: addDays(WEEK, 60),
    amount: 220_000n,
  });
  for (let n = 0; n < 10; n++) {
    await db.prisma.promise.create({
      data: {
        id: newId(),
        workspaceId,
        debtorId,
        currency: 'GBP',
        amount: 1_000n,
        received: n < 7 ? 1_000n : 0n,
        state: n < 7 ? 'kept' : 'broken',
        madeOn: dateOfDay(WEEK),
        promisedOn: dateOfDay(addDays(WEEK, 1)),
        lastOn: dateOfDay(addDays(WEEK, 3)),
        judgeOn: dateOfDay(addDays(WEEK, 4)),
        endedOn: dateOfDay(addDays(WEEK, 4)),
        recordedAt: EARLY,
      },
    });
  }
  await beat(books, at('11-23T09:00:00'));
  const [digest] = await outbox(books);
  // open £3,300 with £2,200 not yet due, on £2,200 billed in 90 days
  expect(digest?.words).toContain('DSO 135 days');
  expect(digest?.words).toContain('best possible 90, average days delinquent 45');
  expect(digest?.words).toContain('7 kept, 0 in part, 3 broken (70 % kept)');
});

test('says how much of each age went on to the next in 30 days, for each currency, once the ledger was known for so long', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  const { workspaceId, creditorId } = books;
  const debtorId = await addDebtor(books, 'Acme');
  const sunday = addDays(WEEK, 6);
  const issuedOn = addDays(sunday, -120);
  const half = await bill(books, { debtorId, issuedOn, dueOn: addDays(sunday, -45), amount: 100_000n });
  await bill(books, { debtorId, issuedOn, dueOn: addDays(sunday, -5), amount: 30_000n });
  await bill(books, { debtorId, issuedOn, dueOn: addDays(sunday, 5), amount: 30_000n });
  await bill(books, {
    debtorId,
    issuedOn,
    dueOn: addDays(sunday, -80),
    amount: 50_000n,
    currency: 'EUR',
  });
  await receive(books, { debtorId, on: addDays(sunday, -3), amount: 75_000n }, [
    { invoiceId: half, amount: 75_000n },
  ]);
  const ledgerOf = (asOf: Parameters<typeof dateOfDay>[0]) =>
    db.prisma.ledgerImport.create({
      data: {
        id: newId(),
        workspaceId,
        creditorId,
        fileName: 'open-items.csv',
        sha256: 'x',
        format: 'mapped',
        kind: 'ledger',
        asOf: dateOfDay(asOf),
        status: 'applied',
        startedAt: EARLY,
        appliedAt: EARLY,
      },
    });
  const NOTHING = '1–30 days → 31–60 days not available';
  await ledgerOf(addDays(sunday, -29));
  await beat(books, at('11-23T09:00:00'));
  const [first] = await outbox(books);
  expect(first?.words).toContain(NOTHING);
  expect(first?.words).toContain('Right-party contact rate: not available');

  await ledgerOf(addDays(sunday, -30));
  await db.prisma.digest.deleteMany({ where: { workspaceId } });
  await db.prisma.outbox.deleteMany({ where: { workspaceId } });
  await beat(books, at('11-23T09:01:00'));
  const [digest, ...thread] = await outbox(books);
  expect(digest?.words).toContain('not yet due → 1–30 days 50 %, 1–30 days → 31–60 days 25 %');
  expect(digest?.words).toContain('31–60 days → 61–90 days 100 %, 61–90 days → over 90 days not available');
  const numbers = Buffer.from(thread.at(-1)?.contentBase64 ?? '', 'base64').toString();
  expect(numbers).toContain('GBP,"Roll rate 1–30 days to 31–60 days, per cent",25');
  expect(numbers).toContain('EUR,"Roll rate 31–60 days to 61–90 days, per cent",100');
});
