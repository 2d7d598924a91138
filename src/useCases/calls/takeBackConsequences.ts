import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity, Member } from '../../generated/prisma/client.ts';
import { takeBackAgreements } from '../agreements/takeBackAgreements.ts';
import { keepStopped } from '../conditions/keepStopped.ts';
import { takeBackConditions } from '../conditions/takeBackConditions.ts';
import { takeBackContactMarks } from '../contacts/takeBackContactMarks.ts';
import { takeBackVerified } from '../contacts/verifyContact.ts';
import { takeBackMending } from '../delays/takeBackMending.ts';
import { takeBackReason } from '../delays/takeBackReason.ts';
import { takeBackDisputes } from '../disputes/takeBackDisputes.ts';
import { takeBackHolds } from '../holds/takeBackHolds.ts';
import { takeBackCameBack } from '../notices/takeBackCameBack.ts';
import { takeBackPrompt } from '../prompts/takeBackPrompt.ts';
import { takeBackOwnCameBack } from '../replies/takeBackOwnCameBack.ts';
import { withdrawWriteOffs } from '../writeOffs/withdrawWriteOffs.ts';
import type { CallTrace } from './callConsequences.ts';
import { reopenAnswered } from './reopenAnswered.ts';

/** All that an activity led to is taken back, and the prompts that it answered are open again. The caller holds the debtor's lock. */
export async function takeBackConsequences(
  tx: Tx,
  undone: { workspace: WorkspaceContext; member: Member; activity: Activity; now: Date },
): Promise<void> {
  const { workspace, activity, now } = undone;
  const {
    replacedPromises = [],
    confirmedPromises = [],
    endedHolds = [],
    endedDisputes = [],
    endedConditions = [],
    foundDead = false,
    deadAddresses = [],
    leftContacts = [],
    verified,
    cameBack,
    ownCameBack,
    placedPayments = [],
  } = activity.details as CallTrace;
  await takeBackAgreements(tx, { ...undone, replacedPromises, confirmedPromises });
  await takeBackDisputes(tx, { ...undone, endedDisputes });
  await takeBackHolds(tx, { ...undone, endedHolds });
  await withdrawWriteOffs(tx, undone);
  await takeBackConditions(tx, { ...undone, endedConditions });
  await takeBackReason(tx, undone);
  await takeBackMending(tx, undone);
  await tx.prisma.payment.updateMany({
    where: { workspaceId: workspace.id, debtorId: activity.debtorId, id: { in: [...placedPayments] } },
    data: { meantFor: null, meantForAt: null },
  });
  for (const asked of ['call_back', 'reply', 'find_payment'])
    await takeBackPrompt(tx, { workspace, key: `${asked}:${activity.id}`, now });
  await takeBackContactMarks(tx, { ...undone, foundDead, deadAddresses, leftContacts });
  if (verified) await takeBackVerified(tx, { workspaceId: workspace.id, verified });
  if (cameBack) await takeBackCameBack(tx, { workspace, cameBack, now });
  if (ownCameBack) await takeBackOwnCameBack(tx, { workspace, ownCameBack, now });
  await reopenAnswered(tx, { workspace, activity, now });
  await keepStopped(tx, { workspace, debtorId: activity.debtorId, now });
}
