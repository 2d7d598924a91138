import type { Tx } from './client.ts';

/**
 * Records that the notice of a step went out, with the deadline that it names: the step is done on `doneOn`. Without that day it goes
 * by post too, and is not done before it is posted. A step that is done, or was skipped, stays as it is.
 */
export async function stepSent(
  tx: Tx,
  step: {
    readonly workspaceId: string;
    readonly stepId: string;
    readonly doneOn: Date | undefined;
    readonly deadlineOn: Date | null;
  },
): Promise<void> {
  const { workspaceId, stepId, doneOn, deadlineOn } = step;
  const where = `workspace_id = $1 AND id = $2 AND state IN ('pending', 'failed', 'cancelled')`;
  if (doneOn)
    await tx.execute(
      `UPDATE stage_step SET state = 'done', done_on = $3::date, deadline_on = $4::date WHERE ${where}`,
      [workspaceId, stepId, doneOn, deadlineOn],
    );
  else await tx.execute(`UPDATE stage_step SET state = 'pending' WHERE ${where}`, [workspaceId, stepId]);
}
