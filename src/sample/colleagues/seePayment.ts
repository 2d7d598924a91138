import { logAgreement } from '../../useCases/agreements/logAgreement.ts';
import { waitForSeenPayment } from '../../useCases/holds/waitForPayment.ts';
import type { Doing } from './Doing.ts';

/** Finance sees at the bank what the oldest open invoice still asks for, once. False: it was noted before, or nothing is open. */
export async function seePayment({ db, workspace, member, debtorId, now }: Doing): Promise<boolean> {
  const key = `sample:colleague:payment_seen:${debtorId}`;
  if ((await db.prisma.activity.count({ where: { workspaceId: workspace.id, key } })) > 0) return false;
  const oldest = await db.prisma.invoice.findFirst({
    where: { workspaceId: workspace.id, debtorId, outstanding: { gt: 0 } },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
  });
  if (!oldest) return false;
  const logging = { workspace, member, debtorId, key, now, outcome: 'payment_seen' as const };
  await logAgreement(db, logging, async (tx, recording) => ({
    said: await waitForSeenPayment(tx, recording, {
      currency: oldest.currency,
      amount: oldest.outstanding,
    }),
  }));
  return true;
}
