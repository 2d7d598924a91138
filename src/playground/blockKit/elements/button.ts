import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { confirmable } from '../objects/confirm.ts';
import { actionIdentity } from '../objects/ids.ts';
import { plainText } from '../objects/text.ts';
import { url } from '../objects/url.ts';

const looks = {
  text: plainText(limits.button.text),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(limits.button.accessibilityLabel).optional(),
};

export const button = z.strictObject({
  type: z.literal('button'),
  ...actionIdentity,
  ...confirmable,
  ...looks,
  value: z.string().min(1).max(limits.button.value).optional(),
  url: url.optional(),
});

export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionIdentity,
  ...confirmable,
  ...looks,
  workflow: z.strictObject({
    trigger: z.strictObject({
      url,
      customizable_input_parameters: z
        .array(z.strictObject({ name: z.string().min(1), value: z.string() }))
        .optional(),
    }),
  }),
});
