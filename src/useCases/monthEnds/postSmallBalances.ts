import { smallBalancesMessage } from '../../../blocks/lists/smallBalancesMessage.ts';
import { isoDay } from '../../core/day.ts';
import type { MonthEnd } from '../../core/monthEnd.ts';
import { rightPerson } from '../../core/rightPerson.ts';
import type { Tx } from '../../db/client.ts';
import { loadMemberFacts } from '../../db/memberFacts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { loadSmallBalances } from '../writeOffs/loadSmallBalances.ts';

/** Sends finance the list of small balances, once a month, in a direct message; nothing where there are none. */
export async function postSmallBalances(
  tx: Tx,
  { workspace, end, now }: { workspace: WorkspaceContext; end: MonthEnd; now: Date },
): Promise<void> {
  const members = await loadMemberFacts(tx, workspace, now);
  const { memberId } = rightPerson({ asks: 'finance', debtor: {}, members, cannotWait: true });
  if (memberId === undefined) return;
  const member = await tx.prisma.member.findUniqueOrThrow({ where: { id: memberId } });
  const view = await loadSmallBalances(tx, { workspace, page: 0, member, now });
  if (view.total === 0) return;
  await enqueue(
    tx,
    {
      workspaceId: workspace.id,
      key: `small_balances:${isoDay(end.month)}`,
      payload: { kind: 'slack_post', channel: member.slackUserId, ...smallBalancesMessage(view) },
    },
    now,
  );
}
