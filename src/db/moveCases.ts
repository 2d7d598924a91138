import { newId } from '../core/newId.ts';
import type { Tx } from './client.ts';

/** Has cases go on by another version of a policy from now on; which one they had until then is kept. The caller holds their debtors' locks. */
export async function moveCases(
  tx: Tx,
  move: {
    readonly workspaceId: string;
    readonly caseIds: readonly string[];
    /** none: the default */
    readonly policyId: string | undefined;
    readonly now: Date;
  },
): Promise<void> {
  const { workspaceId, caseIds, policyId, now } = move;
  await tx.execute(
    `INSERT INTO case_move (id, workspace_id, case_id, from_policy_id, moved_at)
     SELECT m.id, $1, m.case_id, k.policy_id, $4::timestamptz
     FROM unnest($2::text[], $3::text[]) AS m (id, case_id) JOIN "case" k ON k.workspace_id = $1 AND k.id = m.case_id`,
    [workspaceId, caseIds.map(() => newId()), [...caseIds], now],
  );
  await tx.execute('UPDATE "case" SET policy_id = $2 WHERE workspace_id = $1 AND id = ANY($3)', [
    workspaceId,
    policyId ?? null,
    [...caseIds],
  ]);
}
