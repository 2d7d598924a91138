import { loggedMessage } from '../../../blocks/calls/loggedMessage.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { loadAccount } from '../accounts/loadAccount.ts';
import { confirmationsOffered } from '../promises/confirmationsOffered.ts';

interface Decided {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  /** what was decided on, by its id */
  readonly subject: Readonly<Partial<Record<'promiseId' | 'planId' | 'holdId' | 'writeOffId', string>>>;
  /** as a sentence */
  readonly outcome: string;
  readonly agrees: boolean;
  readonly by: Member;
  readonly now: Date;
}

/**
 * Tells whoever recorded it, once, what a manager decided: the customer waits for the answer. A promise or plan that was agreed to may be
 * confirmed by mail from there. Nobody where the manager recorded it, or who did has left.
 */
export async function tellProposer(tx: Tx, decided: Decided): Promise<void> {
  const { workspace, debtorId, outcome, agrees, by, now } = decided;
  const workspaceId = workspace.id;
  const activityId = await activityOf(tx, decided);
  if (!activityId) return;
  const activity = await tx.prisma.activity.findFirst({ where: { id: activityId, workspaceId } });
  if (!activity?.memberId || activity.memberId === by.id) return;
  const proposer = await tx.prisma.member.findFirst({
    where: { id: activity.memberId, workspaceId, leftAt: null },
  });
  if (!proposer) return;
  const account = await loadAccount(tx, { workspace, debtorId, now });
  const [confirms] = agrees
    ? await confirmationsOffered(tx, { workspace, member: proposer, account, activityId })
    : [];
  const told = loggedMessage({
    debtorId,
    debtorName: account.record.name,
    said: [outcome],
    next: [],
    confirms,
  });
  const payload = { kind: 'slack_post' as const, channel: proposer.slackUserId, ...told };
  await enqueue(tx, { workspaceId, key: `decided:${activityId}`, payload }, now);
}

/** The entry that recorded it; of old records none is known. */
async function activityOf(tx: Tx, { workspace, subject }: Decided): Promise<string | null | undefined> {
  const { promiseId, planId, holdId, writeOffId } = subject;
  const of = (id: string) => ({ where: { id, workspaceId: workspace.id }, select: { activityId: true } });
  if (writeOffId) return writeOffId;
  if (holdId) return (await tx.prisma.hold.findFirst(of(holdId)))?.activityId;
  if (planId) return (await tx.prisma.plan.findFirst(of(planId)))?.activityId;
  return promiseId && (await tx.prisma.promise.findFirst(of(promiseId)))?.activityId;
}
