import { may } from '../../core/permissions.ts';
import { noConfirmation } from '../../core/promiseConfirmation.ts';
import { recipientOf } from '../../core/recipientOf.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { Account } from '../accounts/loadAccount.ts';
import { confirmationsSent } from './confirmationsSent.ts';

/**
 * What a member may confirm by mail now and was not confirmed yet, by the id of the promise, a plan by that of its next instalment; the
 * soonest first.
 * `activityId`: only what that entry recorded.
 */
export async function confirmationsOffered(
  tx: Queries,
  about: {
    workspace: WorkspaceContext;
    member: Pick<Member, 'role'>;
    account: Account;
    activityId?: string;
  },
): Promise<string[]> {
  const { workspace, member, account, activityId } = about;
  const { facts, today } = account;
  if (!workspace.startedAt || !may(member.role, 'send_reminder') || !recipientOf(facts)) return [];
  const asked = { facts, calendar: workspace.calendar, today };
  const ids = facts.promises
    .filter(({ id, state }) => state === 'open' && !noConfirmation(id, asked))
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  const promises = await tx.prisma.promise.findMany({
    where: { workspaceId: workspace.id, id: { in: ids }, ...(activityId !== undefined && { activityId }) },
    orderBy: [{ promisedOn: 'asc' }, { id: 'asc' }],
  });
  const offered: string[] = [];
  for (const [index, promise] of promises.entries()) {
    const { id, planId } = promise;
    const isLater = planId !== null && promises.findIndex((one) => one.planId === planId) < index;
    if (!isLater && (await confirmationsSent(tx, promise)) === 0) offered.push(id);
  }
  return offered;
}
