import type { Day } from '../../core/day.ts';
import type { StagedFile } from './stageFile.ts';

/** The day that a file is of, once it is read: a bank statement that nobody gave a day to is of the day of its last line, `asOf` at the latest. */
export function dayOfFile(
  asOf: Day,
  {
    given,
    kind,
    staged,
  }: {
    /** the day that it was said to be of */
    readonly given: Day | undefined;
    readonly kind: 'ledger' | 'payments';
    readonly staged: Pick<StagedFile, 'lastOn'>;
  },
): Day {
  const { lastOn } = staged;
  return kind === 'payments' && given === undefined && lastOn !== undefined && lastOn < asOf ? lastOn : asOf;
}
