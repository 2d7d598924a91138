import { z } from 'zod';
import type { DebtorFacts } from '../core/facts.ts';
import type { Policy } from '../core/policy.ts';
import type { Queries } from './client.ts';
import { factsOf } from './debtorFacts.ts';
import { factsRowSchema, oneDebtorsFactsSql } from './debtorFactsSql.ts';
import { type LetterParties, letterRow, openLetterSql } from './letterParties.ts';
import { policyAmong, versionRow } from './policies.ts';
import type { WorkspaceContext } from './workspaceContext.ts';

/** What is asked about a debtor before anything is written to it. */
export interface SituationFacts {
  readonly facts: DebtorFacts;
  /** the policy that it is walked through */
  readonly policy: Policy;
  /** what a letter prints beside the facts, with every invoice on which something is open */
  readonly letter: LetterParties;
}

const row = factsRowSchema.extend({ policies: z.array(versionRow), letter: letterRow });

/** As `loadDebtorFacts`, of one debtor, with its policy and what is printed of it, in one question; undefined for an unknown id. */
export async function situationFacts(
  tx: Queries,
  workspace: WorkspaceContext,
  debtorId: string,
  now: Date,
): Promise<SituationFacts | undefined> {
  const [found] = await tx.sql(row, situationSql, [workspace.id, debtorId, now]);
  if (!found) return undefined;
  const facts = factsOf(found, workspace);
  return { facts, policy: policyAmong(found.policies, facts).policy, letter: found.letter };
}

/** $1 workspace, $2 debtor, $3 now */
const situationSql = `
SELECT f.*,
  (SELECT coalesce(json_agg(json_build_object('id', p.id, 'version', p.version, 'definition', p.definition) ORDER BY p.key), '[]')
    FROM policy p WHERE p.workspace_id = $1
      AND CASE WHEN f.open_case IS NULL THEN p.active ELSE p.id = f.open_case->>'policy_id' END) AS policies,
  (SELECT row_to_json(l) FROM (${openLetterSql}) l) AS letter
FROM (${oneDebtorsFactsSql}) f`;
