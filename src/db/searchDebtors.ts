import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import type { Queries } from './client.ts';
import { escapeLike } from './escapeLike.ts';

export interface FoundDebtor {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly kind: string;
  /** past due, per currency, minor units */
  readonly overdue: readonly Money[];
  /** `exact`: the whole account number, invoice number or name; `part`: a fragment of one; `like`: spelt much like the name */
  readonly match: 'exact' | 'part' | 'like';
}

export interface DebtorSearch {
  readonly workspaceId: string;
  readonly words: string;
  readonly today: Day;
  readonly limit: number;
}

const row = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  kind: z.string(),
  overdue: z.array(z.object({ currency: z.string(), amount: z.string() })),
  match: z.enum(['exact', 'part', 'like']),
});

/**
 * Debtors by account number, invoice number or name, best first: the exact number or name, then where a word begins so, then
 * any fragment; within these the larger overdue first. Names that are only spelt alike are offered when nothing else is
 * found. Without words: those with most overdue. An account that only an import brought that was undone is none.
 */
export async function searchDebtors(tx: Queries, search: DebtorSearch): Promise<FoundDebtor[]> {
  const words = search.words.trim().replace(/\s+/g, ' ');
  const found = await find(tx, search, byFragment, words);
  return found.length > 0 || words === '' ? found : find(tx, search, byLikeness, words);
}

async function find(
  tx: Queries,
  { workspaceId, today, limit }: DebtorSearch,
  ranked: string,
  words: string,
): Promise<FoundDebtor[]> {
  const rows = await tx.sql(row, withOverdue(ranked), [
    workspaceId,
    words,
    escapeLike(words),
    isoDay(today),
    limit,
  ]);
  return rows.map(({ overdue, ...rest }) => ({
    ...rest,
    overdue: overdue.map(({ currency, amount }) => ({ currency, amount: BigInt(amount) })),
  }));
}

/** $2 words, $3 the same as a LIKE pattern; each branch can use its own index */
const byFragment = `
  SELECT x.id, max(x.rank) AS rank FROM (
    SELECT id, CASE WHEN lower(name) = lower($2) THEN 5 WHEN name ILIKE $3 || '%' THEN 3
                    WHEN name ILIKE '% ' || $3 || '%' THEN 2 ELSE 1 END AS rank
      FROM debtor WHERE workspace_id = $1 AND name ILIKE '%' || $3 || '%'
    UNION ALL
    SELECT id, CASE WHEN lower(account) = lower($2) THEN 5 ELSE 3 END
      FROM debtor WHERE workspace_id = $1 AND $2 <> '' AND account ILIKE $3 || '%'
    UNION ALL
    SELECT debtor_id, CASE WHEN lower(number) = lower($2) THEN 5 ELSE 1 END
      FROM invoice WHERE workspace_id = $1 AND $2 <> '' AND number ILIKE $3 || '%'
  ) x GROUP BY x.id`;

const byLikeness = `
  SELECT id, least(greatest(word_similarity($2, name), similarity($2, name)), 0.99) AS rank FROM debtor
  WHERE workspace_id = $1 AND $3 = $3 AND greatest(word_similarity($2, name), similarity($2, name)) > 0.2`;

const withOverdue = (ranked: string) => `
WITH ranked AS (${ranked}),
weighed AS (
  SELECT r.id, r.rank, coalesce(sum(i.outstanding), 0) AS weight
  FROM ranked r JOIN debtor d ON d.id = r.id AND d.undone_at IS NULL LEFT JOIN invoice i
    ON i.workspace_id = $1 AND i.debtor_id = r.id AND i.outstanding > 0 AND i.due_on < $4::date
  GROUP BY r.id, r.rank ORDER BY r.rank DESC, weight DESC, r.id LIMIT $5
)
SELECT d.id, d.account, d.name, d.kind,
  CASE WHEN w.rank >= 5 THEN 'exact' WHEN w.rank >= 1 THEN 'part' ELSE 'like' END AS match,
  (SELECT coalesce(json_agg(json_build_object('currency', o.currency, 'amount', o.total::text) ORDER BY o.currency), '[]')
   FROM (SELECT currency, sum(outstanding) AS total FROM invoice i WHERE i.workspace_id = $1 AND i.debtor_id = d.id
         AND i.outstanding > 0 AND i.due_on < $4::date GROUP BY currency) o) AS overdue
FROM weighed w JOIN debtor d ON d.id = w.id
ORDER BY w.rank DESC, w.weight DESC, d.name, d.id`;
