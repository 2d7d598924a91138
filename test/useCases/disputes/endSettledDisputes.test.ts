import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { undoPreview } from '../../../src/useCases/ledger/undoPreview.ts';
import type { PlannedDebtor } from '../../support/aDebtor.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';
import { acme, bounces, logs, memberOf } from '../calls/callTeam.ts';
import { bringIn, fileOf, takeBack } from '../ledger/ledgerKit.ts';

const TODAY = dateOfDay(dayOf('2026-11-23'));

/** Acme contests £100.00 of INV-1, or all of it. */
async function contests(team: CallDesk, amount?: bigint): Promise<PlannedDebtor & { invoiceId: string }> {
  const debtor = await acme(team);
  const invoiceId = debtor.invoiceIds[0] ?? '';
  const dispute = { invoiceId, reason: 'price' as const, amount };
  await logs(team, 'colin', { debtorId: debtor.id, outcome: 'disputes', dispute });
  return { ...debtor, invoiceId };
}

/** A credit note takes so many pence off INV-1. */
async function isCredited({ db, workspaceId, clock }: CallDesk, invoiceId: string, amount: bigint) {
  const invoice = await db.prisma.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  const creditNoteId = newId();
  const recordedAt = clock.now();
  await db.transaction(async ({ prisma }) => {
    await prisma.invoice.create({
      data: {
        ...{ ...invoice, id: creditNoteId, number: 'CN-1', kind: 'credit_note', recordedAt },
        ...{ amount: -amount, outstanding: -amount, issuedOn: TODAY, dueOn: TODAY },
      },
    });
    await prisma.allocation.create({
      data: {
        ...{ id: newId(), workspaceId, creditNoteId, invoiceId, amount, effectiveOn: TODAY, recordedAt },
      },
    });
  });
}

const disputes = ({ db }: CallDesk) => db.prisma.dispute.findMany();
const asked = async ({ db }: CallDesk, kind: string) =>
  (await db.prisma.prompt.findMany({ where: { kind } })).map(({ state }) => state);

it('what was contested is paid: the dispute is over, for us, and stays so', async () => {
  const team = await callDesk();
  const debtor = await contests(team);
  expect(await disputes(team)).toMatchObject([{ whole: true, endedOn: null }]);
  await team.pays(debtor, debtor.invoiceId, 84_049n);
  expect(await disputes(team)).toMatchObject([{ endedOn: null }]);
  await team.pays(debtor, debtor.invoiceId);
  const over = [{ endedOn: TODAY, outcome: 'for_us', conceded: 0n }];
  expect(await disputes(team)).toMatchObject(over);
  await team.move('2026-11-24T09:30:00Z');
  expect(await disputes(team)).toMatchObject(over);
});

it('a credit note takes the contested part away and the rest is paid: it ended for the customer', async () => {
  const team = await callDesk();
  const debtor = await contests(team, 10_000n);
  await isCredited(team, debtor.invoiceId, 10_000n);
  await team.pays(debtor, debtor.invoiceId);
  expect(await disputes(team)).toMatchObject([{ outcome: 'for_customer', conceded: 10_000n }]);
});

it('a credit note for less than was contested: it ended in part', async () => {
  const team = await callDesk();
  const debtor = await contests(team, 10_000n);
  await isCredited(team, debtor.invoiceId, 4_000n);
  await team.pays(debtor, debtor.invoiceId);
  expect(await disputes(team)).toMatchObject([{ outcome: 'in_part', conceded: 4_000n }]);
});

it('the bank takes back what had settled it: the dispute stands again as if it had never ended, and who settles it is asked again', async () => {
  const team = await callDesk();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 84_050 }] });
  const invoiceId = debtor.invoiceIds[0] ?? '';
  const dispute = { invoiceId, reason: 'price' as const, targetOn: dayOf('2026-12-01') };
  await logs(team, 'colin', { debtorId: debtor.id, outcome: 'disputes', dispute });
  await team.move('2026-12-03T10:00:00Z');
  expect(await asked(team, 'dispute_due')).toEqual(['open']);
  await team.pays(debtor, invoiceId);
  expect(await disputes(team)).toMatchObject([{ outcome: 'for_us' }]);
  expect(await asked(team, 'dispute_due')).toEqual(['overtaken']);
  await team.move('2026-12-15T10:00:00Z');
  await bounces(team, debtor.id);
  expect(await disputes(team)).toMatchObject([{ endedOn: null, outcome: null, conceded: null }]);
  expect(await asked(team, 'dispute_due')).toEqual(['open']);
  // none of its days has returned: nobody is asked to call for a firm date
  expect(await asked(team, 'call')).not.toContain('open');
  await team.pays(debtor, invoiceId);
  expect(await disputes(team)).toMatchObject([{ outcome: 'for_us' }]);
});

it('a credit note took what was contested, and the bank takes the rest back: nothing is in dispute again', async () => {
  const team = await callDesk();
  const debtor = await contests(team, 10_000n);
  await isCredited(team, debtor.invoiceId, 10_000n);
  await team.pays(debtor, debtor.invoiceId);
  await bounces(team, debtor.id);
  expect(await disputes(team)).toMatchObject([{ outcome: 'for_customer', endedOn: TODAY }]);
});

it('a dispute that was logged by mistake and taken back does not stand again', async () => {
  const team = await callDesk();
  const debtor = await contests(team);
  await team.pays(debtor, debtor.invoiceId);
  const { id: activityId } = await team.db.prisma.activity.findFirstOrThrow({
    where: { outcome: 'disputes' },
  });
  const member = await memberOf(team, 'colin');
  const workspace = await team.workspace();
  await undoActivity(team.db, { workspace, member, activityId, now: team.clock.now() });
  await bounces(team, debtor.id);
  expect(await disputes(team)).toMatchObject([{ endedOn: TODAY, endedWithInvoice: false }]);
});

it('an import that had ended disputes and waits is undone: it says so before and after, and they stand again', async () => {
  const team = await callDesk();
  const { db, clock } = team;
  const debtor = await contests(team);
  await logs(team, 'colin', { debtorId: debtor.id, outcome: 'paid' });
  await team.move('2026-11-23T13:00:00Z');
  const statement = fileOf([
    'date,payer,reference,amount',
    '2026-11-23,Acme Rooms,INV-1,840.50',
    '2026-11-23,Acme Rooms,INV-2,444',
  ]);
  const { importId } = await bringIn(db, statement, { currency: 'GBP', now: clock.now() });
  await team.settle();
  expect(await disputes(team)).toMatchObject([{ outcome: 'for_us' }]);
  expect(await db.prisma.hold.findMany()).toMatchObject([{ confirmed: true }]);
  const undoing = { workspace: await team.workspace(), importId, individuals: true, now: clock.now() };
  const lines = [
    '1 dispute, 1 wait for a payment.',
    'Acme Rooms · invoice INV-1 in dispute',
    'Acme Rooms · said to be paid',
  ];
  const before = (await undoPreview(db, undoing)).sentences;
  expect(before).toEqual(
    expect.arrayContaining([`It had ended what would stand again: ${lines[0]}`, ...lines.slice(1)]),
  );
  const { sentences } = await takeBack(db, importId, { now: clock.now() });
  expect(sentences).toEqual(
    expect.arrayContaining([`It had ended what stands again: ${lines[0]}`, ...lines.slice(1)]),
  );
  await team.settle();
  expect(await disputes(team)).toMatchObject([{ endedOn: null }]);
  expect(await db.prisma.hold.findMany()).toMatchObject([{ endedOn: null, confirmed: false }]);
  expect(await asked(team, 'find_payment')).toEqual(['open']);
});
