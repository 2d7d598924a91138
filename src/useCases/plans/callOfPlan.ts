import { DulyError } from '../../core/DulyError.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';

/** The call in which instalments were agreed on; undefined where it is no call of this account. Throws DulyError `call_taken_back`. */
export async function callOfPlan(
  { prisma }: Queries,
  { workspace, debtorId, callId }: { workspace: WorkspaceContext; debtorId: string; callId: string },
): Promise<Activity | undefined> {
  const takenBack = { reversesId: callId, workspaceId: workspace.id, debtorId };
  if ((await prisma.activity.count({ where: takenBack })) > 0) {
    throw new DulyError(
      'call_taken_back',
      `call ${callId} was taken back`,
      'The call was taken back: log it again, then the instalments.',
    );
  }
  const where = { id: callId, workspaceId: workspace.id, debtorId, kind: 'call' };
  return (await prisma.activity.findFirst({ where })) ?? undefined;
}
