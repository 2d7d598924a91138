import { z } from 'zod';
import { markOf } from './markOf.ts';

export const shownFormSchema = z.object({ mark: z.string(), at: z.iso.datetime() });

/** What a form showed when it was opened, by its mark, and when that was: kept in the window, and held against what stands when it is saved. */
export type ShownForm = z.output<typeof shownFormSchema>;

/** A form that shows this content now. */
export function shownForm(content: unknown, now: Date): ShownForm {
  return { mark: markOf(content), at: now.toISOString() };
}
