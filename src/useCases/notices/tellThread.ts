import type { Text } from '../../../blocks/Markup.ts';
import { message, type SlackMessage } from '../../../blocks/message.ts';
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
    /** one line, or a message that says it */
    text: Text | SlackMessage;
    now: Date;
  },
): Promise<void> {
  const { workspace, approvalId, what, text, now } = options;
  const shown = typeof text === 'object' && 'blocks' in text ? text : message({ text });
  const threadOf = approvalKey(approvalId);
  await enqueue(
    tx,
    {
      workspaceId: workspace.id,
      key: `story:${threadOf}:${what}`,
      payload: { kind: 'slack_post', channel: approvalsChannel(workspace), ...shown, threadOf },
    },
    now,
  );
}
