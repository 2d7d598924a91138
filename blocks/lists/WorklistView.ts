/** One page of a worklist; plain data, amounts and days already written in the reader's manner. */
export interface WorklistView {
  /** "Overdue accounts", "Open promises" … */
  readonly title: string;
  /** how the filter is written, to page through it */
  readonly filter: string;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly rows: readonly WorklistRowView[];
}

export interface WorklistRowView {
  readonly debtorId: string;
  readonly name: string;
  /** "€18,400.00, 63 days late, 2 broken promises" */
  readonly owed: string;
  /** owner, promise, dispute, what is asked: each a few words */
  readonly notes: readonly string[];
}
