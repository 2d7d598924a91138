import { proposeCreditHold } from '../../useCases/creditHolds/proposeCreditHold.ts';
import type { Doing } from './Doing.ts';

/** Asks a manager to stop supply. Only where this member is asked to weigh it; false: left alone. */
export async function proposeStop({ db, workspace, member, debtorId, now }: Doing): Promise<boolean> {
  const prompt = await db.prisma.prompt.findFirst({
    where: {
      ...{ workspaceId: workspace.id, debtorId, memberId: member.id },
      ...{ kind: 'credit_hold', state: 'open' },
    },
  });
  if (!prompt) return false;
  await proposeCreditHold(db, {
    ...{ workspace, member, promptId: prompt.id, now },
    mayStop: true,
    plan: {
      right: 'Clause 9 of our terms: no further supply while an invoice is over 60 days late',
      openOrders: 'One, for tents: packed, not yet with the carrier',
      accountManagerView: 'Daniel says to hold it: they restock for the season and will want it soon',
    },
  });
  return true;
}
