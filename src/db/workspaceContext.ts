import { z } from 'zod';
import type { Calendar } from '../core/calendar.ts';
import { businessCalendar } from '../core/calendar.ts';
import { DulyError } from '../core/DulyError.ts';
import { addDays, type Day } from '../core/day.ts';
import { readSettings, type Settings } from '../core/settings.ts';
import { dayIn, instantAt } from '../core/zone.ts';
import type { Queries } from './client.ts';

/** A workspace as every use case needs it: who it is, where its days begin, what it has set. */
export interface WorkspaceContext {
  readonly id: string;
  readonly teamId: string | undefined;
  readonly name: string;
  /** IANA zone in which its days begin */
  readonly zone: string;
  readonly locale: string;
  readonly country: string;
  readonly region: string | undefined;
  readonly currency: string | undefined;
  readonly settings: Settings;
  readonly calendar: Calendar;
  /** nothing is sent before a manager has started it */
  readonly startedAt: Date | undefined;
}

/** The workspace with that id. Throws DulyError `workspace_not_found`. */
export async function loadWorkspace(tx: Queries, id: string): Promise<WorkspaceContext> {
  const [row] = await tx.sql(workspaceRow, `SELECT ${WORKSPACE_COLUMNS} FROM workspace w WHERE w.id = $1`, [
    id,
  ]);
  if (!row)
    throw new DulyError('workspace_not_found', `no workspace ${id}`, 'Duly does not know this workspace.');
  return contextOf(row);
}

/** The workspace of a Slack team, undefined for one that Duly does not serve. */
export async function workspaceOfTeam(tx: Queries, teamId: string): Promise<WorkspaceContext | undefined> {
  const sql = `SELECT ${WORKSPACE_COLUMNS} FROM workspace w WHERE w.team_id = $1`;
  const [row] = await tx.sql(workspaceRow, sql, [teamId]);
  return row && contextOf(row);
}

/** What `contextOf` needs of workspace w beside its id. */
export const WORKSPACE_SETTINGS =
  'w.team_id, w.name, w.zone, w.locale, w.country, w.region, w.currency, w.settings, w.started_at';

/** What `contextOf` needs of workspace w. */
export const WORKSPACE_COLUMNS = `w.id, ${WORKSPACE_SETTINGS}`;

export const workspaceRow = z.object({
  id: z.string(),
  team_id: z.string().nullable(),
  name: z.string(),
  zone: z.string(),
  locale: z.string(),
  country: z.string(),
  region: z.string().nullable(),
  currency: z.string().nullable(),
  settings: z.unknown(),
  started_at: z.date().nullable(),
});

export function contextOf(row: z.output<typeof workspaceRow>): WorkspaceContext {
  const settings = readSettings(row.settings);
  return {
    id: row.id,
    teamId: row.team_id ?? undefined,
    name: row.name,
    zone: row.zone,
    locale: row.locale,
    country: row.country,
    region: row.region ?? undefined,
    currency: row.currency ?? undefined,
    settings,
    calendar: businessCalendar({
      country: row.country,
      ...(row.region ? { region: row.region } : {}),
      closingDays: settings.closingDays,
    }),
    startedAt: row.started_at ?? undefined,
  };
}

/** The instant at which a day of the workspace is over. */
export function dayEnds({ zone }: WorkspaceContext, day: Day): Date {
  return instantAt(addDays(day, 1), '00:00', zone);
}

/** The workspace's date at that instant. */
export function todayOf(workspace: WorkspaceContext, now: Date): Day {
  return dayIn(workspace.zone, now);
}
