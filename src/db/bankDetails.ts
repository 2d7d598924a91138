import { z } from 'zod';

/** What `creditor.bank_details` holds: where customers are asked to pay. */
export const bankDetails = z.object({
  holder: z.string(),
  iban: z.string().optional(),
  account: z.string().optional(),
  sortCode: z.string().optional(),
  bank: z.string().optional(),
  /** what to quote; each customer's account number where it is absent */
  reference: z.string().optional(),
});
export type BankDetails = z.infer<typeof bankDetails>;
