import { z } from 'zod';
import { activityName } from '../../core/activityName.ts';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import { dayIn } from '../../core/zone.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { whenShown } from '../prompts/whenShown.ts';

const news = z.object({
  key: z.string(),
  kind: z.string(),
  direction: z.string(),
  outcome: z.string().nullable(),
  currency: z.string().nullable(),
  amount: z.bigint().nullable(),
  at: z.date(),
});

/**
 * What comes for a case that others look after is told to them: finance is asked to pass on a payment, or that one was taken back, a manager a call or a
 * reply, each once. The caller holds the debtor's lock.
 */
export async function passOn(
  tx: Tx,
  options: { workspace: WorkspaceContext; debtorId: string; toName: string; now: Date },
): Promise<void> {
  const { workspace, debtorId, toName, now } = options;
  const rows = await tx.sql(news, newsSql, [workspace.id, debtorId]);
  if (rows.length === 0) return;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const shown = whenShown(workspace, now);
  for (const row of rows) {
    const isPayment = row.amount !== null && row.currency !== null;
    const what = isPayment
      ? moneyWords(row.amount ?? 0n, row.currency ?? '', workspace.locale)
      : activityName({ ...row, outcome: row.outcome ?? undefined });
    const on = shortDay(dayIn(workspace.zone, row.at), workspace.locale);
    const asks = isPayment ? 'finance' : 'manager';
    const memberId = await whoIsAsked(tx, { workspace, debtor, asks, beyondCapacity: true, now });
    if (!memberId) continue;
    await openPrompt(tx, {
      workspace,
      debtorId,
      key: `pass_on:${row.key}`,
      kind: 'pass_on',
      memberId,
      reasons: [
        { rule: 'handed_off', outcome: 'note', sentence: `${what} (${on}): tell ${toName} the same day` },
      ],
      notBefore: shown > now ? shown : undefined,
      now,
    });
  }
}

function moneyWords(amount: bigint, currency: string, locale: string): string {
  return amount < 0n
    ? `${formatMoney(-amount, currency, locale)} was taken back`
    : `${formatMoney(amount, currency, locale)} came`;
}

/** $1 workspace, $2 debtor: money that came or was taken back, calls and replies since the hand-off that were not passed on yet */
const newsSql = `
SELECT x.key, x.kind, x.direction, x.outcome, x.currency, x.amount, x.at
FROM hand_off h CROSS JOIN LATERAL (
  SELECT p.id AS key, 'payment' AS kind, 'in' AS direction, NULL AS outcome, p.currency, p.amount, p.recorded_at AS at
  FROM payment p WHERE p.workspace_id = $1 AND p.debtor_id = $2 AND p.amount <> 0 AND p.origin <> 'write_off'
    AND p.recorded_at >= h.handed_at AND p.key NOT LIKE 'replaced:%' AND p.key NOT LIKE 'undoes:replaced:%'
  UNION ALL
  SELECT a.id, a.kind, a.direction, a.outcome, NULL, NULL, a.at
  FROM activity a WHERE a.workspace_id = $1 AND a.debtor_id = $2 AND a.kind IN ('call', 'reply', 'visit')
    AND a.recorded_at >= h.handed_at AND a.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM activity r WHERE r.reverses_id = a.id)
) x
WHERE h.workspace_id = $1 AND h.debtor_id = $2 AND h.recalled_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM prompt q WHERE q.workspace_id = $1 AND q.key = 'pass_on:' || x.key)
ORDER BY x.at, x.key`;
