import { z } from 'zod';

/** An account as a digest names it: by name, or in public places by its number where it is a private individual. */
export interface DigestDebtor {
  readonly debtorId: string;
  readonly account: string;
  readonly name: string;
  readonly individual: boolean;
}

/** columns of `debtor d` */
export const digestDebtorColumns = `d.id AS debtor_id, d.account, d.name, d.kind = 'individual' AS individual`;

export const digestDebtorRow = z.object({
  debtor_id: z.string(),
  account: z.string(),
  name: z.string(),
  individual: z.boolean(),
});
