import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { reviewSoon } from '../../../src/db/debtors.ts';
import type { Member } from '../../../src/generated/prisma/client.ts';
import type { CallLog } from '../../../src/useCases/calls/CallLog.ts';
import { logCall } from '../../../src/useCases/calls/logCall.ts';
import { aDebtor, type DebtorPlan, type PlannedDebtor } from '../../support/aDebtor.ts';
import type { Name } from '../../support/sampleTeam.ts';
import type { CallDesk } from './callDesk.ts';

/** Who logs calls: the team at its desks, or at its Slack. */
export type Desk = Pick<CallDesk, 'db' | 'workspaceId' | 'member' | 'workspace' | 'settle'> & {
  readonly clock: { now(): Date };
};

/** Acme of Colin's, 39 days late with £1,284.50 on two invoices, on Monday 23 November 2026: the call for a firm date is due. */
export async function acme(team: Desk, plan: Partial<DebtorPlan> = {}): Promise<PlannedDebtor> {
  const debtor = await aDebtor(team.db, team.workspaceId, {
    name: 'Acme Rooms',
    account: 'ACME-01',
    ownerId: team.member.colin,
    invoices: [
      { number: 'INV-1', due: '2026-10-15', amount: 84_050 },
      { number: 'INV-2', due: '2026-10-20', amount: 44_400 },
    ],
    contacts: [
      { name: 'Jane Miller', role: 'payables', phone: '+44 20 7946 0000', email: 'jane@acme.example' },
    ],
    ...plan,
  });
  await team.settle();
  return debtor;
}

export function memberOf(team: Desk, name: Name): Promise<Member> {
  return team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member[name] } });
}

/** A call just made, logged by somebody; what it sets off is done. */
export async function logs(
  team: Desk,
  who: Name,
  call: Partial<CallLog> & Pick<CallLog, 'debtorId' | 'outcome'>,
  key: string = newId(),
) {
  const now = team.clock.now();
  const logged = await logCall(team.db, {
    workspace: await team.workspace(),
    member: await memberOf(team, who),
    call: { direction: 'out', at: now, ...call },
    key,
    now,
  });
  await team.settle();
  return logged;
}

/** A promise of so many minor units of pounds by a day, as a transfer, for everything overdue. */
export function promised(debtorId: string, amount: number, on: string): CallLog {
  const promise = {
    currency: 'GBP',
    amount: BigInt(amount),
    on,
    method: 'transfer' as const,
    invoiceIds: [],
  };
  return { debtorId, outcome: 'promised', direction: 'out', at: new Date(0), promise };
}

/** The bank takes a payment back, wholly, today. */
export async function bounces(team: Desk, debtorId: string): Promise<void> {
  await team.db.transaction(async (tx) => {
    const payment = await tx.prisma.payment.findFirstOrThrow({ where: { debtorId, amount: { gt: 0 } } });
    const allocations = await tx.prisma.allocation.findMany({ where: { paymentId: payment.id } });
    const id = newId();
    const recordedAt = team.clock.now();
    const on = dateOfDay(dayOf(recordedAt.toISOString().slice(0, 10)));
    const { workspaceId, creditorId, currency } = payment;
    await tx.prisma.payment.create({
      data: {
        ...{ id, workspaceId, creditorId, debtorId, currency, recordedAt },
        amount: -payment.amount,
        unapplied: -payment.amount,
        valueOn: on,
        origin: 'bank',
        reversesId: payment.id,
        key: `bounce:${id}`,
      },
    });
    for (const { invoiceId, amount } of allocations) {
      await tx.prisma.allocation.create({
        data: {
          ...{ id: newId(), workspaceId, paymentId: id, invoiceId, recordedAt },
          amount: -amount,
          effectiveOn: on,
        },
      });
    }
    await reviewSoon(tx, workspaceId, debtorId, recordedAt);
  });
  await team.settle();
}
