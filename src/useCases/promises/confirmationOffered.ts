import { noConfirmation } from '../../core/promiseConfirmation.ts';
import { recipientOf } from '../../core/recipientOf.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Account } from '../accounts/loadAccount.ts';
import { confirmationsSent } from './confirmationsSent.ts';

/** The promise that an entry recorded and that may be confirmed by mail now, by id; undefined where there is none, or it was confirmed. */
export async function confirmationOffered(
  tx: Queries,
  about: { workspace: WorkspaceContext; account: Account; activityId: string },
): Promise<string | undefined> {
  const { workspace, account, activityId } = about;
  if (!workspace.startedAt || !recipientOf(account.facts)) return undefined;
  const where = { workspaceId: workspace.id, activityId, state: 'open', planId: null };
  const promise = await tx.prisma.promise.findFirst({ where });
  if (!promise) return undefined;
  const { facts, today } = account;
  if (noConfirmation(promise.id, { facts, calendar: workspace.calendar, today })) return undefined;
  return (await confirmationsSent(tx, promise)) > 0 ? undefined : promise.id;
}
