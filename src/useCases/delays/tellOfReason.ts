import type { Text } from '../../../blocks/Markup.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { isOwnReason, ownReasons } from '../../core/delayReasons.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';

/** Tells members, each once by key, what became of a reason for the delay that was ours to mend. Returns the ids of those who are still there. */
export async function tellOfReason(
  tx: Tx,
  telling: {
    readonly workspace: WorkspaceContext;
    readonly debtorId: string;
    readonly reason: string;
    readonly memberIds: readonly string[];
    readonly what: Text;
    readonly key: string;
    readonly now: Date;
  },
): Promise<string[]> {
  const { workspace, debtorId, reason, memberIds, what, key, now } = telling;
  const told = await tx.prisma.member.findMany({
    where: { workspaceId: workspace.id, id: { in: [...memberIds] }, leftAt: null },
    orderBy: { id: 'asc' },
  });
  const { name } = await tx.prisma.debtor.findFirstOrThrow({
    where: { id: debtorId, workspaceId: workspace.id },
  });
  const wrong = isOwnReason(reason) ? ownReasons[reason].wrong : reason;
  const text = mrkdwn`*${name}* said that ${wrong}. ${what}`;
  for (const { id, slackUserId } of told) {
    const payload = { kind: 'slack_post' as const, channel: slackUserId, ...message({ text }) };
    await enqueue(tx, { workspaceId: workspace.id, key: `${key}:${id}`, payload }, now);
  }
  return told.map(({ id }) => id);
}
