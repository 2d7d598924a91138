import { expect, test } from 'vitest';
import { dayOf } from '../../../src/core/day.ts';
import type { MissingAnswer } from '../../../src/core/missingAnswer.ts';
import { applyHeldImport, discardHeldImport } from '../../../src/useCases/ledger/decideHeldImport.ts';
import { heldImport, sealOf } from '../../../src/useCases/ledger/HeldImport.ts';
import { answerMissingItem } from '../../../src/useCases/missingItems/answerMissingItem.ts';
import { ensureWorkspace } from '../../../src/useCases/workspaces/ensureWorkspace.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { books, bringIn, fileOf, LIST, NOW, openItems, openOf, standing, takeBack } from './ledgerKit.ts';

const monday = { currency: 'EUR', map: LIST, asOf: '2026-11-16' };
const friday = { ...monday, asOf: '2026-11-20' };
const ten = Array.from(
  { length: 10 },
  (_, n) => [`${n}`, `Customer ${n % 3}`, '2026-10-01', '100', '100'] as const,
);
const rest = ten.slice(1);

test('what the later file shows as paid is closed with ledger money of its day; what it shows otherwise is revised', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...ten), monday);
  const result = await bringIn(
    db,
    openItems(
      ['0', 'Customer 0', '2026-10-01', '100', '0'],
      ['1', 'Customer 1', '2026-10-01', '100', '40'],
      ['2', 'Customer 2', '2026-10-31', '120', '120'],
      ...ten.slice(3),
      ['10', 'Customer 4', '2026-12-01', '50', '50'],
    ),
    friday,
  );
  expect(result.counts).toMatchObject({
    new: 1,
    newDebtors: 1,
    closed: 1,
    updated: 2,
    unchanged: 7,
    missing: 0,
    corrections: 0,
  });
  expect(await openOf(db)).toMatchObject({ 0: 0n, 1: 4000n, 2: 12000n, 10: 5000n });
  const { payments, revisions } = await books(db);
  expect(payments.map(({ amount, value_on, origin }) => [amount, value_on, origin]).sort()).toEqual([
    ['10000', '2026-11-20', 'ledger'],
    ['6000', '2026-11-20', 'ledger'],
  ]);
  expect(revisions).toMatchObject([{ new_amount: '12000', new_due_on: '2026-10-31' }]);
});

test('absence is never a payment: such an invoice is missing until a file shows it again', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...ten), monday);
  const without = await bringIn(db, openItems(...rest), friday);
  expect(without.counts).toMatchObject({ missing: 1, closed: 0 });
  const missing = async () =>
    (await db.prisma.invoice.findMany({ where: { missingSince: { not: null } } })).map((i) => i.number);
  expect(await missing()).toEqual(['0']);
  expect((await openOf(db))['0']).toBe(10000n);
  expect((await bringIn(db, openItems(...rest), friday)).counts.missing).toBe(0);

  const back = await bringIn(db, openItems(...ten), { ...friday, asOf: '2026-11-21' });
  expect(back.counts).toMatchObject({ missing: 0, updated: 1 });
  expect(await missing()).toEqual([]);
});

test('missing is nothing that another creditor’s file, one in another currency, an older file, a bank file or an unreadable row leaves out', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...ten), friday);
  await bringIn(db, openItems(...rest), { ...friday, creditor: 'Another Ltd', confirm: true });
  await bringIn(db, openItems(...rest), monday);
  await bringIn(db, openItems(['20', 'Customer 0', '2026-10-01', '9', '9']), { ...friday, currency: 'USD' });
  await bringIn(db, fileOf(['date,payer,reference,amount', '2026-11-20,A,b,1']), { currency: 'EUR' });
  await bringIn(db, openItems(['0', 'Customer 0', 'soon', '100', '100'], ...rest), friday);
  const torn = openItems(...ten.slice(5), ['9', '"Customer', '2026-10-01', '1', '1']);
  expect((await bringIn(db, torn, { ...friday, confirm: true })).status).toBe('applied');
  expect(await db.prisma.invoice.count({ where: { missingSince: { not: null } } })).toBe(0);
});

