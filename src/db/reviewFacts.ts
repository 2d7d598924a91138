import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { DebtorFacts } from '../core/facts.ts';
import { arrivedSql } from './arrivedSql.ts';
import type { Queries } from './client.ts';
import { factsOf } from './debtorFacts.ts';
import { debtorFactsSql, factsRowSchema, oneDebtorsFactsSql } from './debtorFactsSql.ts';
import { activeOf, type PolicyVersion, versionRow } from './policies.ts';
import type { WorkspaceContext } from './workspaceContext.ts';

/** A mark of a habitual late payer as it was recorded last. */
export interface LastHabit {
  readonly id: string;
  readonly sinceOn: Day;
  /** it does not stand any more */
  readonly ended: boolean;
  /** as a sentence */
  readonly why: string;
}

/** What a review asks about a debtor: its facts, and what else it would have to look up for nearly every debtor. */
export interface ReviewFacts {
  readonly facts: DebtorFacts;
  /** the last mark, standing or not; undefined where it never had one */
  readonly lastHabit: LastHabit | undefined;
  /** open invoices came with a later file than the first one of its creditor, and nobody was asked about them yet */
  readonly hasArrivals: boolean;
  /** the policies that a new case is begun with; undefined while a case is open */
  readonly active: readonly PolicyVersion[] | undefined;
}

const row = factsRowSchema.extend({
  last_habit: z
    .object({ id: z.string(), since_on: z.string(), ended: z.boolean(), why: z.string() })
    .nullable(),
  has_arrivals: z.boolean(),
  active: z.array(versionRow).nullable(),
});

/** As `loadDebtorFacts`, with what a review asks besides, in one question. */
export async function loadReviewFacts(
  tx: Queries,
  workspace: WorkspaceContext,
  debtorIds: readonly string[],
  now: Date,
): Promise<Map<string, ReviewFacts>> {
  const [only] = debtorIds;
  if (only === undefined) return new Map();
  const rows =
    debtorIds.length === 1
      ? await tx.sql(row, oneReviewSql, [workspace.id, only, now])
      : await tx.sql(row, reviewSql, [workspace.id, debtorIds, now]);
  return new Map(rows.map((found) => [found.id, reviewFactsOf(found, workspace)]));
}

function reviewFactsOf(found: z.output<typeof row>, workspace: WorkspaceContext): ReviewFacts {
  const { last_habit: habit, active } = found;
  return {
    facts: factsOf(found, workspace),
    lastHabit: habit
      ? { id: habit.id, sinceOn: dayOf(habit.since_on), ended: habit.ended, why: habit.why }
      : undefined,
    hasArrivals: found.has_arrivals,
    active: active ? activeOf(active) : undefined,
  };
}

const withReview = (facts: string) => `
SELECT f.*,
  (SELECT json_build_object('id', h.id, 'since_on', h.since_on, 'ended', h.ended_on IS NOT NULL, 'why', h.why)
    FROM late_habit h WHERE h.workspace_id = $1 AND h.debtor_id = f.id ORDER BY h.since_on DESC, h.id DESC LIMIT 1) AS last_habit,
  EXISTS (SELECT FROM ${arrivedSql} AND i.debtor_id = f.id AND a.prompt_id IS NULL) AS has_arrivals,
  CASE WHEN f.open_case IS NULL THEN (
    SELECT coalesce(json_agg(json_build_object('id', p.id, 'version', p.version, 'definition', p.definition) ORDER BY p.key), '[]')
    FROM policy p WHERE p.workspace_id = $1 AND p.active) END AS active
FROM (${facts}) f`;

/** $1 workspace, $2 debtor ids, $3 now */
const reviewSql = withReview(debtorFactsSql);

/** The same of one debtor, $2. */
const oneReviewSql = withReview(oneDebtorsFactsSql);
