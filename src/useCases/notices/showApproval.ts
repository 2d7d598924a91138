import { approvalMessage } from '../../../blocks/approvals/approvalMessage.ts';
import { newId } from '../../core/newId.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { approvalKey, approvalsChannel } from './approvalPlace.ts';
import { APPROVE, DECLINE } from './decisionEmoji.ts';
import { loadApprovalView } from './loadApprovalView.ts';

/** Shows a request as it stands in this transaction: posted with ✅ and ❌ under it, then updated in place. */
export async function showApproval(
  tx: Tx,
  options: { workspace: WorkspaceContext; approvalId: string; now: Date },
): Promise<void> {
  const { workspace, approvalId, now } = options;
  const messageKey = approvalKey(approvalId);
  const { view, needs } = await loadApprovalView(tx, options);
  await tx.prisma.approval.update({ where: { id: approvalId }, data: { shownNeeds: needs } });
  const shown = approvalMessage(view);
  const posted = await enqueue(
    tx,
    {
      workspaceId: workspace.id,
      key: `post:${messageKey}`,
      messageKey,
      payload: {
        kind: 'slack_post',
        channel: approvalsChannel(workspace),
        ...shown,
        reactions: [APPROVE, DECLINE],
      },
    },
    now,
  );
  if (posted) return;
  await enqueue(
    tx,
    {
      workspaceId: workspace.id,
      key: `update:${messageKey}:${newId()}`,
      messageKey,
      payload: { kind: 'slack_update', ...shown },
    },
    now,
  );
}
