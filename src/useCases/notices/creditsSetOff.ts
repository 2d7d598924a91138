import { barriers } from '../../core/barriers.ts';
import { creditSetAgainst } from '../../core/creditSetAgainst.ts';
import type { DecisionInput } from '../../core/decision.ts';
import type { InvoiceFact } from '../../core/facts.ts';
import { openCredits } from '../../core/openCredits.ts';
import type { NoticeData } from '../../notices/NoticeData.ts';
import { printedCredit } from './printedItems.ts';

/**
 * Of the open credits as much as is set against the invoices listed, so that what is asked for is what may be collected of them
 * (`amount`, minor units).
 */
export function creditsSetOff(
  { facts, today }: Pick<DecisionInput, 'facts' | 'today'>,
  items: readonly { readonly invoice: InvoiceFact; readonly amount: bigint }[],
): NoticeData['credits'] {
  const known = barriers(facts, today);
  const left = new Map<string, bigint>();
  for (const item of items) {
    const { currency } = item.invoice;
    left.set(currency, (left.get(currency) ?? 0n) + creditSetAgainst(item, known));
  }
  return openCredits(facts, today).flatMap((credit) => {
    const room = left.get(credit.currency) ?? 0n;
    const amount = credit.amount < room ? credit.amount : room;
    left.set(credit.currency, room - amount);
    return amount > 0n ? [printedCredit({ ...credit, amount })] : [];
  });
}