test('an answer on a missing item is taken once, holds for a fortnight of files, and ends where a file says otherwise', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...ten), monday);
  await bringIn(db, openItems(...rest.slice(1)), friday);
  const workspace = await ensureWorkspace({ db, now: NOW });
  const member = await db.prisma.member.create({
    data: { id: 'fiona', workspaceId: workspace.id, slackUserId: 'U1', name: 'Fiona', role: 'finance' },
  });
  const say = async (number: string, answer: MissingAnswer) => {
    const { id: invoiceId } = await db.prisma.invoice.findFirstOrThrow({ where: { number } });
    return answerMissingItem(db, { workspace, member, invoiceId, answer, now: NOW });
  };
  await Promise.all([say('0', 'paid'), say('0', 'paid')]);
  expect(await say('0', 'credited')).toContain('not on the list any more');
  await say('1', 'open');
  expect(await openOf(db)).toMatchObject({ 0: 0n, 1: 10_000n });
  expect(await db.prisma.payment.findMany()).toMatchObject([{ origin: 'ledger', amount: 10_000n }]);

  const later = (asOf: string) => ({ ...monday, asOf, now: new Date('2026-12-31T10:00:00Z') });
  expect((await bringIn(db, openItems(...rest.slice(1)), later('2026-11-30'))).counts.missing).toBe(0);
  expect((await bringIn(db, openItems(...rest.slice(1)), later('2026-12-07'))).counts.missing).toBe(1);
  await say('1', 'open');
  // listed again as open: the payment is taken back, and the answer of "still open" has served its time
  await bringIn(db, openItems(...ten), { ...later('2026-12-08'), confirm: true });
  expect(await openOf(db)).toMatchObject({ 0: 10_000n, 1: 10_000n });
  expect((await bringIn(db, openItems(...rest.slice(1)), later('2026-12-09'))).counts.missing).toBe(2);
});

test('a credit that finance named and a later file shows as owed leaves nothing behind, and is there again once that file is undone', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...ten), monday);
  await bringIn(db, openItems(...rest), friday);
  const workspace = await ensureWorkspace({ db, now: NOW });
  const member = await db.prisma.member.create({
    data: { id: 'fiona', workspaceId: workspace.id, slackUserId: 'U1', name: 'Fiona', role: 'finance' },
  });
  const { id: invoiceId } = await db.prisma.invoice.findFirstOrThrow({ where: { number: '0' } });
  await answerMissingItem(db, { workspace, member, invoiceId, answer: 'credited', now: NOW });
  const answered = await standing(db);
  const later = { ...monday, asOf: '2026-11-21', now: new Date(NOW.getTime() + 60_000) };
  await bringIn(db, openItems(...ten), later);
  expect(await openOf(db)).toMatchObject({ 0: 10_000n, 'Credit of 0': 0n });
  expect(await db.prisma.invoice.count({ where: { missingSince: { not: null } } })).toBe(0);
  await takeBack(db, undefined, { now: later.now });
  expect(await standing(db)).toEqual(answered);
});

test('a whole ledger that lists nothing of a currency any more leaves out what was open in it', async () => {
  const { db } = await testDatabase();
  const dollars = ['D-1,Customer 0,2026-10-01,9,9,USD', 'D-2,Customer 0,2026-10-01,7,7,USD'];
  const euros = ['E-1,Customer 0,2026-10-01,100,100,EUR'];
  const whole = (...rows: readonly string[]) =>
    fileOf(['Invoice,Customer,Due,Amount,Open,Currency', ...rows]);
  const map = [...LIST, 'Currency=currency'];
  await bringIn(db, whole(...euros, ...dollars), { map, asOf: '2026-11-16' });
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  const without = await bringIn(db, whole(...euros), { map, asOf: '2026-11-20', now: at(1) });
  expect(without.counts.missing).toBe(2);
  const again = await bringIn(db, whole(...euros, ...dollars.slice(1)), {
    map,
    asOf: '2026-11-21',
    now: at(2),
  });
  expect(again.counts).toMatchObject({ missing: 0, updated: 1 });
});

