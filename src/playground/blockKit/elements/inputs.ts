import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { richTextBlock } from '../blocks/richText.ts';
import { actionIdentity } from '../objects/ids.ts';
import { dispatchable, focusable, placeholdable } from '../objects/traits.ts';
import { url } from '../objects/url.ts';
import { inOrder } from '../rules/inOrder.ts';

const typed = { ...actionIdentity, ...dispatchable, ...focusable, ...placeholdable };

const characters = z.number().int().max(limits.textInput.characters);

export const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    multiline: z.boolean().optional(),
    min_length: characters.min(0).optional(),
    max_length: characters.min(1).optional(),
    initial_value: z.string().max(limits.textInput.characters).optional(),
  })
  .superRefine(inOrder('min_length', 'max_length'));

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a valid number');

/** Its numbers travel as strings. */
export const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: decimal.optional(),
    min_value: decimal.optional(),
    max_value: decimal.optional(),
  })
  .superRefine(inOrder('min_value', 'max_value'));

export const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  ...typed,
  initial_value: z.email('must be a valid email address').optional(),
});

export const urlInput = z.strictObject({
  type: z.literal('url_text_input'),
  ...typed,
  initial_value: url.optional(),
});

export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...actionIdentity,
  filetypes: z.array(z.string().min(1)).min(1).optional(),
  max_files: z.number().int().min(1).max(limits.fileInput.files).optional(),
});

const lines = z.number().int().min(1).max(limits.richTextInput.lines).optional();

export const richTextInput = z
  .strictObject({
    type: z.literal('rich_text_input'),
    ...typed,
    initial_value: richTextBlock.optional(),
    min_lines: lines,
    max_lines: lines,
  })
  .superRefine(inOrder('min_lines', 'max_lines'));
