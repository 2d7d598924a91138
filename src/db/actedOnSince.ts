import { z } from 'zod';
import type { Queries } from './client.ts';
import { debtorsOfImport } from './undoScope.ts';

/** What members or Duly did on an account, as far as an import may have led to it. */
export interface ActedOn {
  readonly kind:
    | 'message'
    | 'call'
    | 'note'
    | 'promise'
    | 'dispute'
    | 'hold'
    | 'step'
    | 'approval'
    | 'answer';
  readonly at: Date;
  readonly debtorName: string;
  readonly account: string;
  /** the debtor is a private individual */
  readonly individual: boolean;
}

const row = z.object({
  kind: z.enum(['message', 'call', 'note', 'promise', 'dispute', 'hold', 'step', 'approval', 'answer']),
  total: z.bigint(),
  at: z.date(),
  name: z.string(),
  account: z.string(),
  individual: z.boolean(),
  place: z.bigint(),
});

/**
 * How much was done since the import on the accounts that it was about, by kind, and the first `most` of it. A statement of a group is one
 * message, whichever of its accounts the import was about.
 */
export async function actedOnSince(
  tx: Queries,
  options: { workspaceId: string; importId: string; since: Date; most: number },
): Promise<{ counts: ReadonlyMap<ActedOn['kind'], number>; first: readonly ActedOn[] }> {
  const { workspaceId, importId, since, most } = options;
  const rows = await tx.sql(row, actedSql, [workspaceId, importId, since, most]);
  return {
    counts: new Map(rows.map(({ kind, total }) => [kind, Number(total)])),
    first: rows
      .filter(({ place }) => place <= most)
      .map(({ kind, at, name, account, individual }) => ({
        kind,
        at,
        debtorName: name,
        account,
        individual,
      })),
  };
}

/** $1 workspace, $2 import, $3 since, $4 most: the first ones, and one of each kind for its count */
const actedSql = `
WITH touched AS (${debtorsOfImport}),
acted AS (
  (SELECT DISTINCT ON (n.id) 'message' AS kind, t.debtor_id, n.sent_at AS at FROM notice n
    CROSS JOIN jsonb_array_elements_text(coalesce(n.figures->'accounts', jsonb_build_array(n.debtor_id))) AS about (id)
    JOIN touched t ON t.debtor_id = about.id WHERE n.workspace_id = $1 AND n.sent_at > $3
    ORDER BY n.id, t.debtor_id <> n.debtor_id, t.debtor_id)
  UNION ALL SELECT CASE WHEN kind = 'call' THEN 'call' ELSE 'note' END, debtor_id, recorded_at FROM activity a
    WHERE workspace_id = $1 AND recorded_at > $3 AND notice_id IS NULL AND reverses_id IS NULL
      AND NOT EXISTS (SELECT FROM activity r WHERE r.reverses_id = a.id)
  UNION ALL SELECT 'promise', debtor_id, recorded_at FROM promise WHERE workspace_id = $1 AND recorded_at > $3
  UNION ALL SELECT 'dispute', debtor_id, recorded_at FROM dispute WHERE workspace_id = $1 AND recorded_at > $3
  UNION ALL SELECT 'hold', debtor_id, recorded_at FROM hold WHERE workspace_id = $1 AND recorded_at > $3
  UNION ALL SELECT 'step', debtor_id, taken_at FROM stage_step WHERE workspace_id = $1 AND taken_at > $3 AND state <> 'cancelled'
  UNION ALL SELECT 'approval', debtor_id, requested_at FROM approval WHERE workspace_id = $1 AND requested_at > $3
  UNION ALL SELECT 'answer', debtor_id, recorded_at FROM missing_answer WHERE workspace_id = $1 AND recorded_at > $3),
placed AS (
  SELECT a.*, count(*) OVER (PARTITION BY a.kind) AS total, row_number() OVER (PARTITION BY a.kind ORDER BY a.at, a.debtor_id) AS nth,
    row_number() OVER (ORDER BY a.at, a.kind, a.debtor_id) AS place
  FROM acted a JOIN touched t ON t.debtor_id = a.debtor_id)
SELECT p.kind, p.total, p.at, p.place, d.name, d.account, d.kind = 'individual' AS individual
FROM placed p JOIN debtor d ON d.id = p.debtor_id WHERE p.place <= $4::int OR p.nth = 1 ORDER BY p.place`;
