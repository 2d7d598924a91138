import { z } from 'zod';
import { shownFormSchema } from '../../core/shownForm.ts';
import { interestMemory } from './interestMemory.ts';

/** What the window of a row of law remembers. */
export const statuteMemory = z.object({
  /** absent: the row is new */
  id: z.string().optional(),
  shown: shownFormSchema.optional(),
  openedAt: z.iso.datetime(),
  /** law and first day of the other rows of the workspace: "NL 2013-03-16" */
  taken: z.array(z.string()),
  /** the window behind it */
  behind: interestMemory,
});

export type StatuteMemory = z.output<typeof statuteMemory>;
