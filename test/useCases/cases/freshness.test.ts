import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { lockDebtor } from '../../../src/db/debtors.ts';
import { dailyFacts } from '../../../src/useCases/digests/dailyFacts.ts';
import { confirmFreshness } from '../../../src/useCases/ledger/confirmFreshness.ts';
import { importLedger } from '../../../src/useCases/ledger/importLedger.ts';
import { openPrompt } from '../../../src/useCases/prompts/openPrompt.ts';
import { aDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { somebodyWaits } from '../../support/somebodyWaits.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';

/** An invoice 60 days late whose customer was called for a firm date; nothing was imported for weeks. */
async function late(desk: CallDesk, name: string, creditor?: string): Promise<void> {
  const { db, workspaceId, clock, member } = desk;
  const debtor = await aDebtor(db, workspaceId, {
    name,
    ...(creditor && { creditor }),
    ownerId: member.colin,
    invoices: [{ due: '2026-09-24', amount: 90_000 }],
    contacts: [{ name: 'Jane', email: 'jane@acme.example' }],
  });
  const caseId = newId();
  const on = dateOfDay(dayOf('2026-10-26'));
  const invoiceId = debtor.invoiceIds[0] ?? '';
  await db.prisma.case.create({
    data: { id: caseId, workspaceId, debtorId: debtor.id, cycle: 1, openedOn: on },
  });
  await db.prisma.stageStep.create({
    data: {
      ...{
        id: newId(),
        workspaceId,
        caseId,
        debtorId: debtor.id,
        stage: 'commitment_call',
        carryingInvoiceId: invoiceId,
      },
      ...{ stageDay: 30, takenOn: on, takenAt: on, state: 'done', doneOn: on },
      invoices: { create: { invoiceId, workspaceId, outstanding: 90_000n } },
    },
  });
  await db.prisma.debtor.update({ where: { id: debtor.id }, data: { nextReviewAt: clock.now() } });
}

const prompts = async ({ db }: CallDesk, kind: string) => db.prisma.prompt.findMany({ where: { kind } });

it('asks finance once a day while harsh steps wait for payments, and goes on when they are fresh', async () => {
  const desk = await callDesk();
  await late(desk, 'Acme Ltd');
  await late(desk, 'Bolt Ltd');
  await desk.settle();
  expect((await prompts(desk, 'freshness')).map(({ memberId }) => memberId)).toEqual([desk.member.fiona]);
  expect(await prompts(desk, 'notice')).toEqual([]);

  await desk.move('2026-11-24T09:30:00Z');
  expect(await prompts(desk, 'freshness')).toHaveLength(2);
  const finance = await desk.db.prisma.member.findUniqueOrThrow({ where: { id: desk.member.fiona } });
  await confirmFreshness(desk.db, {
    workspace: await desk.workspace(),
    member: finance,
    now: desk.clock.now(),
  });
  await desk.settle();
  expect(await prompts(desk, 'notice')).toHaveLength(2);
  expect((await prompts(desk, 'freshness')).filter(({ state }) => state === 'open')).toEqual([]);
});

it('asks for each creditor apart: a bank file of one says nothing of what another was paid', async () => {
  const desk = await callDesk();
  const { db, workspaceId, clock, member } = desk;
  await late(desk, 'Acme Ltd');
  await late(desk, 'Bolt Ltd', 'Southwind Ltd');
  await late(desk, 'Cole Ltd', 'Southwind Ltd');
  await paymentsKnownUntil(db, workspaceId, '2026-11-23');
  await paymentsKnownUntil(db, workspaceId, '2026-11-16', 'Southwind Ltd');
  const undone = await paymentsKnownUntil(db, workspaceId, '2026-11-20', 'Southwind Ltd');
  await db.prisma.ledgerImport.update({
    where: { id: undone },
    data: { status: 'undone', undoneAt: clock.now() },
  });
  await desk.settle();
  const names = new Map((await db.prisma.debtor.findMany()).map(({ id, name }) => [id, name]));
  const noticed = async () =>
    (await prompts(desk, 'notice')).map(({ debtorId }) => names.get(debtorId)).sort();
  expect(await noticed()).toEqual(['Acme Ltd']);
  const [asked, ...others] = await prompts(desk, 'freshness');
  expect(others).toEqual([]);
  expect(asked?.memberId).toBe(member.fiona);
  expect(JSON.stringify(asked?.details)).toContain('Payments to Southwind Ltd are known only up to');

  const workspace = await desk.workspace();
  const day = dayOf('2026-11-23');
  const { standing } = await db.transaction((tx) => dailyFacts(tx, { workspace, day, today: day }));
  expect(standing?.freshness).toEqual([
    { name: 'Southwind Ltd', until: dayOf('2026-11-16') },
    { name: 'Northwind Ltd', until: day },
  ]);

  const finance = await db.prisma.member.findUniqueOrThrow({ where: { id: member.fiona } });
  const now = clock.now();
  const said = await confirmFreshness(db, { workspace, member: finance, promptId: asked?.id, now });
  expect(said).toContain('Southwind Ltd');
  await desk.settle();
  expect(await noticed()).toEqual(['Acme Ltd', 'Bolt Ltd', 'Cole Ltd']);
});

it('says that payments are fresh on a prompt that asks for it, on no other', async () => {
  const desk = await callDesk();
  const { db, workspaceId, clock, member } = desk;
  const debtor = await aDebtor(db, workspaceId, { name: 'Acme' });
  const workspace = await desk.workspace();
  const call = { workspace, debtorId: debtor.id, key: 'call', kind: 'call', memberId: member.colin } as const;
  const promptId = await db.transaction((tx) => openPrompt(tx, { ...call, reasons: [], now: clock.now() }));
  const finance = await db.prisma.member.findUniqueOrThrow({ where: { id: member.fiona } });
  await expect(
    confirmFreshness(db, { workspace, member: finance, promptId, now: clock.now() }),
  ).rejects.toMatchObject({ code: 'prompt_not_found' });
  expect(await db.prisma.prompt.findFirst()).toMatchObject({ state: 'open' });
  expect(await db.prisma.ledgerImport.count()).toBe(0);
});

it('waits for an account that somebody works on before it holds a later one', async () => {
  const desk = await callDesk();
  await late(desk, 'Acme Ltd');
  await late(desk, 'Bolt Ltd');
  const { db, member, clock } = desk;
  const [first, last] = await db.prisma.debtor.findMany({ orderBy: { id: 'asc' } });
  // the physical order is the other way round, so that an update without an order would begin with the last
  await db.prisma.debtor.update({ where: { id: first?.id ?? '' }, data: { name: 'Acme & Co' } });
  const finance = await db.prisma.member.findUniqueOrThrow({ where: { id: member.fiona } });
  const workspace = await desk.workspace();
  let confirming: Promise<string> | undefined;
  await db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, first?.id ?? '');
    confirming = confirmFreshness(db, { workspace, member: finance, now: clock.now() });
    await somebodyWaits(db);
    await tx.execute('SELECT id FROM debtor WHERE id = $1 FOR UPDATE NOWAIT', [last?.id]);
  });
  expect(await confirming).toContain('up to date');
});

