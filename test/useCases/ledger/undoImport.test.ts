import { expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import type { Db } from '../../../src/db/client.ts';
import { findDebtor } from '../../../src/useCases/accounts/findDebtor.ts';
import { undoImport } from '../../../src/useCases/ledger/undoImport.ts';
import { undoPreview } from '../../../src/useCases/ledger/undoPreview.ts';
import { answerMissingItem } from '../../../src/useCases/missingItems/answerMissingItem.ts';
import { ensureWorkspace } from '../../../src/useCases/workspaces/ensureWorkspace.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { bringIn, fileOf, NOW, openOf, standing, takeBack } from './ledgerKit.ts';

const COLUMNS = ['Invoice', 'Customer', 'Due', 'Amount', 'Open', 'Mail'];
const map = [
  ...['Invoice=number', 'Customer=debtor', 'Due=due', 'Amount=amount', 'Open=outstanding'],
  'Mail=email',
];
const list = (...rows: readonly string[]) => fileOf([COLUMNS.join(','), ...rows], 'open.csv');
const monday = { currency: 'EUR', map, asOf: '2026-11-16' };
const friday = { ...monday, asOf: '2026-11-20', now: after(1) };
const book = [
  'A-1,Kea Cafe,2026-10-01,100,100,',
  'A-2,Kea Cafe,2026-10-05,80,80,accounts@kea.example',
  'B-1,Roastery,2026-10-09,60,60,',
];
const wrong = [
  'A-1,Kea Cafe,2026-12-24,100,0,',
  'A-2,Roastery,2026-10-05,90,90,someone@else.example',
  'X-1,Zürich Brasserie,2026-10-01,500,500,wrong@brasserie.example',
];

function after(hours: number) {
  return new Date(NOW.getTime() + hours * 3_600_000);
}

async function person(db: Db, role: string) {
  const { id: workspaceId } = await ensureWorkspace({ db, now: NOW });
  return db.prisma.member.create({
    data: { id: newId('mem'), workspaceId, slackUserId: newId(), name: 'Fiona Grant', role },
  });
}

test('a wrong file is undone: what it closed is open, what it brought is void, and the right file comes as if it had never been', async () => {
  const { db } = await testDatabase();
  await bringIn(db, list(...book), monday);
  const before = await standing(db);
  const contacts = await db.prisma.contact.findMany();
  const imported = await bringIn(db, list(...wrong), { ...friday, kind: 'sole_trader', confirm: true });
  expect(imported.counts).toMatchObject({ new: 1, newDebtors: 1, missing: 1, closed: 1 });
  await db.prisma.debtor.updateMany({ data: { nextReviewAt: null } });

  const undone = await takeBack(db, undefined, { now: after(2) });
  expect(undone.importId).toBe(imported.importId);
  expect(await standing(db)).toEqual(before);
  expect(await db.prisma.contact.findMany()).toEqual(contacts);
  const money = await db.prisma.payment.findMany({ orderBy: { amount: 'asc' } });
  expect(money.map(({ amount, valueOn }) => [amount, valueOn])).toEqual(
    [-10000n, 10000n].map((amount) => [amount, dateOfDay(dayOf('2026-11-20'))]),
  );
  const reviews = await db.prisma.debtor.findMany({ orderBy: { account: 'asc' } });
  expect(reviews.map(({ nextReviewAt }) => nextReviewAt)).toEqual([after(2), after(2), after(2)]);
  expect((await db.prisma.invoice.findFirstOrThrow({ where: { number: 'X-1' } })).outstanding).toBe(0n);

  const right = await bringIn(db, list(...book, 'X-1,Zürich Brasserie,2026-10-01,-50,-50,'), {
    ...friday,
    now: after(3),
  });
  expect(right.counts).toMatchObject({ rejected: 0, new: 1, newDebtors: 1, unchanged: 3, missing: 0 });
  expect(await openOf(db)).toMatchObject({ 'A-1': 10000n, 'X-1': -5000n });
  expect(await db.prisma.debtor.findFirst({ where: { account: 'Zürich Brasserie' } })).toMatchObject({
    kind: reviews[0]?.kind,
    undoneAt: null,
  });
});

test('an invoice that comes again after an undone import keeps what was done about it, so that no step is taken twice', async () => {
  const { db } = await testDatabase();
  await bringIn(db, list(...book), monday);
  const [first] = await db.prisma.invoice.findMany({ where: { number: 'A-1' } });
  await takeBack(db);
  await bringIn(db, list(...book), { ...monday, now: after(1) });
  expect(await db.prisma.invoice.findMany({ where: { number: 'A-1' } })).toMatchObject([
    { id: first?.id, outstanding: 10000n },
  ]);
});

test('what changed once more since the import stays', async () => {
  const { db } = await testDatabase();
  await bringIn(db, list(...book), monday);
  await bringIn(db, list('A-1,Kea Cafe,2026-12-24,100,100,new@kea.example', ...book.slice(1)), friday);
  await db.prisma.invoice.updateMany({ where: { number: 'A-1' }, data: { dueOn: new Date('2026-12-31') } });
  await db.prisma.contact.updateMany({
    where: { email: 'new@kea.example' },
    data: { phone: '+44 20 7946 0000' },
  });
  const undone = await takeBack(db);
  expect(await db.prisma.invoice.findFirst({ where: { number: 'A-1' } })).toMatchObject({
    dueOn: new Date('2026-12-31'),
  });
  expect(await db.prisma.contact.count({ where: { email: 'new@kea.example' } })).toBe(1);
  expect(undone.sentences.join(' ')).toMatch(/1 email address/);
});

test('money of an undone bank file that finance had used is gone from there too, and finance is asked again', async () => {
  const { db } = await testDatabase();
  const fiona = await person(db, 'finance');
  const workspace = await ensureWorkspace({ db, now: NOW });
  await bringIn(db, list(...book), monday);
  await bringIn(db, list(...book.slice(1)), { ...friday, asOf: '2026-11-21' });
  const statement = () =>
    fileOf(['date,payer,reference,amount', '2026-11-20,Kea Cafe,thanks,77', '2026-11-20,Roastery,B-1,60']);
  const bank = await bringIn(db, statement(), { currency: 'EUR', now: after(2) });
  expect(bank.counts).toMatchObject({ matched: 1, unapplied: 1 });
  const { id: invoiceId } = await db.prisma.invoice.findFirstOrThrow({ where: { number: 'A-1' } });
  await answerMissingItem(db, { workspace, member: fiona, invoiceId, answer: 'paid', now: after(3) });
  expect((await openOf(db))['A-1']).toBe(0n);

  const undone = await takeBack(db, bank.importId, { now: after(4) });
  expect(undone.sentences.join(' ')).toMatch(/1 answer of finance.*Kea Cafe/);
  expect(await openOf(db)).toMatchObject({ 'A-1': 7700n, 'B-1': 6000n });
  expect(await db.prisma.invoice.findUnique({ where: { id: invoiceId } })).toMatchObject({
    missingSince: new Date('2026-11-21'),
  });
  const again = await bringIn(db, statement(), { currency: 'EUR', now: after(5) });
  expect(again.counts).toMatchObject({ known: 0 });
  expect(await openOf(db)).toMatchObject({ 'A-1': 0n, 'B-1': 0n });
});

test('a credit that the import had set free and that pays something else since stays where it was put', async () => {
  const { db } = await testDatabase();
  const fiona = await person(db, 'finance');
  const workspace = await ensureWorkspace({ db, now: NOW });
  const credited = ['A-1,Kea Cafe,2026-10-01,100,50,', 'C-1,Kea Cafe,2026-10-01,-50,0,'];
  await bringIn(db, list(book[0] ?? '', book[1] ?? '', 'C-1,Kea Cafe,2026-10-01,-50,-50,'), monday);
  await bringIn(db, list(...credited), { ...friday, asOf: '2026-11-17', confirm: true });
  await db.prisma.invoice.updateMany({
    where: { number: { in: ['A-2', 'C-1'] } },
    data: { missingSince: new Date('2026-11-17') },
  });
  await bringIn(db, list('A-1,Kea Cafe,2026-10-01,100,100,'), { ...friday, now: after(2) });
  const { id: invoiceId } = await db.prisma.invoice.findFirstOrThrow({ where: { number: 'A-2' } });
  await answerMissingItem(db, { workspace, member: fiona, invoiceId, answer: 'credited', now: after(3) });
  expect(await openOf(db)).toMatchObject({ 'A-1': 10000n, 'A-2': 0n, 'C-1': 0n });
  const undone = await takeBack(db, undefined, { now: after(4) });
  expect(undone.sentences.join(' ')).toMatch(/used since/);
  expect(await openOf(db)).toMatchObject({ 'A-1': 10000n, 'A-2': 0n, 'C-1': 0n });
});

test('undo is a manager’s, of the last import that stands, until the end of the next business day, and once', async () => {
  const { db } = await testDatabase();
  const workspace = await ensureWorkspace({ db, now: NOW });
  const undo = (importId: string, now = after(2)) => takeBack(db, importId, { now });
  const first = await bringIn(db, list(...book), monday);
  const second = await bringIn(db, list(...book), friday);
  const asked = { workspace, importId: second.importId, individuals: true, now: after(2) };
  const member = await person(db, 'collector');
  await expect(undoImport(db, { ...asked, member })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(undo(first.importId)).rejects.toThrow(/undo that one first|not undone/);
  await expect(undo('imp_unknown')).rejects.toMatchObject({ code: 'import_not_found' });
  // NOW is a Sunday: the next business day is Monday
  await expect(undo(second.importId, after(48))).rejects.toMatchObject({ code: 'import_not_undone' });
  expect(await undoPreview(db, asked)).toMatchObject({ refusal: undefined, undoUntil: dayOf('2026-11-23') });

  await undo(second.importId);
  await expect(undo(second.importId)).rejects.toThrow(/already/);
  expect((await undoPreview(db, asked)).refusal).toMatch(/already/);
  await undo(first.importId);
  await expect(takeBack(db)).rejects.toMatchObject({ code: 'import_not_found' });
  expect(await standing(db)).toEqual({ items: [], free: [], unconfirmed: [], customers: [] });
});

test('names of private individuals are shown only where the reader may see them', async () => {
  const { db } = await testDatabase();
  const workspace = await ensureWorkspace({ db, now: NOW });
  const { importId } = await bringIn(db, list(...book), { ...monday, kind: 'individual' });
  const debtor = await db.prisma.debtor.findFirstOrThrow({ where: { account: 'Roastery' } });
  await db.prisma.debtor.update({ where: { id: debtor.id }, data: { account: 'K-7', name: 'Ada Roast' } });
  await db.prisma.activity.create({
    data: {
      ...{ id: newId(), workspaceId: workspace.id, debtorId: debtor.id, kind: 'call', outcome: 'no_answer' },
      ...{ at: after(1), recordedAt: after(1) },
    },
  });
  const said = async (individuals: boolean) =>
    (await undoPreview(db, { workspace, importId, individuals, now: after(2) })).sentences.join('\n');
  expect(await said(true)).toMatch(/1 call logged[\s\S]*Ada Roast/);
  expect(await said(false)).toMatch(/1 call logged[\s\S]*Account K-7/);
});

test('a promise for items that are void is cancelled, and no money is waited for', async () => {
  const { db } = await testDatabase();
  const workspace = await ensureWorkspace({ db, now: NOW });
  await bringIn(db, list(...book), monday);
  const { id: invoiceId, debtorId } = await db.prisma.invoice.findFirstOrThrow({ where: { number: 'B-1' } });
  const day = new Date('2026-11-25');
  await db.prisma.promise.create({
    data: {
      ...{ id: 'promise', workspaceId: workspace.id, debtorId, currency: 'EUR', amount: 6000n },
      ...{ madeOn: new Date('2026-11-22'), promisedOn: day, lastOn: day, judgeOn: new Date('2026-11-26') },
      recordedAt: after(1),
      invoices: { create: { invoiceId, workspaceId: workspace.id, amount: 6000n, inFull: true } },
    },
  });
  await takeBack(db, undefined, { now: after(2) });
  expect(await db.prisma.promise.findUnique({ where: { id: 'promise' } })).toMatchObject({
    state: 'cancelled',
  });
});

test('an account that only an undone import brought is not found until a file brings it again', async () => {
  const { db } = await testDatabase();
  const { id: workspaceId } = await ensureWorkspace({ db, now: NOW });
  const found = (words: string) => findDebtor(db, { workspaceId, words, today: dayOf('2026-11-22') });
  await bringIn(db, list(...book), monday);
  await bringIn(db, list(...book, ...wrong.slice(2)), friday);
  expect(await found('brasserie')).toMatchObject({ kind: 'one' });
  await takeBack(db, undefined, { now: after(2) });
  for (const words of ['brasserie', 'X-1', 'Zürich Brasserie'])
    expect(await found(words)).toEqual({ kind: 'none', nearest: [] });
  expect(await found('kea')).toMatchObject({ kind: 'one' });
  await bringIn(db, list(...book, ...wrong.slice(2)), { ...friday, now: after(3) });
  expect(await found('X-1')).toMatchObject({ kind: 'one' });
});
