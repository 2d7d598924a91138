import { type Day, dateOfDay, dayOfDate, isoDay } from '../core/day.ts';
import type { Queries } from './client.ts';

export interface RecordsKept {
  /** the day on which a workspace was last looked through for accounts whose time has passed */
  readonly on: Day | undefined;
  /** the last day on which the managers were told of some that are to be erased, and are not yet */
  readonly toldOn: Day | undefined;
}

export async function recordsKept(tx: Queries, workspaceId: string): Promise<RecordsKept> {
  const workspace = await tx.prisma.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const told = await tx.prisma.debtor.aggregate({ where: { workspaceId }, _max: { erasureToldOn: true } });
  const dayOr = (date: Date | null) => (date ? dayOfDate(date) : undefined);
  return { on: dayOr(workspace.recordsKeptOn), toldOn: dayOr(told._max.erasureToldOn) };
}

/** A workspace was looked through on that day, after it was on another; not where it is to be looked through anew since. */
export async function noteRecordsKept(
  tx: Queries,
  workspaceId: string,
  { from, on }: { readonly from: Day | undefined; readonly on: Day },
): Promise<void> {
  const recordsKeptOn = from === undefined ? null : dateOfDay(from);
  await tx.prisma.workspace.updateMany({
    where: { id: workspaceId, recordsKeptOn },
    data: { recordsKeptOn: dateOfDay(on) },
  });
}

/** Records are kept for another time from now on: everything is looked through anew, and what the managers were told counts no more. */
export async function lookThroughAnew(tx: Queries, workspaceId: string): Promise<void> {
  await tx.prisma.workspace.update({ where: { id: workspaceId }, data: { recordsKeptOn: null } });
  await tx.execute(
    'UPDATE debtor SET erasure_told_on = NULL WHERE workspace_id = $1 AND erasure_told_on IS NOT NULL',
    [workspaceId],
  );
}

/** What the managers were told on a day that has not come counts no more. */
export async function forgetToldAfter(tx: Queries, workspaceId: string, day: Day): Promise<void> {
  await tx.execute(
    'UPDATE debtor SET erasure_told_on = NULL WHERE workspace_id = $1 AND erasure_told_on > $2::date',
    [workspaceId, isoDay(day)],
  );
}