test('unapplied money of the bank is what paid a missing item, before any other is booked', async () => {
  const { db } = await testDatabase();
  const line = fileOf(['date,payer,reference,amount', '2026-11-19,Customer 0,thanks,77']);
  await bringIn(db, openItems(...ten), monday);
  await bringIn(db, line, { currency: 'EUR' });
  await bringIn(db, openItems(...rest), friday);
  const workspace = await ensureWorkspace({ db, now: NOW });
  const member = await db.prisma.member.create({
    data: { id: 'fiona', workspaceId: workspace.id, slackUserId: 'U1', name: 'Fiona', role: 'finance' },
  });
  const { id: invoiceId } = await db.prisma.invoice.findFirstOrThrow({ where: { number: '0' } });
  await answerMissingItem(db, { workspace, member, invoiceId, answer: 'paid', now: NOW });
  const money = async () =>
    (await db.prisma.payment.findMany({ orderBy: { origin: 'asc' } })).map((p) => [
      p.origin,
      p.amount - p.reversed,
      p.unapplied,
    ]);
  expect(await money()).toEqual([
    ['bank', 7_700n, 0n],
    ['ledger', 2_300n, 0n],
  ]);
});

test('closing more than a fifth of the open items waits for a manager; exactly a fifth does not', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...ten), monday);
  const paid = (count: number) =>
    openItems(
      ...ten.map(
        ([number, who, due, amount], n) => [number, who, due, amount, n < count ? '0' : '100'] as const,
      ),
    );
  const before = await books(db);
  const held = await bringIn(db, paid(3), friday);
  expect(held).toMatchObject({ status: 'brake', counts: { closed: 3 } });
  expect(held.sentences.join(' ')).toContain('3 of the 10 open items');
  expect(await books(db)).toEqual(before);
  expect(await db.prisma.ledgerImport.findUnique({ where: { id: held.importId } })).toMatchObject({
    status: 'brake',
    appliedAt: null,
  });

  expect(await bringIn(db, paid(2), friday)).toMatchObject({ status: 'applied', counts: { closed: 2 } });
  expect(await bringIn(db, paid(5), { ...friday, confirm: true })).toMatchObject({
    status: 'applied',
    counts: { closed: 3 },
  });
});

test('a held import keeps what it was: a manager applies or discards it once, and a later import takes its place', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...ten), monday);
  const paid = (count: number) =>
    openItems(...ten.map(([a, b, c, d], n) => [a, b, c, d, n < count ? '0' : '100'] as const));
  const workspace = await ensureWorkspace({ db, now: NOW });
  const data = { workspaceId: workspace.id, slackUserId: 'U1', name: 'Marta', role: 'manager' };
  const member = await db.prisma.member.create({ data: { id: 'marta', ...data } });
  const deciding = (importId: string) => ({ workspace, member, importId, seal: '', now: NOW });
  const shown = async ({ importId }: { importId: string }) => {
    const { summary } = await db.prisma.ledgerImport.findUniqueOrThrow({ where: { id: importId } });
    return { ...deciding(importId), seal: sealOf(heldImport.parse(summary).brake) };
  };
  const statusOf = async ({ importId }: { importId: string }) =>
    (await db.prisma.ledgerImport.findUniqueOrThrow({ where: { id: importId } })).status;

  const first = await bringIn(db, paid(4), friday);
  const again = await bringIn(db, paid(4), friday);
  expect([await statusOf(first), await statusOf(again)]).toEqual(['overtaken', 'brake']);
  await expect(applyHeldImport(db, deciding(first.importId))).rejects.toMatchObject({
    code: 'import_not_held',
  });
  await discardHeldImport(db, deciding(again.importId));
  expect(await statusOf(again)).toBe('discarded');
  await expect(applyHeldImport(db, deciding(again.importId))).rejects.toMatchObject({
    code: 'import_not_held',
  });

  const dollars = openItems(['20', 'Customer 0', '2026-10-01', '9', '9']);
  const held = await bringIn(db, paid(4), friday);
  await bringIn(db, dollars, { ...friday, currency: 'USD' });
  expect(await statusOf(held)).toBe('brake');
  // there are eleven open items now, not ten: the manager sees the new figures before anything is closed
  const before = await shown(held);
  expect((await applyHeldImport(db, before)).join()).toContain('look at them again');
  expect((await applyHeldImport(db, before)).join()).toContain('look at them again');
  expect((await openOf(db))['0']).toBe(10_000n);
  const after = await shown(held);
  const both = await Promise.allSettled([1, 2].map(() => applyHeldImport(db, after)));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await openOf(db)).toMatchObject({ 0: 0n, 3: 0n, 4: 10_000n });
  expect(await db.prisma.payment.count()).toBe(4);
  expect(await db.prisma.ledgerImportRow.count()).toBe(0);
});

