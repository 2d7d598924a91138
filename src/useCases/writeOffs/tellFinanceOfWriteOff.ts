import { loggedMessage } from '../../../blocks/calls/loggedMessage.ts';
import { rightPerson } from '../../core/rightPerson.ts';
import type { Tx } from '../../db/client.ts';
import { debtorOf } from '../../db/debtors.ts';
import { loadMemberFacts } from '../../db/memberFacts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { describeWriteOff } from './describeWriteOff.ts';

/**
 * Tells finance in a direct message, once, that a manager agreed to what an activity proposed to write off, since the ledger has to do it; or that it
 * was taken back. Nobody is told where nobody is there but whoever did it.
 */
export async function tellFinanceOfWriteOff(
  tx: Tx,
  news: {
    readonly workspace: WorkspaceContext;
    readonly debtorId: string;
    /** what proposed it */
    readonly activityId: string;
    readonly became: 'agreed' | 'taken_back';
    readonly by: Member;
    readonly now: Date;
  },
): Promise<void> {
  const { workspace, debtorId, activityId, became, by, now } = news;
  const workspaceId = workspace.id;
  const members = await loadMemberFacts(tx, workspace, now);
  const { memberId } = rightPerson({ asks: 'finance', debtor: {}, members, cannotWait: true });
  if (memberId === undefined || memberId === by.id) return;
  const { slackUserId } = await tx.prisma.member.findUniqueOrThrow({ where: { id: memberId } });
  const { name: debtorName } = await debtorOf(tx, workspaceId, debtorId);
  const what = await described(tx, news);
  const said =
    became === 'agreed'
      ? `${what} is agreed: nobody asks for it any more. Please write it off in the ledger; the next import shows it here.`
      : `${what} was agreed, and ${by.name} took it back: it is collected again. Please leave it open in the ledger.`;
  const told = loggedMessage({ debtorId, debtorName, said: [said], next: [] });
  const payload = { kind: 'slack_post' as const, channel: slackUserId, ...told };
  await enqueue(tx, { workspaceId, key: `write_off_${became}:${activityId}`, payload }, now);
}

async function described(
  tx: Tx,
  { workspace, activityId }: { workspace: WorkspaceContext; activityId: string },
): Promise<string> {
  const workspaceId = workspace.id;
  const decided = await tx.prisma.writeOff.findMany({
    where: { workspaceId, activityId, decidedAt: { not: null } },
  });
  const invoices = await tx.prisma.invoice.findMany({
    where: { workspaceId, id: { in: decided.map(({ invoiceId }) => invoiceId) } },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
    select: { id: true, number: true },
  });
  const listed = invoices.flatMap(({ id, number }) =>
    decided.flatMap(({ invoiceId, amount, currency }) =>
      invoiceId === id ? [{ number, amount, currency }] : [],
    ),
  );
  return describeWriteOff(listed, workspace.locale);
}
