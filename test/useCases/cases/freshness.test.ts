import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { confirmFreshness } from '../../../src/useCases/ledger/confirmFreshness.ts';
import { aDebtor } from '../../support/aDebtor.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';

/** An invoice 60 days late whose customer was called for a firm date; nothing was imported for weeks. */
async function late(desk: CallDesk, name: string): Promise<void> {
  const { db, workspaceId, clock, member } = desk;
  const debtor = await aDebtor(db, workspaceId, {
    name,
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
