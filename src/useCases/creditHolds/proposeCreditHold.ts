import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { proposeTask } from '../notices/proposeTask.ts';
import type { CreditHoldPlan } from './CreditHoldPlan.ts';
import { letSupplyGoOn } from './letSupplyGoOn.ts';

/**
 * Asks a manager to approve that supply is stopped, with what was weighed; where the contract gives no right to, nobody is asked, and
 * the answers stay on record. Returns a sentence. Throws DulyError as `proposeTask` does, and `prompt_closed`.
 */
export async function proposeCreditHold(
  db: Db,
  proposal: {
    readonly workspace: WorkspaceContext;
    readonly promptId: string;
    readonly member: Member;
    /** the contract lets us suspend supply */
    readonly mayStop: boolean;
    readonly plan: CreditHoldPlan;
    readonly now: Date;
  },
): Promise<string> {
  const { workspace, promptId, member, mayStop, plan, now } = proposal;
  if (mayStop) return proposeTask(db, { workspace, promptId, member, plan: { creditHold: plan }, now });
  requireMay(member, 'log_activity');
  const outcome = `${member.name}: the contract gives no right to suspend supply. It goes on.`;
  const answer = { workspace, member, promptId, outcome, after: { ...plan }, now };
  await db.transaction((tx) =>
    letSupplyGoOn(tx, { ...answer, kind: 'credit_hold', action: 'credit_hold_not_proposed' }),
  );
  return 'Supply goes on: without a right to suspend it nobody is asked. Your answers stay on record.';
}
