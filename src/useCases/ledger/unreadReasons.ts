import type { StagedFile } from './stageFile.ts';

/** Why a manager has to confirm before a file is applied that was not read to its end, or a ledger in which there is nothing, a sentence each. */
export function unreadReasons(
  kind: 'ledger' | 'payments',
  { rows, whole }: Pick<StagedFile, 'rows' | 'whole'>,
): string[] {
  if (!whole) return ['A quotation mark is opened in it and not closed: what follows could not be read.'];
  // a day without a payment is one like others
  return kind === 'ledger' && rows === 0 ? ['There is no item in it, open or paid.'] : [];
}
