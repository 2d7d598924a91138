import type { CreditorFreshness } from './CreditorFreshness.ts';
import type { Day } from './day.ts';

/** Up to which day payments are known, in words without a full stop; `only` where that is not enough. */
export function paymentsKnown(
  { name, until }: CreditorFreshness,
  { dayWords, only = false }: { readonly dayWords: (day: Day) => string; readonly only?: boolean },
): string {
  const to = name === undefined ? '' : ` to ${name}`;
  if (until === undefined) return `No payments${to} have been imported yet`;
  return `Payments${to} are known ${only ? 'only ' : ''}up to ${dayWords(until)}`;
}