test('a control total that is missed waits for a manager', async () => {
  const { db } = await testDatabase();
  const wrong = { ...monday, controlTotal: { currency: 'EUR', amount: 99900n } };
  expect(await bringIn(db, openItems(...ten), wrong)).toMatchObject({ status: 'brake' });
  expect(await db.prisma.invoice.count()).toBe(0);
  const right = { ...monday, controlTotal: { currency: 'EUR', amount: 100000n } };
  expect(await bringIn(db, openItems(...ten), right)).toMatchObject({
    status: 'applied',
    counts: { new: 10 },
  });
});

test('a payment that the ledger takes back is reversed; an older file may not do that unasked', async () => {
  const { db } = await testDatabase();
  const one = (open: string) => openItems(['0', 'Customer 0', '2026-10-01', '100', open], ...rest);
  await bringIn(db, one('100'), monday);
  await bringIn(db, one('30'), friday);
  expect(await bringIn(db, one('100'), monday)).toMatchObject({ status: 'brake' });

  const saturday = { ...friday, asOf: '2026-11-21' };
  expect((await bringIn(db, one('80'), saturday)).counts).toMatchObject({ corrections: 1, updated: 1 });
  expect((await openOf(db))['0']).toBe(8000n);
  expect((await books(db)).payments.map((p) => [p.amount, p.reversed, p.unapplied]).sort()).toEqual([
    ['-5000', '0', '0'],
    ['7000', '5000', '0'],
  ]);
  const before = await books(db);
  await bringIn(db, one('80'), saturday);
  expect(await books(db)).toEqual(before);
  await bringIn(db, one('30'), { ...saturday, asOf: '2026-11-22' });
  expect((await openOf(db))['0']).toBe(3000n);
});

test.each([
  ['of its own day', monday],
  ['without a day, taken for one of today', { currency: 'EUR', map: LIST }],
])('an old file, %s, that would turn a newer one back waits for a manager', async (_, again) => {
  const { db } = await testDatabase();
  const old = () => openItems(['0', 'Customer 0', '2026-10-01', '70', '70'], ...rest);
  await bringIn(db, old(), { ...monday, now: new Date('2026-11-16T10:00:00Z') });
  await bringIn(db, openItems(['0', 'Customer 0', '2026-12-20', '90', '90'], ...rest), {
    ...friday,
    now: new Date('2026-11-20T10:00:00Z'),
  });
  const before = await books(db);
  expect(await bringIn(db, old(), again)).toMatchObject({ status: 'brake' });
  expect(await books(db)).toEqual(before);
  expect(await bringIn(db, old(), { ...again, confirm: true })).toMatchObject({
    status: 'applied',
    counts: { updated: 1 },
  });
});

