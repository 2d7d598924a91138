import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { type OverrideGiven, recordOverride } from './recordOverride.ts';
import { spacingLimitOf } from './spacingLimitOf.ts';

/**
 * Lets the message of a prompt's step go in spite of the house's distance between messages, where that alone holds it back; otherwise
 * nothing is recorded, and the rules decide as ever. The caller holds the debtor's lock and sends in the same transaction.
 */
export async function overrideSpacing(
  tx: Tx,
  override: OverrideGiven & { workspace: WorkspaceContext; prompt: Prompt; memberId: string; now: Date },
): Promise<void> {
  const { workspace, prompt, memberId, reason, key, now } = override;
  const { id: promptId, debtorId, stepId } = prompt;
  const limit = await spacingLimitOf(tx, { workspace, prompt, now });
  if (!stepId || limit === undefined) return;
  const about = { workspaceId: workspace.id, debtorId, memberId, promptId, now };
  await recordOverride(tx, { ...about, reason, key, of: { stepId }, limit });
}
