import { z } from 'zod';
import { blockIdentity } from '../objects/ids.ts';
import { url } from '../objects/url.ts';
import { richTextBlock } from './richText.ts';

const task = <const S extends readonly [string, ...string[]]>(statuses: S) =>
  z.strictObject({
    type: z.literal('task_card'),
    ...blockIdentity,
    task_id: z.string().min(1),
    title: z.string().min(1),
    status: z.enum(statuses),
    details: richTextBlock.optional(),
    output: richTextBlock.optional(),
    sources: z.array(z.strictObject({ type: z.literal('url'), url, text: z.string().min(1) })).optional(),
  });

const running = ['in_progress', 'complete', 'error'] as const;

export const taskCard = task(running);

export const plan = z.strictObject({
  type: z.literal('plan'),
  ...blockIdentity,
  title: z.string().min(1),
  tasks: z.array(task(['pending', ...running])).optional(),
});
