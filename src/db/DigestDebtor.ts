import { z } from 'zod';
import { onCreditHold } from './onCreditHold.ts';

/** An account as a digest names it: by name, or in public places by its number where it is a private individual. */
export interface DigestDebtor {
  readonly debtorId: string;
  readonly account: string;
  readonly name: string;
  readonly individual: boolean;
  readonly onCreditHold: boolean;
}

/** columns of `debtor d` */
export const digestDebtorColumns = `d.id AS debtor_id, d.account, d.name, d.kind = 'individual' AS individual,
  ${onCreditHold} AS credit_hold`;

export const digestDebtorRow = z.object({
  debtor_id: z.string(),
  account: z.string(),
  name: z.string(),
  individual: z.boolean(),
  credit_hold: z.boolean(),
});

/** The account that a row names. */
export function digestDebtorOf(row: z.infer<typeof digestDebtorRow>): DigestDebtor {
  const { debtor_id: debtorId, account, name, individual, credit_hold: onCreditHold } = row;
  return { debtorId, account, name, individual, onCreditHold };
}
