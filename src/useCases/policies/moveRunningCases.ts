import { z } from 'zod';
import { DulyError } from '../../core/DulyError.ts';
import type { DebtorKind } from '../../core/facts.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockWorkspace } from '../../db/lockWorkspace.ts';
import { moveCases } from '../../db/moveCases.ts';
import { allPolicies, type PolicyVersion, policyForNew, versionsOf } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

const runningCase = z.object({
  id: z.string(),
  debtor_id: z.string(),
  policy_id: z.string().nullable(),
  kind: z.string(),
  country: z.string(),
  tags: z.array(z.string()),
  owed: z.array(z.object({ currency: z.string(), outstanding: z.string() })),
});

/**
 * Moves every running case to the version that it would begin with today, and has its account looked at again; steps already taken
 * stay taken. Answers how many were moved: none the second time. Throws DulyError `not_allowed` unless the member may manage,
 * `policies_changed` when the active versions are not those that were simulated any more.
 */
export async function moveRunningCases(
  db: Db,
  move: { workspace: WorkspaceContext; member: Member; versions: string; now: Date },
): Promise<number> {
  const { workspace, member, versions } = move;
  requireMay(member, 'manage');
  return db.transaction(
    async (tx) => {
      await lockWorkspace(tx, workspace.id);
      const { active } = await allPolicies(tx, workspace.id);
      if (versionsOf(active) !== versions) {
        throw new DulyError(
          'policies_changed',
          `simulated ${versions}, active ${versionsOf(active)}`,
          'A policy was changed since this was simulated, and no case was moved. Look again with `/debt simulate`, then move them.',
        );
      }
      let moved = 0;
      for (const [version, cases] of await casesToMove(tx, workspace, active)) {
        await moveTo(tx, move, version, cases);
        moved += cases.length;
      }
      return moved;
    },
    { timeoutMs: 120_000 },
  );
}

type RunningCase = z.infer<typeof runningCase>;

async function casesToMove(
  tx: Tx,
  workspace: WorkspaceContext,
  active: readonly PolicyVersion[],
): Promise<Map<PolicyVersion, RunningCase[]>> {
  const rows = await tx.sql(runningCase, runningSql, [workspace.id, workspace.country]);
  const byVersion = new Map<PolicyVersion, RunningCase[]>();
  for (const row of rows) {
    const debtor = { kind: row.kind as DebtorKind, country: row.country, tags: row.tags };
    const invoices = row.owed.map(({ currency, outstanding }) => ({
      currency,
      outstanding: BigInt(outstanding),
    }));
    const version = policyForNew(active, { debtor, invoices });
    if ((version.policyId ?? null) === row.policy_id) continue;
    if (!byVersion.get(version)?.push(row)) byVersion.set(version, [row]);
  }
  return byVersion;
}

async function moveTo(
  tx: Tx,
  { workspace, member, now }: { workspace: WorkspaceContext; member: Member; now: Date },
  { policy, policyId, version }: PolicyVersion,
  cases: readonly RunningCase[],
): Promise<void> {
  const debtorIds = cases.map(({ debtor_id }) => debtor_id);
  // debtors before their cases, in one order, like everybody who decides about them
  await tx.execute('SELECT FROM debtor WHERE workspace_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE', [
    workspace.id,
    debtorIds,
  ]);
  await moveCases(tx, { workspaceId: workspace.id, caseIds: cases.map(({ id }) => id), policyId, now });
  await tx.execute(
    'UPDATE debtor SET next_review_at = $3::timestamptz WHERE workspace_id = $1 AND id = ANY($2)',
    [workspace.id, debtorIds, now],
  );
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'cases_moved',
    subjectKind: 'policy',
    subjectId: policyId ?? policy.key,
    before: { policyIds: [...new Set(cases.map(({ policy_id }) => policy_id))] },
    after: { key: policy.key, version, cases: cases.length },
  });
}

const runningSql = `
SELECT k.id, k.debtor_id, k.policy_id, d.kind, coalesce(d.country, $2) AS country, d.tags,
  (SELECT coalesce(json_agg(json_build_object('currency', i.currency, 'outstanding', i.outstanding::text)), '[]')
    FROM invoice i WHERE i.workspace_id = $1 AND i.debtor_id = d.id AND i.outstanding <> 0) AS owed
FROM "case" k JOIN debtor d ON d.id = k.debtor_id
WHERE k.workspace_id = $1 AND k.closed_on IS NULL
ORDER BY d.id`;
