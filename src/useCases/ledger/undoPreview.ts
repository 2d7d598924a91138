import { DulyError } from '../../core/DulyError.ts';
import { type Day, dayOfDate } from '../../core/day.ts';
import { undoRefusal } from '../../core/undoRefusal.ts';
import { actedOnSince } from '../../db/actedOnSince.ts';
import type { Queries } from '../../db/client.ts';
import { standsAgain } from '../../db/standsAgain.ts';
import { laterImports } from '../../db/undoScope.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { LedgerImport } from '../../generated/prisma/client.ts';
import { actedSentences, againSentences, undoSentence } from './undoSentences.ts';

export interface UndoPreview {
  readonly importId: string;
  readonly fileName: string;
  readonly appliedAt: Date;
  /** last day on which it may be undone; undefined where what it did was not kept */
  readonly undoUntil: Day | undefined;
  /** why it cannot be undone, as a sentence; undefined where it can */
  readonly refusal: string | undefined;
  /** what undoing would take back, and what was acted on since, for people */
  readonly sentences: readonly string[];
}

export interface Undoing {
  readonly workspace: WorkspaceContext;
  /** the last import of the workspace that stands where absent */
  readonly importId?: string | undefined;
  /** whether names of private individuals may be shown where the sentences go: their accounts are named else */
  readonly individuals: boolean;
  readonly now: Date;
}

const NAMED = 5;

/** What undoing an import would take back, and until when it may be undone. Changes nothing. Throws DulyError `import_not_found`. */
export async function undoPreview(db: Queries, undoing: Undoing): Promise<UndoPreview> {
  const { workspace, now } = undoing;
  const row = await importToUndo(db, undoing);
  const undoUntil = row.undoUntil ? dayOfDate(row.undoUntil) : undefined;
  const laterFiles = await laterImports(db, row);
  const { status, fileName } = row;
  return {
    importId: row.id,
    fileName,
    appliedAt: row.appliedAt ?? row.startedAt,
    undoUntil,
    refusal: undoRefusal({ status, fileName, undoUntil, laterFiles }, todayOf(workspace, now)),
    sentences: [
      undoSentence(row.summary, 'would'),
      ...(await againStanding(db, undoing, { importId: row.id, done: 'would' })),
      ...(await actedOn(db, undoing, row)),
    ],
  };
}

/** The import that is meant. Throws DulyError `import_not_found`. */
export async function importToUndo(db: Queries, { workspace, importId }: Undoing): Promise<LedgerImport> {
  const of = { workspaceId: workspace.id, format: { not: 'confirmed' } };
  const row = await db.prisma.ledgerImport.findFirst({
    where: importId === undefined ? { ...of, status: 'applied' } : { ...of, id: importId },
    orderBy: [{ appliedAt: 'desc' }, { startedAt: 'desc' }],
  });
  if (row) return row;
  throw importNotFound(importId);
}

/** What is said where an import is not there, or is another workspace's. */
export function importNotFound(importId: string | undefined): DulyError {
  return new DulyError(
    'import_not_found',
    importId === undefined ? 'no import is applied' : `no import ${importId}`,
    importId === undefined ? 'Nothing was imported yet that could be undone.' : 'I do not know this import.',
  );
}

/** What the import had ended and stands again without it, in sentences; none where nothing does. */
export async function againStanding(
  db: Queries,
  { workspace, individuals, now }: Undoing,
  { importId, done }: { importId: string; done: 'would' | 'did' },
): Promise<string[]> {
  const today = todayOf(workspace, now);
  const found = await standsAgain(db, { workspaceId: workspace.id, importId, today });
  return againSentences(found, { workspace, individuals, most: NAMED, done });
}

/** What was acted on since the import, in sentences; none where nothing was. */
export async function actedOn(
  db: Queries,
  { workspace, individuals }: Undoing,
  { id: importId, appliedAt, startedAt }: LedgerImport,
): Promise<string[]> {
  const since = appliedAt ?? startedAt;
  const acted = await actedOnSince(db, { workspaceId: workspace.id, importId, since, most: NAMED });
  return actedSentences(acted, { workspace, individuals });
}
