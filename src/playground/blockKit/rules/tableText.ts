import type { z } from 'zod';
import { textLength } from '../../../../blocks/textLength.ts';

/** A rule: all cells of a table together hold at most `max` characters. */
export function tableText(max: number) {
  return (table: { readonly rows: readonly unknown[] }, context: z.RefinementCtx): void => {
    if (textLength(table.rows) <= max) return;
    context.addIssue({ code: 'custom', message: `must be less than ${max + 1} characters`, path: ['rows'] });
  };
}
