import { DulyError } from '../../core/DulyError.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { openFileSource } from '../../imports/FileSource.ts';
import { type LedgerFile, openLedgerFile } from '../../imports/openLedgerFile.ts';
import { ensureCreditor } from './ensureCreditor.ts';
import type { ImportOptions } from './ImportOptions.ts';

/**
 * Opens the file of an import, with the day it is of and whose ledger it is; the caller disposes of it. Throws DulyError for a file
 * that cannot be taken at all (see `openFileSource`, `openLedgerFile`), and for an as-of date in the future; UnknownCreditor.
 */
export async function openImport(options: ImportOptions) {
  const { db, workspace, now } = options;
  const source = await openFileSource(options.file);
  const dispose = () => source.dispose();
  try {
    const file = await openLedgerFile(source, {
      map: options.map,
      currency: options.currency ?? workspace.currency,
      usualOrder: workspace.country === 'US' ? 'mdy' : 'dmy',
    });
    const asOf = asOfDay(options, file);
    const creditor = await ensureCreditor(db, workspace, {
      named: options.creditor,
      confirm: options.confirm,
      now,
    });
    return { source, file, asOf, creditor, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function asOfDay({ workspace, now, asOf }: ImportOptions, file: LedgerFile): Day {
  const today = todayOf(workspace, now);
  if (asOf !== undefined && asOf > today) {
    const sentence = `${isoDay(asOf)} has not come yet: a ledger can be taken as of today (${isoDay(today)}) or before.`;
    throw new DulyError('as_of_future', sentence, sentence);
  }
  // a report made where it is tomorrow already is fresh as of today
  return asOf ?? (file.ownDate !== undefined && file.ownDate < today ? file.ownDate : today);
}
