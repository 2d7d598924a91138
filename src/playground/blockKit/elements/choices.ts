import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { confirmable } from '../objects/confirm.ts';
import { actionIdentity } from '../objects/ids.ts';
import { choiceOption, options, overflowOption } from '../objects/option.ts';
import { focusable } from '../objects/traits.ts';
import { amongOptions } from '../rules/amongOptions.ts';

const choice = { ...actionIdentity, ...confirmable, ...focusable };

export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...choice,
    options: options(choiceOption, limits.checkboxes.options),
    initial_options: z.array(choiceOption).min(1).max(limits.checkboxes.options).optional(),
  })
  .superRefine(amongOptions);

export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...choice,
    options: options(choiceOption, limits.radioButtons.options),
    initial_option: choiceOption.optional(),
  })
  .superRefine(amongOptions);

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionIdentity,
  ...confirmable,
  options: options(overflowOption, limits.overflow.options),
});
