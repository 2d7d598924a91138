/** What finance says about an open item that the last ledger file did not list: settled by money, by a credit, or still owed. */
export type MissingAnswer = 'paid' | 'credited' | 'open';

/** Calendar days for which "still open" holds against later files that do not list the item either; then finance is asked again. */
export const STILL_OPEN_DAYS = 14;

/** Answers that can be given on an item of that amount: a credit note was used or paid back, or it is still there. */
export function missingAnswers(amount: bigint): readonly MissingAnswer[] {
  return amount < 0n ? ['paid', 'open'] : ['paid', 'credited', 'open'];
}
