import { missPayment } from '../../useCases/holds/missPayment.ts';
import type { Doing } from './Doing.ts';

/** Finance cannot find what the customer says to have paid. False: nobody asks this member for it, or it was found. */
export async function missClaimed({ db, workspace, member, debtorId, now }: Doing): Promise<boolean> {
  const prompt = await db.prisma.prompt.findFirst({
    where: {
      ...{ workspaceId: workspace.id, debtorId, memberId: member.id },
      ...{ kind: 'find_payment', state: 'open' },
    },
  });
  if (!prompt) return false;
  await missPayment(db, { workspace, member, promptId: prompt.id, now });
  return true;
}
