import { z } from 'zod';

/** What a call log window remembers between two clicks: ids and what its fields are checked against, no contents. */
export const callLogMemory = z.object({
  /** one call, however often the form is saved */
  form: z.string(),
  /** the workspace's day when it was opened, ISO */
  today: z.string(),
  /** the member's */
  locale: z.string(),
  debtorId: z.string().optional(),
  promptId: z.string().optional(),
  /** the call in which a plan was agreed on; it is on record already */
  call: z.string().optional(),
  /** the promise's currency unless the amount names another */
  currency: z.string().default(''),
  /** what is open by currency, minor units: no promise is for more */
  open: z.record(z.string(), z.string()).default({}),
});

export type CallLogMemory = z.infer<typeof callLogMemory>;