test('an old file that says nothing else than the newer one is nobody’s question', async () => {
  const { db } = await testDatabase();
  const old = () => openItems(...rest);
  await bringIn(db, old(), { ...monday, now: new Date('2026-11-16T10:00:00Z') });
  await bringIn(db, openItems(['0', 'Customer 0', '2026-12-20', '90', '90'], ...rest), friday);
  expect(await bringIn(db, old(), monday)).toMatchObject({ status: 'applied', counts: { updated: 0 } });
});

test('an invoice that shrinks below what is paid on it gives the rest back', async () => {
  const { db } = await testDatabase();
  const one = (amount: string, open: string) =>
    openItems(['0', 'Customer 0', '2026-10-01', amount, open], ...rest);
  await bringIn(db, one('100', '20'), monday);
  const result = await bringIn(db, one('50', '0'), friday);
  expect(result.counts).toMatchObject({ closed: 1, corrections: 1 });
  expect(await db.prisma.invoice.findFirst({ where: { number: '0' } })).toMatchObject({
    amount: 5000n,
    outstanding: 0n,
  });
});

test('credit notes: what the ledger shows as used pays invoices of the customer, the rest was refunded', async () => {
  const { db } = await testDatabase();
  const file = (invoice: string, credit: string) =>
    openItems(['I', 'Kea', '2026-10-01', '100', invoice], ['C', 'Kea', '2026-10-05', '-70', credit], ...rest);
  await bringIn(db, file('100', '-70'), monday);
  expect(await openOf(db)).toMatchObject({ I: 10000n, C: -7000n });
  await bringIn(db, file('50', '-20'), friday);
  expect(await openOf(db)).toMatchObject({ I: 5000n, C: -2000n });
  expect(await db.prisma.payment.count()).toBe(0);
  await bringIn(db, file('50', '0'), { ...friday, asOf: '2026-11-21' });
  expect(await openOf(db)).toMatchObject({ I: 5000n, C: 0n });
  const again = { ...friday, asOf: '2026-11-22' };
  await bringIn(db, file('100', '-70'), again);
  expect(await openOf(db)).toMatchObject({ I: 10000n, C: -7000n });
  const before = await books(db);
  await bringIn(db, file('100', '-70'), again);
  expect(await books(db)).toEqual(before);
});

test('a credit note that is open again while its invoice stays paid, and is used by nobody once the invoice is open again', async () => {
  const { db } = await testDatabase();
  const on = (asOf: string) => ({ ...friday, asOf, confirm: true });
  const file = (invoice: string, credit: string) =>
    openItems(['I', 'Kea', '2026-10-01', '100', invoice], ['C', 'Kea', '2026-10-01', '-60', credit]);
  await bringIn(db, file('100', '-60'), on('2026-11-15'));
  await bringIn(db, file('40', '0'), on('2026-11-16'));
  await bringIn(db, file('40', '-60'), on('2026-11-17'));
  expect(await openOf(db)).toEqual({ I: 4000n, C: -6000n });
  const before = await standing(db);
  const now = new Date(NOW.getTime() + 60_000);
  const result = await bringIn(db, file('100', '-60'), { ...on('2026-11-18'), now });
  expect(result.counts).toMatchObject({ corrections: 1 });
  expect(await openOf(db)).toEqual({ I: 10000n, C: -6000n });
  await takeBack(db, result.importId, { now });
  expect(await standing(db)).toEqual(before);
});

