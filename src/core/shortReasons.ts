import type { Reason } from './facts.ts';

const MOST_OF_A_RULE = 8;

/** The reasons as they are read: what one rule says of a great many invoices is cut, and counted, so that the rules after it are read too. */
export function shortReasons(reasons: readonly Reason[]): Reason[] {
  const told = new Map<string, number>();
  const shown: Reason[] = [];
  for (const reason of reasons) {
    const { rule, outcome } = reason;
    const alike = `${rule} ${outcome}`;
    const nth = (told.get(alike) ?? 0) + 1;
    told.set(alike, nth);
    if (nth <= MOST_OF_A_RULE) shown.push(reason);
    if (nth !== MOST_OF_A_RULE) continue;
    const more = reasons.filter((one) => `${one.rule} ${one.outcome}` === alike).length - nth;
    if (more > 0) shown.push({ rule, outcome, sentence: `… and the same of ${more} more` });
  }
  return shown;
}
