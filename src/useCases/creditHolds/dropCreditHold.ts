import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { letSupplyGoOn } from './letSupplyGoOn.ts';

/**
 * A member decides not to set a credit hold that was approved: supply goes on. Throws DulyError `not_allowed`, `prompt_not_found`,
 * `prompt_closed`.
 */
export async function dropCreditHold(
  db: Db,
  drop: { workspace: WorkspaceContext; member: Member; promptId: string; now: Date },
): Promise<void> {
  requireMay(drop.member, 'log_activity');
  const outcome = `${drop.member.name} did not set it: supply goes on.`;
  await db.transaction((tx) =>
    letSupplyGoOn(tx, { ...drop, kind: 'set_credit_hold', outcome, action: 'credit_hold_dropped' }),
  );
}
