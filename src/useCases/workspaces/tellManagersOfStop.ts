import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import type { Tx } from '../../db/client.ts';
import type { Stop } from '../../delivery/Delivery.ts';
import { enqueue } from '../../delivery/enqueue.ts';

/** Tells the managers, each by direct message, that a place on Slack takes no messages any more, and how to mend it. */
export async function tellManagersOfStop(tx: Tx, { stop, now }: { stop: Stop; now: Date }): Promise<void> {
  if (stop.lane === '*') return; // nobody there can be reached
  const managers = await tx.prisma.member.findMany({
    where: { workspaceId: stop.workspaceId, role: 'manager', leftAt: null, slackUserId: { not: stop.lane } },
  });
  const text = mrkdwn`I cannot post to ${stop.lane} any more (${stop.error}). What is to be said there waits, for a week: it is posted once I am invited again, or another channel is chosen in \`/debt settings\`. \`duly doctor\` shows details.`;
  for (const manager of managers) {
    await enqueue(
      tx,
      {
        workspaceId: stop.workspaceId,
        key: `stopped:${stop.lane}:${now.toISOString()}:${manager.id}`,
        payload: { kind: 'slack_post', channel: manager.slackUserId, ...message({ text }) },
      },
      now,
    );
  }
}
