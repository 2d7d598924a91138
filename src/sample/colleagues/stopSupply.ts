import { recordCreditHoldSet } from '../../useCases/creditHolds/recordCreditHoldSet.ts';
import type { Doing } from './Doing.ts';

/** Stops supply in the order system, as approved, and records it. Only where this member is asked to; false: left alone. */
export async function stopSupply({ db, workspace, member, debtorId, now }: Doing): Promise<boolean> {
  const prompt = await db.prisma.prompt.findFirst({
    where: {
      ...{ workspaceId: workspace.id, debtorId, memberId: member.id },
      ...{ kind: 'set_credit_hold', state: 'open' },
    },
  });
  if (!prompt) return false;
  await recordCreditHoldSet(db, { workspace, member, promptId: prompt.id, now });
  return true;
}
