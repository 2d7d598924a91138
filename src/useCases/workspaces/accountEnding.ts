import type { BankDetails } from '../../db/bankDetails.ts';

/** The last four characters of the account that customers pay to: enough to know it by, not to use it. */
export function accountEnding(bank: BankDetails | undefined): string | undefined {
  return (bank?.iban ?? bank?.account)?.replace(/[\s-]/g, '').slice(-4);
}
