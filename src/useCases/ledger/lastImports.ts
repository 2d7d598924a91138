import { z } from 'zod';
import type { LastImportsView, LastImportView } from '../../../blocks/imports/lastImportsMessage.ts';
import { dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { may } from '../../core/permissions.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { LedgerImport, Member } from '../../generated/prisma/client.ts';
import { type Undoing, type UndoPreview, undoPreview } from './undoPreview.ts';

const SHOWN = 8;

const figures = z.object({ rows: z.number().optional(), rejected: z.number().optional() });
const heldFigures = z.object({ held: figures.optional() });

const STATES: Readonly<Record<string, string>> = {
  staged: 'being read',
  applied: 'imported',
  brake: 'waits for a manager',
  discarded: 'discarded, nothing was changed',
  overtaken: 'a later import took its place',
  failed: 'could not be taken, nothing was changed',
  undone: 'undone',
};

/** The last imports of a workspace, the newest first: which file, who brought it in and when, its rows, what came of it. Days as the member's locale writes them; with
 * what undoing the last one would take back, where the member may undo it. */
export async function lastImports(
  db: Queries,
  { workspace, member, now }: { workspace: WorkspaceContext; member: Member; now: Date },
): Promise<LastImportsView> {
  const rows = await db.prisma.ledgerImport.findMany({
    // finance's word that payments are up to date is kept as an import without a file
    where: { workspaceId: workspace.id, format: { not: 'confirmed' } },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  });
  const memberIds = rows.flatMap(({ memberId }) => memberId ?? []);
  const members = await db.prisma.member.findMany({
    where: { workspaceId: workspace.id, id: { in: memberIds } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  const undo = may(member.role, 'manage')
    ? await undoable(db, { workspace, individuals: true, now })
    : undefined;
  return {
    imports: rows.map((row) => ({
      ...viewOf(row, nameOf, member.locale),
      undo: row.id === undo?.importId ? undo.sentences.join(' ') : undefined,
    })),
  };
}

/** The last import that stands, where it may be undone now. */
async function undoable(db: Queries, undoing: Undoing): Promise<UndoPreview | undefined> {
  const stands = { workspaceId: undoing.workspace.id, status: 'applied', format: { not: 'confirmed' } };
  if ((await db.prisma.ledgerImport.count({ where: stands })) === 0) return undefined;
  const preview = await undoPreview(db, undoing);
  return preview.refusal === undefined ? preview : undefined;
}

function viewOf(row: LedgerImport, nameOf: ReadonlyMap<string, string>, locale: string): LastImportView {
  const { id, fileName, kind, status, startedAt, appliedAt, memberId } = row;
  const { rows, rejected = 0 } = { ...heldFigures.parse(row.summary).held, ...figures.parse(row.summary) };
  return {
    importId: id,
    fileName,
    about: `${kind === 'ledger' ? 'ledger' : 'bank statement'} as of ${shortDay(dayOfDate(row.asOf), locale)}`,
    by: memberId ? (nameOf.get(memberId) ?? 'somebody who left') : 'the command line',
    at: appliedAt ?? startedAt,
    rows: rows === undefined ? '' : rowsWords(rows, rejected),
    state: STATES[status] ?? status,
  };
}

function rowsWords(rows: number, rejected: number): string {
  const read = `${rows.toLocaleString('en-GB')} row${rows === 1 ? '' : 's'}`;
  return rejected > 0 ? `${read}, ${rejected.toLocaleString('en-GB')} of them not taken` : read;
}