it('a statement with a line that cannot be read, one that breaks off and one that ended weeks ago let no harsh step go on; one read whole does', async () => {
  const desk = await callDesk();
  await late(desk, 'Acme Ltd');
  await paymentsKnownUntil(desk.db, desk.workspaceId, '2026-11-10');
  const bookedBy = async (...lines: string[]) => {
    const text = ['date;payer;reference;amount;currency', ...lines].join('\n');
    const file = { name: 'bank.csv', stream: Readable.from([text]) };
    const now = desk.clock.now();
    const { sentences } = await importLedger({ db: desk.db, workspace: await desk.workspace(), file, now });
    await desk.settle();
    return sentences.join(' ');
  };
  const unread = '99.99.2026;Acme;INV-1;900.00;GBP';
  expect(await bookedBy(unread)).toContain('Nothing could be taken from this file');
  await bookedBy(unread, '2026-11-23;Kea Cafe;thanks;5.00;GBP');
  await bookedBy('2026-11-23;Kea Cafe;thanks;6.00;GBP', '2026-11-23;"Acme;INV-1;900.00;GBP');
  await bookedBy('2026-11-03;Kea Cafe;thanks;7.00;GBP');
  expect(await prompts(desk, 'notice')).toEqual([]);
  expect(await prompts(desk, 'freshness')).toHaveLength(1);

  await bookedBy('2026-11-03;Kea Cafe;thanks;8.00;GBP', '2026-11-20;Kea Cafe;thanks;9.00;GBP');
  await desk.move('2026-11-24T09:30:00Z');
  expect(await prompts(desk, 'notice')).toHaveLength(1);
});
