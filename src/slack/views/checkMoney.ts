import { formatMoney } from '../../core/money.ts';
import { parseAmount } from '../../core/parseAmount.ts';

/** An amount of one currency as typed, more than nothing and at most `most`, in minor units; else what is wrong with it, as a sentence. */
export function checkMoney(
  typed: string,
  { currency, locale, most }: { currency: string; locale: string; most?: bigint | undefined },
): { readonly amount: bigint } | { readonly problem: string } {
  const parsed = parseAmount(typed, { currency, locale });
  if ('error' in parsed) return { problem: parsed.error };
  if ((parsed.currency ?? currency) !== currency)
    return { problem: `This is in ${currency}: write the amount in ${currency}.` };
  if (parsed.minor <= 0n) return { problem: 'Write an amount of more than nothing.' };
  if (most !== undefined && parsed.minor > most)
    return { problem: `At most ${formatMoney(most, currency, locale)}: write less.` };
  return { amount: parsed.minor };
}
