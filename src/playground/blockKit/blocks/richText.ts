import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { blockIdentity } from '../objects/ids.ts';
import { richTextElement, richTextLink, richTextText } from './richTextElements.ts';

const bordered = { border: z.literal([0, 1]).optional() };

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richTextElement) });

const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section),
  indent: z.number().int().min(0).max(limits.richText.listIndent).optional(),
  offset: z.number().int().min(0).optional(),
  ...bordered,
});

const quote = z.strictObject({
  type: z.literal('rich_text_quote'),
  elements: z.array(richTextElement),
  ...bordered,
});

const preformatted = z.strictObject({
  type: z.literal('rich_text_preformatted'),
  elements: z.array(z.discriminatedUnion('type', [richTextText, richTextLink])),
  ...bordered,
});

export const richTextBlock = z.strictObject({
  type: z.literal('rich_text'),
  ...blockIdentity,
  elements: z.array(z.discriminatedUnion('type', [section, list, quote, preformatted])).min(1),
});
