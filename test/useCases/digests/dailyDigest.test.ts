import { expect, test } from 'vitest';
import { addDays, dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { rememberChannel } from '../../../src/db/channelFacts.ts';
import type { Db } from '../../../src/db/client.ts';
import { dueTimes } from '../../../src/db/dueTimes.ts';
import { nextDigest } from '../../../src/useCases/digests/nextDigest.ts';
import { postDueDigests } from '../../../src/useCases/digests/postDueDigests.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { addDebtor, type Books, bill, EARLY, openBooks, receive } from './digestKit.ts';

const TUESDAY = dayOf('2026-11-24');
const at = (iso: string) => new Date(`2026-11-${iso}Z`);

async function team(db: Db): Promise<Books> {
  return openBooks(db, newId(), {
    startedAt: EARLY,
    settings: { channels: { collections: 'C01COLLECT' } },
  });
}

async function beat({ db }: Books, now: Date) {
  for (const due of await dueTimes(db, now)) await postDueDigests(db, { due, now });
}

async function next({ db }: Books, now: Date) {
  return (await dueTimes(db, now)).map((due) => nextDigest(due, now))[0];
}

async function outbox({ db, workspaceId }: Books) {
  const rows = await db.prisma.outbox.findMany({ where: { workspaceId }, orderBy: { seq: 'asc' } });
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    messageKey: row.messageKey,
    words: wordsOf(Object(row.payload)),
  }));
}

async function posts(books: Books) {
  return (await outbox(books)).filter(({ key }) => key === 'post:digest:daily:2026-11-24');
}

async function overdue(books: Books, name: string, extra: object = {}) {
  const debtorId = await addDebtor(books, name, extra);
  const invoiceId = await bill(books, {
    debtorId,
    issuedOn: addDays(TUESDAY, -60),
    dueOn: addDays(TUESDAY, -20),
    amount: 120_000n,
  });
  return { debtorId, invoiceId };
}

test('is posted at its time on a business day, once', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  await overdue(books, 'Acme');
  expect(await next(books, at('24T05:00:00'))).toEqual(at('24T08:30:00'));
  await beat(books, at('24T08:29:00'));
  expect(await posts(books)).toHaveLength(0);
  await beat(books, at('24T08:30:00'));
  await beat(books, at('24T08:31:00'));
  const [digest, ...more] = await posts(books);
  expect(more).toHaveLength(0);
  expect(digest?.words).toContain('£1,200.00 past due');
  expect(await next(books, at('24T20:00:00'))).toEqual(at('25T08:30:00'));
});

test('two processes at the same instant post it once', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  await overdue(books, 'Acme');
  await Promise.all([beat(books, at('24T08:30:00')), beat(books, at('24T08:30:00'))]);
  expect(await posts(books)).toHaveLength(1);
  expect((await outbox(books)).filter(({ kind }) => kind === 'slack_update')).toHaveLength(0);
});

test('follows the same day when Duly was down, and not on another', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  await overdue(books, 'Acme');
  await beat(books, at('25T16:00:00'));
  expect((await outbox(books)).map(({ messageKey }) => messageKey)).toContain('digest:daily:2026-11-25');
  expect(await posts(books)).toHaveLength(0);
});

test('is not posted on a closed day, nor before the workspace was started', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  await overdue(books, 'Acme');
  await beat(books, at('22T12:00:00'));
  await db.prisma.workspace.update({ where: { id: books.workspaceId }, data: { startedAt: null } });
  await beat(books, at('24T12:00:00'));
  expect(await outbox(books)).toEqual([]);
});

test('is edited in place when a bank file comes in later that day', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  const { debtorId, invoiceId } = await overdue(books, 'Acme');
  await beat(books, at('24T08:30:00'));
  await receive(books, { debtorId, on: TUESDAY, amount: 50_000n }, [{ invoiceId, amount: 50_000n }]);
  await db.prisma.ledgerImport.create({
    data: {
      id: newId(),
      workspaceId: books.workspaceId,
      creditorId: books.creditorId,
      fileName: 'bank.csv',
      sha256: 'x',
      format: 'bank',
      kind: 'payments',
      asOf: dateOfDay(TUESDAY),
      status: 'applied',
      startedAt: at('24T11:00:00'),
      appliedAt: at('24T11:00:00'),
    },
  });
  await beat(books, at('24T11:01:00'));
  await beat(books, at('24T11:02:00'));
  expect(await posts(books)).toHaveLength(1);
  const updates = (await outbox(books)).filter(
    ({ kind, messageKey }) => kind === 'slack_update' && messageKey === 'digest:daily:2026-11-24',
  );
  expect(updates).toHaveLength(1);
  expect(updates[0]?.words).toContain('£700.00 past due');
  expect(updates[0]?.words).toContain('£500.00 on 1 invoice');
});