test('a credit note that becomes smaller as it is open again: its invoice stays paid, by money that the bank may show, and both files can be undone', async () => {
  const { db } = await testDatabase();
  const on = (asOf: string, minutes: number) => {
    return { ...friday, asOf, confirm: true, now: new Date(NOW.getTime() + minutes * 60_000) };
  };
  const file = (invoice: string, ...credit: [string, string]) =>
    openItems(['I', 'Kea', '2026-10-01', '100', invoice], ['C', 'Kea', '2026-10-01', ...credit]);
  await bringIn(db, file('100', '-60', '-60'), on('2026-11-15', 0));
  const atFirst = await standing(db);
  const used = await bringIn(db, file('40', '-60', '0'), on('2026-11-16', 1));
  const before = await standing(db);
  const opened = await bringIn(db, file('40', '-20', '-20'), on('2026-11-17', 2));
  expect(await openOf(db)).toEqual({ I: 4000n, C: -2000n });
  const line = fileOf(['date,payer,reference,amount,currency', '2026-11-17,Kea,I,60,EUR']);
  const shown = await bringIn(db, line, { now: on('2026-11-17', 3).now });
  expect(shown.counts).toMatchObject({ confirmed: 1, unapplied: 0 });
  expect(await openOf(db)).toEqual({ I: 4000n, C: -2000n });
  const undone = { now: on('2026-11-17', 4).now };
  await takeBack(db, shown.importId, undone);
  const { sentences } = await takeBack(db, opened.importId, undone);
  expect(sentences.join(' ')).not.toContain('stays there');
  expect(await standing(db)).toEqual(before);
  await takeBack(db, used.importId, undone);
  expect(await standing(db)).toEqual(atFirst);
});

test('a credit note that its ledger voids is worth nothing, what it paid stays paid, and that can be undone; what came as nothing is no credit note', async () => {
  const { db } = await testDatabase();
  const on = (asOf: string, minutes: number) => {
    return { ...friday, asOf, confirm: true, now: new Date(NOW.getTime() + minutes * 60_000) };
  };
  const file = (invoice: string, credit: string, open: string, other: string) =>
    openItems(
      ['I', 'Kea', '2026-10-01', '100', invoice],
      ['C', 'Kea', '2026-10-01', credit, open],
      ['N', 'Kea', '2026-10-01', other, other],
    );
  await bringIn(db, file('100', '-60', '-60', '0'), on('2026-11-15', 0));
  await bringIn(db, file('60', '-60', '-20', '0'), on('2026-11-16', 1));
  const before = await standing(db);
  const voided = await bringIn(db, file('60', '0', '0', '0'), on('2026-11-17', 2));
  expect(await openOf(db)).toEqual({ I: 6000n, C: 0n, N: 0n });
  await takeBack(db, voided.importId, { now: on('2026-11-17', 3).now });
  expect(await standing(db)).toEqual(before);
  await bringIn(db, file('60', '0', '0', '0'), on('2026-11-17', 4));
  const again = await bringIn(db, file('60', '-60', '-60', '-30'), on('2026-11-18', 5));
  expect(again.rejected.map(({ reason }) => reason)).toEqual([
    'N is an invoice here and a credit note in the ledger, or the other way round.',
  ]);
  expect(await openOf(db)).toEqual({ I: 6000n, C: -6000n, N: 0n });
});

test('money that opened a credit note again is none that a bank takes back', async () => {
  const { db } = await testDatabase();
  const on = (asOf: string) => ({ ...friday, asOf, confirm: true });
  const file = (credit: string) =>
    openItems(['I', 'Kea', '2026-10-01', '90', '90'], ['C', 'Kea', '2026-10-01', '-60', credit]);
  await bringIn(db, file('-60'), on('2026-11-15'));
  await bringIn(db, file('0'), on('2026-11-16'));
  await bringIn(db, file('-60'), on('2026-11-17'));
  const line = fileOf(['date,payer,reference,amount,currency', '2026-11-18,Kea,thanks,-60,EUR']);
  expect((await bringIn(db, line)).counts).toMatchObject({ returned: 0, unapplied: 1 });
  expect(await openOf(db)).toEqual({ I: 9000n, C: -6000n });
});

