import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import type { PlannedDebtor } from '../../support/aDebtor.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';
import { acme, logs } from '../calls/callTeam.ts';

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
