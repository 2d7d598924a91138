import { formatMoney, type Money } from '../../core/money.ts';
import type { ApplyOptions } from './ImportOptions.ts';

/** That what a file adds up to misses the control total that was typed in with it, as a sentence; none where it does not, or none was typed. */
export function missedTotal(
  sums: readonly Money[],
  { workspace, controlTotal }: Pick<ApplyOptions, 'workspace' | 'controlTotal'>,
): string[] {
  if (!controlTotal) return [];
  const { currency, amount } = controlTotal;
  const found = sums.find((money) => money.currency === currency)?.amount ?? 0n;
  if (found === amount) return [];
  const [has, wanted] = [found, amount].map((minor) => formatMoney(minor, currency, workspace.locale));
  return [`It adds up to ${has}, and not to the control total of ${wanted}.`];
}
