import { z } from 'zod';
import { shownFormSchema } from '../../core/shownForm.ts';

/** What the window of late-payment interest remembers: whose terms it shows, those of the team, and what stood when it was opened. */
export const interestMemory = z.object({
  creditorId: z.string().optional(),
  shown: shownFormSchema,
  team: z.object({ contract: z.string(), law: z.string(), lateCharges: z.boolean() }),
});
