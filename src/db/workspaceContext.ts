import type { Calendar } from '../core/calendar.ts';
import { businessCalendar } from '../core/calendar.ts';
import { DulyError } from '../core/DulyError.ts';
import type { Day } from '../core/day.ts';
import { readSettings, type Settings } from '../core/settings.ts';
import { dayIn } from '../core/zone.ts';
import type { Workspace } from '../generated/prisma/client.ts';
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
  const row = await tx.prisma.workspace.findUnique({ where: { id } });
  if (!row)
    throw new DulyError('workspace_not_found', `no workspace ${id}`, 'Duly does not know this workspace.');
  return contextOf(row);
}

/** Every workspace that a manager has started. */
export async function startedWorkspaces(tx: Queries): Promise<WorkspaceContext[]> {
  const rows = await tx.prisma.workspace.findMany({ where: { startedAt: { not: null } } });
  return rows.map(contextOf);
}

function contextOf(row: Workspace): WorkspaceContext {
  const settings = readSettings(row.settings);
  return {
    id: row.id,
    teamId: row.teamId ?? undefined,
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
    startedAt: row.startedAt ?? undefined,
  };
}

/** The workspace's date at that instant. */
export function todayOf(workspace: WorkspaceContext, now: Date): Day {
  return dayIn(workspace.zone, now);
}
