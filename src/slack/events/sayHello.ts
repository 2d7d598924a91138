import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Asker } from '../Asker.ts';

/** Greets a member in their direct message, once and for all. */
export async function sayHello({ deps, workspace, member, now }: Asker): Promise<void> {
  const said = message({
    text: mrkdwn`Hello ${member.name}. Here you get your list for the day; write to me as you would with \`/debt\`: *show acme*, *list mine*, *why acme*, or *help* for everything I can do.`,
  });
  const payload = { kind: 'slack_post' as const, channel: member.slackUserId, ...said };
  const greeted = await deps.db.transaction((tx) =>
    enqueue(tx, { workspaceId: workspace.id, key: `hello:${member.id}`, payload }, now),
  );
  if (greeted) deps.wake();
}
