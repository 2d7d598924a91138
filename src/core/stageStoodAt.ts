import type { DebtorFacts } from './facts.ts';
import { type Policy, rungIndex } from './policy.ts';

/** The last stage of the ladder taken for an invoice, what people call "the stage it is at"; undefined before the first. */
export function stageStoodAt(
  { steps }: Pick<DebtorFacts, 'steps'>,
  policy: Policy,
  invoiceId: string | undefined,
): string | undefined {
  if (invoiceId === undefined) return undefined;
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at];
    if (!step || step.state === 'cancelled' || rungIndex(policy, step.stage) < 0) continue;
    if (step.carryingInvoiceId === invoiceId || step.invoiceIds.includes(invoiceId)) return step.stage;
  }
  return undefined;
}