test('money that the bank books a day late is told the next morning, once, as less past due and as paid', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  const { debtorId, invoiceId } = await overdue(books, 'Acme');
  await beat(books, at('24T08:30:00'));
  const booked = async (amount: bigint, on: number, recordedAt: Date) =>
    receive(books, { debtorId, on: addDays(TUESDAY, on), amount, recordedAt }, [{ invoiceId, amount }]);
  await booked(50_000n, 0, at('24T10:00:00'));
  await booked(20_000n, -4, at('24T10:00:00'));
  // what came along with its invoice is no news of money
  const known = await overdue(books, 'Brand');
  await db.prisma.invoice.update({ where: { id: known.invoiceId }, data: { recordedAt: at('24T10:00:00') } });
  await receive(
    books,
    { debtorId: known.debtorId, on: addDays(TUESDAY, -15), amount: 120_000n, recordedAt: at('24T10:00:00') },
    [{ invoiceId: known.invoiceId, amount: 120_000n }],
  );
  const said = async (day: string) => {
    await beat(books, at(`${day}T08:30:00`));
    const main = (await outbox(books)).find(({ key }) => key === `post:digest:daily:2026-11-${day}`);
    return main?.words ?? '';
  };
  const wednesday = await said('25');
  expect(wednesday).toContain('£500.00 past due');
  expect(wednesday).toContain('£700.00 less than on Tuesday 24 November');
  expect(wednesday).toContain('£700.00 on 1 invoice');
  expect(wednesday).not.toContain('Brand');
  const thursday = await said('26');
  expect(thursday).toContain('unchanged since Wednesday 25 November');
  expect(thursday).not.toContain('£700.00');
});

test('has a quiet day in one line', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  await beat(books, at('24T08:30:00'));
  const all = await outbox(books);
  expect(all).toHaveLength(1);
  expect(all[0]?.words.split('\n')).toHaveLength(1);
});

test('names private individuals in a private channel only', async () => {
  const { db } = await testDatabase();
  for (const isPrivate of [false, true]) {
    const books = await team(db);
    const channel = 'C01COLLECT';
    if (isPrivate) {
      await rememberChannel(db, { workspaceId: books.workspaceId, channel, isPrivate, now: EARLY });
    }
    await overdue(books, 'Jane Roe', { kind: 'individual', account: 'P-77' });
    await overdue(books, 'Acme Ltd');
    await beat(books, at('24T08:30:00'));
    const words = (await outbox(books)).map((row) => row.words).join('\n');
    expect(words).toContain('Acme Ltd');
    expect(words.includes('Jane Roe')).toBe(isPrivate);
    expect(words.includes('Account P-77')).toBe(!isPrivate);
  }
});

test('lists each member’s work, promises due and broken, and what nobody owns', async () => {
  const { db } = await testDatabase();
  const books = await team(db);
  const { workspaceId } = books;
  const acme = await overdue(books, 'Acme');
  await overdue(books, 'Brand');
  const memberId = newId();
  await db.prisma.member.create({
    data: { id: memberId, workspaceId, slackUserId: 'U1', name: 'Colin Shaw', role: 'collector' },
  });
  await db.prisma.debtor.update({ where: { id: acme.debtorId }, data: { ownerId: memberId } });
  await db.prisma.prompt.create({
    data: {
      id: newId(),
      workspaceId,
      debtorId: acme.debtorId,
      key: 'k',
      kind: 'call_back',
      memberId,
      escalation: 3,
      openedAt: at('23T09:00:00'),
      answerBy: at('24T09:00:00'),
    },
  });
  for (const [state, amount] of [
    ['open', 30_000n],
    ['broken', 40_000n],
  ] as const) {
    const promisedOn = state === 'open' ? TUESDAY : addDays(TUESDAY, -5);
    await db.prisma.promise.create({
      data: {
        id: newId(),
        workspaceId,
        debtorId: acme.debtorId,
        currency: 'GBP',
        amount,
        state,
        madeOn: dateOfDay(addDays(TUESDAY, -9)),
        promisedOn: dateOfDay(promisedOn),
        lastOn: dateOfDay(addDays(promisedOn, 2)),
        judgeOn: dateOfDay(addDays(promisedOn, 5)),
        endedOn: state === 'open' ? null : dateOfDay(TUESDAY),
        recordedAt: EARLY,
      },
    });
  }
  await beat(books, at('24T08:30:00'));
  const [digest] = await posts(books);
  expect(digest?.words).toMatch(/To do: Colin Shaw, 1 stuck/);
  expect(digest?.words).toMatch(/Broken promises.*\n.*Acme.*£400.00/);
  expect(digest?.words).toMatch(/Promises due today.*\n.*Acme.*£300.00/);
  const unowned = (await outbox(books)).find(({ messageKey }) => messageKey?.endsWith(':no-owner'));
  expect(unowned?.words).toContain('Brand');
  expect(unowned?.words).not.toContain('Acme');
});
