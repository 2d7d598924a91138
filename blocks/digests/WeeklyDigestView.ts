import type { DigestPart } from './DigestPart.ts';

/** A week's digest; plain data, amounts already formatted. */
export interface WeeklyDigestView {
  /** "Week from 16 Nov 2026 to 22 Nov 2026" */
  readonly title: string;
  readonly currencies: readonly WeeklyCurrency[];
  /** sentences on promises kept, cash expected, members; one a line */
  readonly sentences: readonly WeeklySentences[];
  readonly movements: DigestPart;
}

export interface WeeklyCurrency {
  /** "€12,400.00 past due and not in dispute, €1,000.00 less than a week before" */
  readonly headline: string;
  /** opening to closing, lines that add up */
  readonly lines: readonly { readonly label: string; readonly amount: string }[];
  /** what the lines do not explain: an error */
  readonly residue: string | undefined;
  /** disputed, handed off, unapplied; ageing; DSO and the like */
  readonly facts: readonly string[];
}

export interface WeeklySentences {
  readonly title: string;
  readonly lines: readonly string[];
}
