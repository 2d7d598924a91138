import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { plainText } from './text.ts';

/** Fields that many elements share. */
export const focusable = { focus_on_load: z.boolean().optional() };

export const placeholdable = { placeholder: plainText(limits.placeholder).optional() };

export const dispatchable = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .optional(),
    })
    .optional(),
};

export const multiple = { max_selected_items: z.number().int().min(1).optional() };
