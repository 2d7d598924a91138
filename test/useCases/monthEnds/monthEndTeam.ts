import { aDebtor, type DebtorPlan } from '../../support/aDebtor.ts';
import { type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

export const jane = {
  name: 'Jane Miller',
  role: 'payables',
  email: 'jane@acme.example',
  phone: '+44 20 7946 0000',
};
/** After hours, before the month ends. */
export const FRIDAY = '2026-11-27T17:00:00Z';
/** Monday 30 November 2026, the last business day of the month. */
export const MONTH_END = '2026-11-30T09:00:00Z';

/** A customer of Colin's with something open that the ladder does not speak of at the end of November. */
export function customer(team: NoticeTeam, plan: Partial<DebtorPlan> = {}) {
  const invoices = [{ number: `INV-${plan.name ?? 'Acme'}`, due: '2026-12-21', amount: 48_000 }];
  return aDebtor(team.db, team.workspaceId, {
    name: 'Acme Rooms',
    ownerId: team.member.colin,
    contacts: [jane],
    invoices,
    ...plan,
  });
}

/** Northwind's team, which sends statements unless told otherwise. */
export async function monthEndTeam({ statements = true, start = FRIDAY } = {}): Promise<NoticeTeam> {
  const here = await noticeTeam({ start, settings: { statements } });
  await here.db.prisma.creditor.create({
    data: {
      id: 'northwind',
      workspaceId: here.workspaceId,
      name: 'Northwind Ltd',
      email: 'credit@northwind.example',
    },
  });
  return here;
}

/** What became of the month for each account. */
export const ends = (here: NoticeTeam) =>
  here.db.prisma.monthEnd.findMany({ select: { debtorId: true, statement: true, why: true } });
