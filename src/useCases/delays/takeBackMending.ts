import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';
import type { CallTrace } from '../calls/callConsequences.ts';
import { tellOfReason } from './tellOfReason.ts';

/** That a reason for the delay was mended is undone: whoever was told so is told that it is not. */
export async function takeBackMending(
  tx: Tx,
  { workspace, activity, now }: { workspace: WorkspaceContext; activity: Activity; now: Date },
): Promise<void> {
  const { mended, toldOfMending = [] } = activity.details as CallTrace & { mended?: string };
  if (mended === undefined) return;
  await tellOfReason(tx, {
    workspace,
    debtorId: activity.debtorId,
    reason: mended,
    memberIds: toldOfMending,
    what: mrkdwn`What you were told of it was taken back: it is looked into again.`,
    key: `not_mended:${activity.id}`,
    now,
  });
}
