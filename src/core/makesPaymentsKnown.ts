/** What came of reading a ledger or bank file. */
export interface ReadFile {
  readonly kind: 'ledger' | 'payments';
  /** rows of data, without those that are no part of it */
  readonly rows: number;
  /** those that could not be taken */
  readonly rejected: number;
  /** it could be read to its end */
  readonly whole: boolean;
}

/**
 * Whether payments count as known up to the day of this file. A statement of which a line could not be taken does not say all that was paid,
 * and a ledger does not where nothing of it could be, or it breaks off. One without any row says that nothing was paid.
 */
export function makesPaymentsKnown({ kind, rows, rejected, whole }: ReadFile): boolean {
  if (!whole) return false;
  return kind === 'payments' ? rejected === 0 : rows === 0 || rejected < rows;
}
