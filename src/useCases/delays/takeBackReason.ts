import type { Tx } from '../../db/client.ts';
import { idRow } from '../../db/idRow.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';

/** What told a reason is undone: nothing is to be mended any more, unless the same was told again and stands. */
export async function takeBackReason(
  tx: Tx,
  { workspace, activity, now }: { workspace: WorkspaceContext; activity: Activity; now: Date },
): Promise<void> {
  const { delayReason } = activity.details as { delayReason?: string };
  if (delayReason === undefined) return;
  const prompt = await tx.prisma.prompt.findFirst({
    where: {
      ...{ workspaceId: workspace.id, debtorId: activity.debtorId, kind: 'to_mend', state: 'open' },
      details: { path: ['reason'], equals: delayReason },
    },
  });
  if (!prompt) return;
  const told = [workspace.id, activity.debtorId, delayReason, prompt.openedAt];
  if ((await tx.sql(idRow, standingSql, told)).length > 0) return;
  const outcome = 'It was taken back.';
  await closePrompt(tx, { workspace, promptId: prompt.id, state: 'cancelled', outcome, now });
}

/** $1 workspace, $2 debtor, $3 reason, $4 since when it is asked about */
const standingSql = `
SELECT a.id FROM activity a
WHERE a.workspace_id = $1 AND a.debtor_id = $2 AND a.details->>'delayReason' = $3 AND a.recorded_at >= $4
  AND a.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM activity r WHERE r.reverses_id = a.id)
LIMIT 1`;
