import type { LoggedView } from '../../../blocks/calls/LoggedView.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { Log } from '../../log.ts';
import { loadAccount } from '../accounts/loadAccount.ts';
import { reviewDebtor } from '../cases/reviewDebtor.ts';
import { confirmationsOffered } from '../promises/confirmationsOffered.ts';
import { nextSteps } from './nextSteps.ts';

/**
 * What a member is told after something was logged: what is on record, and what happens next and when, decided anew from it.
 * With Undo while its time lasts.
 */
export async function describeLogged(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Pick<Member, 'zone' | 'locale' | 'role'>;
    logged: { readonly activityId: string; readonly debtorId: string; readonly said: readonly string[] };
    log: Log;
    now: Date;
  },
): Promise<LoggedView> {
  const { workspace, member, logged, log, now } = options;
  const { activityId, debtorId, said } = logged;
  if (workspace.startedAt) {
    // what is on record stays so: the next heartbeat looks at it again
    await reviewDebtor(db, { workspace, debtorId, now }).catch((error: unknown) =>
      log.error({ err: error, debtorId }, 'a debtor could not be reviewed'),
    );
  }
  const account = await loadAccount(db, { workspace, debtorId, now });
  const activity = await db.prisma.activity.findFirstOrThrow({
    where: { id: activityId, workspaceId: workspace.id },
    select: { recordedAt: true },
  });
  const [confirms] = await confirmationsOffered(db, { workspace, member, account, activityId });
  const undone = await db.prisma.activity.count({
    where: { workspaceId: workspace.id, reversesId: activityId },
  });
  const until = new Date(activity.recordedAt.getTime() + workspace.settings.undoMinutes * 60_000);
  return {
    debtorId,
    debtorName: account.record.name,
    said,
    next: nextSteps(account, workspace, member),
    confirms,
    undo: undone === 0 && until > now ? { activityId, until } : undefined,
  };
}
