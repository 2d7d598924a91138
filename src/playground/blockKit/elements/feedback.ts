import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { confirmable } from '../objects/confirm.ts';
import { actionIdentity } from '../objects/ids.ts';
import { plainText } from '../objects/text.ts';

const label = z.string().min(1).max(limits.button.accessibilityLabel).optional();
const value = z.string().min(1).max(limits.button.value);

const thumb = z.strictObject({ text: plainText(limits.button.text), value, accessibility_label: label });

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  ...actionIdentity,
  positive_button: thumb,
  negative_button: thumb,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...actionIdentity,
  ...confirmable,
  icon: z.enum(['trash']),
  text: plainText(limits.button.text),
  accessibility_label: label,
  value: value.optional(),
  visible_to_user_ids: z.array(z.string()).max(limits.iconButton.visibleTo).optional(),
});
