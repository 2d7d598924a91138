import type { SaidOfDebtor } from '../../db/ledgerSteps.ts';

const MOST_ROWS = 5;
const MOST_REASONS = 5;

/** Collects why last steps that a file names were not taken over, by reason, with the rows that say them. */
export class NotTakenOver {
  readonly #found = new Map<string, { first: number[]; rows: number }>();

  /** @param why a clause */
  add(why: string, { rowNumber, rows }: Pick<SaidOfDebtor, 'rowNumber' | 'rows'>): void {
    const of = this.#found.get(why) ?? { first: [], rows: 0 };
    of.first.push(rowNumber);
    of.rows += rows;
    this.#found.set(why, of);
  }

  /** A sentence for each reason, those of most rows first. */
  sentences(): string[] {
    const reasons = [...this.#found].sort(([, a], [, b]) => b.rows - a.rows);
    const more = reasons.length - MOST_REASONS;
    return [
      ...reasons.slice(0, MOST_REASONS).map(([why, of]) => sentenceOf(why, of)),
      ...(more > 0 ? [`… and the last steps of other rows, for ${more} more reasons.`] : []),
    ];
  }
}

function sentenceOf(why: string, { first, rows }: { first: readonly number[]; rows: number }): string {
  const named = [...first].sort((a, b) => a - b).slice(0, MOST_ROWS);
  const more = rows - named.length;
  const which = `${rows === 1 ? 'row' : 'rows'} ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `The last step of ${which} is not taken over, their invoices are: ${why}.`;
}
