import type { SlackMessage } from '../../../blocks/message.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Asker } from '../Asker.ts';
import type { Answer } from '../handlers.ts';

/**
 * Answers an event in a channel or, with a member's id, in the direct message with them; in a thread when `threadOf` names
 * a message. The same event delivered twice is answered once, since its answers have the same keys.
 */
export function answerByPost(
  { deps, workspace, now }: Asker,
  to: { readonly eventId: string; readonly channel: string; readonly threadOf?: string },
): Answer {
  let said = 0;
  return async ({ text, blocks }: SlackMessage) => {
    said += 1;
    const { channel, threadOf } = to;
    const key = `answer:${to.eventId}:${channel}:${said}`;
    const payload = { kind: 'slack_post' as const, channel, text, blocks, ...(threadOf && { threadOf }) };
    await deps.db.transaction((tx) => enqueue(tx, { workspaceId: workspace.id, key, payload }, now));
    deps.wake();
  };
}
