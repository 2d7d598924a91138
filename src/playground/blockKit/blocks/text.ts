import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { imageElement } from '../elements/image.ts';
import { accessories } from '../elements/on.ts';
import { blockIdentity } from '../objects/ids.ts';
import { anyText, mrkdwnText, plainText } from '../objects/text.ts';
import type { Surface } from '../surface.ts';

export const section = (surface: Surface) =>
  z
    .strictObject({
      type: z.literal('section'),
      ...blockIdentity,
      text: anyText(limits.section.text).optional(),
      fields: z.array(anyText(limits.section.field)).min(1).max(limits.section.fields).optional(),
      accessory: accessories[surface].optional(),
      expand: z.boolean().optional(),
    })
    .refine((block) => block.text !== undefined || block.fields !== undefined, {
      message: 'must define either `text` or `fields`',
      path: ['type'],
    });

export const header = z.strictObject({
  type: z.literal('header'),
  ...blockIdentity,
  text: plainText(limits.header.text),
  level: z.number().int().min(1).max(limits.header.maxLevel).optional(),
});

export const context = z.strictObject({
  type: z.literal('context'),
  ...blockIdentity,
  elements: z
    .array(z.discriminatedUnion('type', [plainText(), mrkdwnText(), imageElement]))
    .min(1)
    .max(limits.context.elements),
});

export const divider = z.strictObject({ type: z.literal('divider'), ...blockIdentity });

export const markdown = z.strictObject({
  type: z.literal('markdown'),
  ...blockIdentity,
  text: z.string().min(1).max(limits.message.markdown),
});

export const alert = z.strictObject({
  type: z.literal('alert'),
  ...blockIdentity,
  text: anyText(limits.alert.text),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});
