import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import type { Queries } from './client.ts';

const total = z.bigint().transform(Number);

/** The first rows of a list, and how many there are in all. */
export interface Listed<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** More than the Home tab has room for. */
const LISTED = 50;

export interface DuePromise extends Money {
  readonly debtorId: string;
  readonly debtorName: string;
  readonly on: Day;
}

export interface WaitingApproval {
  readonly debtorId: string;
  readonly debtorName: string;
  readonly kind: string;
  readonly askedBy: string;
  /** they have confirmed it once, and nobody else may */
  readonly onceMore: boolean;
}

export interface WeekFigures {
  readonly calls: number;
  readonly conversations: number;
  /** a plan is one of them, however many instalments it has */
  readonly promises: number;
  readonly promised: readonly Money[];
}

/** What was promised for that day or before, waits for no manager and is still open, on this member's accounts. */
export async function duePromises(
  tx: Queries,
  { workspaceId, memberId, today }: { workspaceId: string; memberId: string; today: Day },
): Promise<Listed<DuePromise>> {
  const row = z.object({
    debtor_id: z.string(),
    name: z.string(),
    currency: z.string(),
    amount: z.bigint(),
    promised_on: z.string(),
    total,
  });
  const rows = await tx.sql(
    row,
    `SELECT d.id AS debtor_id, d.name, p.currency, p.amount, p.promised_on, count(*) OVER () AS total
     FROM promise p JOIN debtor d ON d.id = p.debtor_id
     WHERE p.workspace_id = $1 AND p.state = 'open' AND p.agreed IS DISTINCT FROM false AND p.promised_on <= $3::date AND coalesce(d.owner_id, p.member_id) = $2
     ORDER BY p.promised_on, d.name, p.id LIMIT ${LISTED}`,
    [workspaceId, memberId, isoDay(today)],
  );
  return listed(rows, (r) => ({
    debtorId: r.debtor_id,
    debtorName: r.name,
    currency: r.currency,
    amount: r.amount,
    on: dayOf(r.promised_on),
  }));
}

/** Open requests that still need this member, as they say themselves, also the second time where one alone confirms twice. */
export async function waitingApprovals(
  tx: Queries,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<Listed<WaitingApproval>> {
  const row = z.object({
    debtor_id: z.string(),
    name: z.string(),
    kind: z.string(),
    asked_by: z.string(),
    once_more: z.boolean(),
    total,
  });
  const rows = await tx.sql(
    row,
    `SELECT d.id AS debtor_id, d.name, n.kind, m.name AS asked_by, a.shown_needs::jsonb->'approvedBy' ? $2 AS once_more, count(*) OVER () AS total
     FROM approval a JOIN notice n ON n.id = a.notice_id JOIN debtor d ON d.id = a.debtor_id JOIN member m ON m.id = a.asked_by_id
     WHERE a.workspace_id = $1 AND a.state = 'open' AND a.shown_needs::jsonb->'open' ? $2
     ORDER BY a.requested_at, a.id LIMIT ${LISTED}`,
    [workspaceId, memberId],
  );
  return listed(rows, (r) => ({
    debtorId: r.debtor_id,
    debtorName: r.name,
    kind: r.kind,
    askedBy: r.asked_by,
    onceMore: r.once_more,
  }));
}

function listed<Row extends { readonly total: number }, Shown>(
  rows: readonly Row[],
  shown: (row: Row) => Shown,
): Listed<Shown> {
  return { total: rows[0]?.total ?? 0, rows: rows.map(shown) };
}

/** What a member did since an instant; what was taken back does not count. */
export async function figuresSince(
  tx: Queries,
  { workspaceId, memberId, since }: { workspaceId: string; memberId: string; since: Date },
): Promise<WeekFigures> {
  const [calls] = await tx.sql(
    z.object({ calls: z.bigint(), conversations: z.bigint() }),
    `SELECT count(*) AS calls, count(*) FILTER (WHERE a.right_party) AS conversations FROM activity a
     WHERE a.workspace_id = $1 AND a.member_id = $2 AND a.at >= $3::timestamptz AND a.kind = 'call' AND a.direction = 'out'
       AND a.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM activity r WHERE r.reverses_id = a.id)`,
    [workspaceId, memberId, since],
  );
  const promised = await tx.sql(
    z.object({ currency: z.string(), amount: z.string().transform(BigInt), promises: z.bigint() }),
    `SELECT currency, sum(amount) AS amount, count(*) AS promises
     FROM (SELECT workspace_id, member_id, recorded_at, state, currency, amount FROM promise WHERE plan_id IS NULL
           UNION ALL SELECT workspace_id, member_id, recorded_at, state, currency, amount FROM plan) given
     WHERE workspace_id = $1 AND member_id = $2 AND recorded_at >= $3::timestamptz AND state <> 'cancelled'
     GROUP BY currency ORDER BY currency`,
    [workspaceId, memberId, since],
  );
  return {
    calls: Number(calls?.calls ?? 0n),
    conversations: Number(calls?.conversations ?? 0n),
    promises: promised.reduce((sum, { promises }) => sum + Number(promises), 0),
    promised: promised.map(({ currency, amount }) => ({ currency, amount })),
  };
}

/** Open follow-ups of the whole team but for those put off until after the end of the day, and how many of them nobody answered. */
export async function teamPrompts(
  tx: Queries,
  { workspaceId, dayEnds }: { workspaceId: string; dayEnds: Date },
): Promise<{ readonly open: number; readonly stuck: number }> {
  const [row] = await tx.sql(
    z.object({ open: z.bigint(), stuck: z.bigint() }),
    `SELECT count(*) AS open, count(*) FILTER (WHERE escalation >= 3) AS stuck FROM prompt
     WHERE workspace_id = $1 AND state = 'open' AND (snoozed_until IS NULL OR snoozed_until < $2::timestamptz)`,
    [workspaceId, dayEnds],
  );
  return { open: Number(row?.open ?? 0n), stuck: Number(row?.stuck ?? 0n) };
}
