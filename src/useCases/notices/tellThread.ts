import type { Text } from '../../../blocks/Markup.ts';
import { message } from '../../../blocks/message.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { approvalKey, approvalsChannel } from './approvalPlace.ts';

/** Adds a line to the thread of a request. `what` names the line: the same is told once. */
export async function tellThread(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    approvalId: string;
    what: string;
    text: Text;
    now: Date;
  },
): Promise<void> {
  const { workspace, approvalId, what, text, now } = options;
  const threadOf = approvalKey(approvalId);
  await enqueue(
    tx,
    {
      workspaceId: workspace.id,
      key: `story:${threadOf}:${what}`,
      payload: { kind: 'slack_post', channel: approvalsChannel(workspace), ...message({ text }), threadOf },
    },
    now,
  );
}
