import type { Day } from './day.ts';

/** An import as far as it matters for taking it back. */
export interface AppliedImport {
  /** see the data model: `applied`, `undone`, `brake` and others */
  readonly status: string;
  readonly fileName: string;
  /** last day on which it may be undone; undefined where what it did was not kept */
  readonly undoUntil: Day | undefined;
  /** names of the imports of the same creditor that were applied after it and stand, the last one first */
  readonly laterFiles: readonly string[];
}

/**
 * Why an import cannot be undone, as a sentence that says what to do; undefined where it can. Later imports build on what it left, so
 * that only the last one that stands can be taken back.
 */
export function undoRefusal(
  { status, fileName, undoUntil, laterFiles }: AppliedImport,
  today: Day,
): string | undefined {
  if (status === 'undone') return `${fileName} is undone already: nothing was changed.`;
  if (status !== 'applied') return `${fileName} was not applied: there is nothing to undo.`;
  if (undoUntil === undefined || today > undoUntil)
    return `${fileName} can be undone until the end of the next business day only. Import the right file: it corrects what is wrong.`;
  const [last] = laterFiles;
  if (last === undefined) return undefined;
  return `${last} was imported after ${fileName}: undo that one first.`;
}
