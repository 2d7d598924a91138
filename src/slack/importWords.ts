import { isoDay } from '../core/day.ts';
import { isNothingTaken } from '../useCases/ledger/isNothingTaken.ts';
import type { ImportPreview } from '../useCases/ledger/previewImport.ts';

const KIND = 'Where the new customers are of another kind, choose it before you import.';

/** What an import would do, in sentences, and the rows that it would leave out. */
export function importWords(preview: ImportPreview) {
  const { kind, creditor, asOf, kindOfNew, brake, counts, importedAt } = preview;
  const what = kind === 'ledger' ? 'A ledger' : 'A bank statement';
  const { new: added, updated, closed, corrections, missing } = counts;
  const again =
    added + updated + closed + corrections + missing === 0
      ? 'This very file was imported before and stands: importing it again changes nothing.'
      : 'This very file was imported before, and a newer one has come since: importing it again turns back what that one said.';
  return {
    sentences: [
      `${what} of ${creditor}, as of ${isoDay(asOf)}.${isNothingTaken(counts) ? '' : ' Nothing is changed yet; importing it means:'}`,
      ...preview.sentences,
      ...(kindOfNew ? [KIND] : []),
      ...brake.map((reason) => `A manager will be asked: ${reason}`),
      ...(importedAt ? [again] : []),
    ],
    rejected: rejectedLines(preview.rejected, counts.rejected),
  };
}

/** The sentences that may stand where others read along: none that names an account of ours. */
export function withoutNames(
  sentences: readonly string[],
  { unmatched }: { readonly unmatched: readonly string[] },
): string[] {
  return sentences.filter((sentence) => !unmatched.includes(sentence));
}

/** The first rows that cannot be taken, a line each, and how many more there are. */
export function rejectedLines(
  rejected: readonly { readonly rowNumber: number; readonly reason: string }[],
  all: number,
): string[] {
  const lines = rejected.map(({ rowNumber, reason }) => `Row ${rowNumber}: ${reason}`);
  return all > lines.length ? [...lines, `… and ${all - lines.length} more.`] : lines;
}