test('rows that contradict each other or the ledger are rejected with their cells; the others go in', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...ten), monday);
  const rejected: string[] = [];
  const result = await bringIn(
    db,
    openItems(
      ...ten.slice(2),
      ['0', 'Customer 0', '2026-10-01', '-100', '-100'],
      ['20', 'Customer 0', '2026-10-01', '10', '10'],
      ['20', 'Customer 0', '2026-10-01', '11', '11'],
      ['20', 'Customer 0', '2026-10-01', '10', '10'],
    ),
    { ...friday, onRejected: (row) => void rejected.push(`${row.rowNumber} ${row.cells.at(-1)}`) },
  );
  expect(rejected).toEqual(['10 -100', '12 11']);
  expect(result.counts).toMatchObject({ new: 1, rejected: 2, missing: 1 });
  const inDollars = await bringIn(db, openItems(...ten, ['20', 'Customer 0', '2026-10-01', '10', '10']), {
    ...friday,
    currency: 'USD',
  });
  expect(inDollars.counts).toMatchObject({ rejected: 11, missing: 0 });
});

test('the kind of the debtors is the file’s, else the workspace’s', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...ten), monday);
  const kinds = async () => [...new Set((await db.prisma.debtor.findMany()).map((debtor) => debtor.kind))];
  expect(await kinds()).toEqual(['business']);
  await bringIn(db, openItems(...ten), { ...monday, kind: 'sole_trader' });
  expect(await kinds()).toEqual(['sole_trader']);
  await bringIn(db, openItems(...ten), monday);
  expect(await kinds()).toEqual(['sole_trader']);
  await db.prisma.workspace.updateMany({ data: { settings: { defaultDebtorKind: null } } });
  await bringIn(db, openItems(['77', 'Somebody', '2026-10-01', '1', '1'], ...ten), friday);
  expect(await db.prisma.debtor.findFirst({ where: { account: 'Somebody' } })).toMatchObject({
    kind: 'individual',
  });
});

test('rows of one customer that name different kinds are told, and which of them holds', async () => {
  const { db } = await testDatabase();
  const file = (...rows: readonly string[]) => fileOf(['Invoice,Customer,Due,Amount,Open,Type', ...rows]);
  const options = { ...monday, map: [...LIST, 'Type=kind'] };
  const { sentences } = await bringIn(
    db,
    file(
      '1,Acme,2026-10-01,100,100,business',
      '2,Acme,2026-10-02,100,100,',
      '3,Bolt,2026-10-01,100,100,business',
      '4,Acme,2026-10-03,100,100,sole trader',
      '5,Acme,2026-10-04,100,100,private individual',
      '6,Cole,2026-10-01,100,100,individual',
      '7,Acme,2026-10-05,100,100,',
    ),
    options,
  );
  expect(sentences).toContain(
    '1 customer with rows of different kinds (row 6 says private individual, row 5 sole trader): the last row that names one holds, unless a manager corrected it.',
  );
  expect(await db.prisma.debtor.findFirst({ where: { account: 'Acme' } })).toMatchObject({
    kind: 'individual',
  });
  const again = await bringIn(db, file('8,Acme,2026-10-05,100,100,business'), {
    ...friday,
    map: options.map,
  });
  expect(again.sentences.join()).not.toContain('different kinds');
});

test('the policy looks again at the debtors about whom something changed, and at no others', async () => {
  const { db } = await testDatabase();
  await bringIn(db, openItems(...ten), monday);
  await db.prisma.debtor.updateMany({ data: { nextReviewAt: null } });
  const now = new Date('2026-11-22T15:00:00Z');
  await bringIn(db, openItems(['0', 'Customer 0', '2026-10-01', '100', '0'], ...rest), { ...friday, now });
  const looked = await db.prisma.debtor.findMany({ where: { nextReviewAt: { not: null } } });
  expect(looked).toMatchObject([{ account: 'Customer 0', nextReviewAt: now }]);
});

test('an as-of date that has not come is refused', async () => {
  const { db } = await testDatabase();
  await expect(bringIn(db, openItems(...ten), { ...monday, asOf: '2026-11-23' })).rejects.toMatchObject({
    code: 'as_of_future',
  });
  expect(await bringIn(db, openItems(...ten), { currency: 'EUR', map: LIST })).toMatchObject({
    asOf: dayOf('2026-11-22'),
  });
});
