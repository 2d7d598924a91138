import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { unique } from '../rules/unique.ts';
import { anyText, plainText } from './text.ts';
import { url } from './url.ts';

const value = z.string().min(1).max(limits.option.value);

/** An option of a menu: plain text only. */
export const menuOption = z.strictObject({
  text: plainText(limits.option.text),
  value,
  description: plainText(limits.option.description).optional(),
});

/** An option of checkboxes or radio buttons, which may be formatted. */
export const choiceOption = z.strictObject({
  text: anyText(limits.option.text),
  value,
  description: anyText(limits.option.description).optional(),
});

/** An option of an overflow menu, which may open a link. */
export const overflowOption = menuOption.extend({ url: url.optional() });

type Option = { value: string };

/** 1 to `max` options with different values. */
export const options = <T extends z.ZodType<Option>>(option: T, max: number) =>
  z
    .array(option)
    .min(1)
    .max(max)
    .superRefine(unique((each) => each.value, ['value'], 'value'));

/** 1 to 100 groups of options with different values. */
export const optionGroups = z
  .array(
    z.strictObject({
      label: plainText(limits.optionGroup.label),
      options: options(menuOption, limits.optionGroup.options),
    }),
  )
  .min(1)
  .max(limits.select.groups);
