import { z } from 'zod';
import { addDays, type Day } from '../core/day.ts';
import { instantAt } from '../core/zone.ts';
import type { Queries } from './client.ts';
import { contextOf, WORKSPACE_COLUMNS, type WorkspaceContext, workspaceRow } from './workspaceContext.ts';

type Row = z.output<typeof workspaceRow>;

const place = workspaceRow.pick({ zone: true, country: true, region: true, currency: true, settings: true });
const settings = z.record(z.string(), z.unknown());

/** The row before a change, from the row after it and what the action keeps of before. */
const BACK: Readonly<Record<string, (row: Row, before: unknown) => Row>> = {
  settings_changed: (row, before) => ({ ...row, ...place.parse(before) }),
  limits_changed: (row, before) => withSettings(row, settings.parse(before)),
  interest_terms_changed: (row, before) => withSettings(row, { interest: before }),
};

function withSettings(row: Row, before: Record<string, unknown>): Row {
  return { ...row, settings: { ...settings.parse(row.settings), ...before } };
}

const change = z.object({ at: z.date(), action: z.string(), before: z.unknown() });

/** A workspace on the morning of a past day. */
export interface Morning {
  /** when prompts went out, by the time that was set as the day began */
  readonly at: Date;
  /** as it was set at that instant */
  readonly workspace: WorkspaceContext;
}

/** The workspace as it was set on the morning of a past day, which is today's with each later change on record changed back, the last one first. */
export async function workspaceThen(tx: Queries, { id, zone }: WorkspaceContext, day: Day): Promise<Morning> {
  const [row] = await tx.sql(workspaceRow, `SELECT ${WORKSPACE_COLUMNS} FROM workspace w WHERE w.id = $1`, [
    id,
  ]);
  if (!row) throw new Error(`no workspace ${id}`);
  const begins = instantAt(day, '00:00', zone);
  const changes = await tx.sql(
    change,
    `SELECT at, action, before FROM audit WHERE workspace_id = $1 AND subject_kind = 'workspace' AND subject_id = $1
       AND at > $2::timestamptz AND action = ANY($3) ORDER BY at DESC, id DESC`,
    // in another zone it was that day up to 26 hours before
    [id, instantAt(addDays(day, -2), '00:00', zone), Object.keys(BACK)],
  );
  const asAt = (instant: Date): WorkspaceContext =>
    contextOf(
      changes
        .filter(({ at }) => at > instant)
        .reduce((later, { action, before }) => BACK[action]?.(later, before) ?? later, row),
    );
  const begun = asAt(begins);
  const at = instantAt(day, begun.settings.promptsAt, begun.zone);
  return { at, workspace: asAt(at) };
}
