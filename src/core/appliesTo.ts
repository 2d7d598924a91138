import { z } from 'zod';
import { countryOf } from './countryOf.ts';
import { debtorKinds } from './debtorKinds.ts';
import { isCurrency } from './money.ts';

/**
 * Which debtors a policy is for: those that fit every condition named here; a condition that is not named fits everybody.
 */
export const appliesToSchema = z.strictObject({
  kinds: z.array(z.enum(debtorKinds)).default([]),
  /** ISO 3166-1 alpha-2; what is no country stays as it was written, and `policyProblems` says so */
  countries: z
    .array(
      z
        .string()
        .regex(/^[A-Z]{2}$/, 'a country is written as two capital letters, such as GB')
        .transform((code) => countryOf(code) ?? code),
    )
    .default([]),
  /** owes so much or more in one of these currencies: minor units by ISO 4217 code */
  owesAtLeast: z
    .record(
      z.string().refine(isCurrency, 'a currency is written as three capital letters, such as GBP'),
      z.number().int().min(1),
    )
    .default({}),
  /** carries one of these tags */
  tags: z.array(z.string().min(1)).default([]),
});

export type AppliesTo = z.infer<typeof appliesToSchema>;
