import { placeCash } from '../../useCases/payments/placeCash.ts';
import type { Doing } from './Doing.ts';

/** Finance says that money which pays nothing yet is for something else. False: nobody asks this member. */
export async function keepApart({ db, workspace, member, debtorId, now }: Doing): Promise<boolean> {
  const prompt = await db.prisma.prompt.findFirst({
    where: {
      ...{ workspaceId: workspace.id, debtorId, memberId: member.id },
      ...{ kind: 'unplaced_cash', state: 'open' },
    },
  });
  if (!prompt) return false;
  await placeCash(db, { workspace, member, promptId: prompt.id, purpose: 'other', now });
  return true;
}
