import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { anyText, plainText } from './text.ts';

/** The "are you sure?" dialog of an element. */
export const confirmable = {
  confirm: z
    .strictObject({
      title: plainText(limits.confirm.title).optional(),
      text: anyText(limits.confirm.text),
      confirm: plainText(limits.confirm.confirm).optional(),
      deny: plainText(limits.confirm.deny).optional(),
      style: z.enum(['primary', 'danger']).optional(),
    })
    .optional(),
};
