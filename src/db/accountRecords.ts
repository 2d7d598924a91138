import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { DebtorKind } from '../core/facts.ts';
import type { AccountRecords } from '../core/recordsTime.ts';
import type { Queries } from './client.ts';

/** What decides how long the records of an account are kept. */
export interface KeptAccount extends AccountRecords {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  /** the day on which the managers were told that it will be erased, where nothing happened on it since */
  readonly toldOn: Day | undefined;
}

const row = z
  .object({
    id: z.string(),
    name: z.string(),
    account: z.string(),
    kind: z.string(),
    is_client: z.boolean(),
    last_on: z.string(),
    is_open: z.boolean(),
    on_legal_hold: z.boolean(),
    told_on: z.string().nullable(),
  })
  .transform(
    (r): KeptAccount => ({
      id: r.id,
      name: r.name,
      account: r.account,
      kind: r.kind as DebtorKind,
      forAnotherCreditor: r.is_client,
      lastActivityOn: dayOf(r.last_on),
      isOpen: r.is_open,
      onLegalHold: r.on_legal_hold,
      toldOn: r.told_on === null ? undefined : dayOf(r.told_on),
    }),
  );

/** Accounts that Duly has known since before a day and that were not erased since anything happened on them, by their ids; behind `after`, `most` at a time. */
export async function oldAccounts(
  tx: Queries,
  about: { workspaceId: string; before: Day; after: string; most: number },
): Promise<KeptAccount[]> {
  const { workspaceId, before, after, most } = about;
  return tx.sql(row, recordsSql('d.created_at < $2::date AND d.id > $3 ORDER BY d.id LIMIT $4'), [
    workspaceId,
    isoDay(before),
    after,
    most,
  ]);
}

/** What decides about one account now; undefined where it is not there, or was erased since anything happened on it. */
export async function recordsOfAccount(
  tx: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<KeptAccount | undefined> {
  const [found] = await tx.sql(row, recordsSql('d.id = $2'), [workspaceId, debtorId]);
  return found;
}

/** the last day of the dates of table x of debtor d */
const lastOf = (table: string, days: string) =>
  `(SELECT max(greatest(${days})) FROM ${table} x WHERE x.workspace_id = $1 AND x.debtor_id = d.id)`;

const openOf = (table: string, which: string) =>
  `EXISTS (SELECT FROM ${table} x WHERE x.workspace_id = $1 AND x.debtor_id = d.id AND ${which})`;

/** $1 workspace */
const recordsSql = (which: string) => `
SELECT d.id, d.name, d.account, d.kind, c.is_client, l.on::text AS last_on,
  CASE WHEN d.erasure_told_on > l.on THEN d.erasure_told_on::text END AS told_on,
  (${openOf('invoice', 'x.outstanding <> 0')} OR ${openOf('payment', 'x.unapplied <> 0')} OR ${openOf('prompt', "x.state = 'open'")}
    OR ${openOf('approval', "x.state IN ('open', 'approved')")} OR ${openOf('notice', "x.state IN ('queued', 'unsure')")}
    OR ${openOf('credit_hold', 'x.released_on IS NULL')}) AS is_open,
  ${openOf('legal_hold', 'x.ended_on IS NULL')} AS on_legal_hold
FROM debtor d JOIN creditor c ON c.id = d.creditor_id
CROSS JOIN LATERAL (SELECT greatest(d.created_at::date,
  ${lastOf('invoice', 'x.issued_on, x.due_on, x.recorded_at::date, x.undone_at::date')},
  (SELECT max(greatest(a.effective_on, a.recorded_at::date)) FROM invoice x JOIN allocation a ON a.workspace_id = $1 AND a.invoice_id = x.id
    WHERE x.workspace_id = $1 AND x.debtor_id = d.id),
  ${lastOf('payment', 'x.value_on, x.recorded_at::date')},
  ${lastOf('activity', 'x.at::date, x.recorded_at::date')},
  ${lastOf('notice', 'x.created_at::date, x.sent_at::date')},
  ${lastOf('approval', 'x.requested_at::date, x.ended_at::date')},
  ${lastOf('prompt', 'x.opened_at::date, x.closed_at::date')},
  ${lastOf('promise', 'x.recorded_at::date, x.last_on, x.ended_on')},
  ${lastOf('plan', 'x.recorded_at::date, x.ended_on')},
  ${lastOf('dispute', 'x.recorded_at::date, x.ended_on')},
  ${lastOf('hold', 'x.recorded_at::date, coalesce(x.ended_on, x.until_on)')},
  ${lastOf('debtor_condition', 'x.recorded_at::date, x.ended_at::date')},
  ${lastOf('stage_step', 'x.taken_at::date, x.done_on, x.deadline_on')},
  ${lastOf('"case"', 'x.opened_on, x.closed_on')},
  ${lastOf('hand_off', 'x.handed_on, x.recalled_on')},
  ${lastOf('credit_hold', 'x.set_on, x.released_on')},
  ${lastOf('late_habit', 'x.recorded_at::date, x.ended_on')},
  ${lastOf('write_off', 'x.recorded_at::date, x.ended_on')},
  ${lastOf('contact', 'x.created_at::date')}) AS on) l
WHERE d.workspace_id = $1 AND (d.erased_at IS NULL OR d.erased_at::date < l.on) AND ${which}`;
