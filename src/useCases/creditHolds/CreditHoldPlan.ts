import { z } from 'zod';

/** What is weighed before supply is stopped; texts as typed. */
export const creditHoldPlan = z.object({
  /** what in the contract lets us suspend supply */
  right: z.string(),
  openOrders: z.string(),
  accountManagerView: z.string(),
});

export type CreditHoldPlan = z.infer<typeof creditHoldPlan>;

/** The answers as approvers read them, line by line. */
export function creditHoldText({ right, openOrders, accountManagerView }: CreditHoldPlan): string {
  return [
    'No further orders are supplied until it is paid or instalments are agreed.',
    `Contract right to suspend: ${right}`,
    `Open orders: ${openOrders}`,
    `The account manager's view: ${accountManagerView}`,
  ].join('\n');
}
