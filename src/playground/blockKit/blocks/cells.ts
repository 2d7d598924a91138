import { z } from 'zod';
import { richTextBlock } from './richText.ts';

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });

const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: z.string().min(1),
});

/** A cell of a table or data table. */
export const cell = z.discriminatedUnion('type', [rawText, rawNumber, richTextBlock]);
