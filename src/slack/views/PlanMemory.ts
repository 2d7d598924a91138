import { z } from 'zod';
import { planRhythms } from '../../core/planDays.ts';
import { paymentMethods } from '../../core/promiseDays.ts';

/** What the schedule of a plan remembers until it is saved: all of the plan. */
export const planMemory = z.object({
  /** one plan, however often it is saved */
  form: z.string(),
  debtorId: z.string(),
  /** the call in which it was agreed on */
  call: z.string().optional(),
  contact: z.string().optional(),
  notes: z.string().optional(),
  words: z.object({
    currency: z.string(),
    /** minor units; as text, since JSON has no such numbers */
    amount: z.coerce.bigint(),
    on: z.string(),
    method: z.enum(paymentMethods),
    invoiceIds: z.array(z.string()).readonly(),
    count: z.number(),
    rhythm: z.enum(planRhythms),
  }),
});

export type PlanMemory = z.infer<typeof planMemory>;
