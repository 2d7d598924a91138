import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';

/** A plain_text object of at most `max` characters. */
export const plainText = (max: number = limits.text) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });

/** A mrkdwn object of at most `max` characters. */
export const mrkdwnText = (max: number = limits.text) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });

/** Either text object, where Slack takes both. */
export const anyText = (max: number = limits.text) =>
  z.discriminatedUnion('type', [plainText(max), mrkdwnText(max)]);
