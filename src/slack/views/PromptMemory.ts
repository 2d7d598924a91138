import { z } from 'zod';

/** What a form about a prompt remembers. */
export const promptMemory = z.object({
  /** one entry, however often the form is saved */
  form: z.string(),
  promptId: z.string(),
  debtorId: z.string(),
  /** ISO days: the snooze has to end after the first, and on the second at the latest */
  today: z.string().optional(),
  latest: z.string().optional(),
});
