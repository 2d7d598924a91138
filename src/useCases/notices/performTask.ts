import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval, Notice } from '../../generated/prisma/client.ts';
import { askToSetCreditHold } from '../creditHolds/askToSetCreditHold.ts';
import { performHandOff } from '../handOffs/performHandOff.ts';

/** An approved task takes effect. The caller holds the debtor's lock and has marked the approval as used. */
export async function performTask(
  tx: Tx,
  approved: { workspace: WorkspaceContext; approval: Approval; notice: Notice; now: Date },
): Promise<void> {
  return approved.notice.kind === 'credit_hold'
    ? askToSetCreditHold(tx, approved)
    : performHandOff(tx, approved);
}
