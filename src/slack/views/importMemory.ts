import { z } from 'zod';

/** What the windows of an import remember: which dropped file, whose it is, what its columns hold, in which currency. */
export const importMemory = z.object({
  channel: z.string(),
  fileId: z.string(),
  /** `Column=field`, where its columns are not known */
  map: z.array(z.string()).optional(),
  currency: z.string().optional(),
  /** where there are several creditors */
  creditorId: z.string().optional(),
  /** in which the control total is typed, where it names none */
  totalIn: z.string().optional(),
  locale: z.string().optional(),
});

export type ImportMemory = z.infer<typeof importMemory>;
