import { limits } from '../../../blocks/limits.ts';
import type { BlockError } from './BlockError.ts';
import { atMostOf } from './rules/atMostOf.ts';
import { isRecord } from './rules/isRecord.ts';
import { markdownTotal } from './rules/markdownTotal.ts';
import { withFailedTexts } from './rules/withFailedTexts.ts';
import { validateBlocks } from './validateBlocks.ts';

interface Message {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
}

/**
 * What Slack would answer in `errors` to a message, empty when it is fine. Whether there is any text at all, and whether all
 * of it is too long (`messageLength`), are errors of their own and the caller's to raise.
 */
export function validateMessage(message: Message): BlockError[] {
  return [
    ...(message.text === undefined || typeof message.text === 'string'
      ? []
      : [{ message: 'must provide a string', pointer: '/text' }]),
    ...(message.blocks === undefined ? [] : messageBlocks(message.blocks, message, '/blocks')),
    ...(message.attachments === undefined ? [] : attachments(message.attachments, message)),
  ];
}

function messageBlocks(blocks: unknown, payload: unknown, root: string): BlockError[] {
  const { tables, charts } = limits.message;
  const list = Array.isArray(blocks) ? blocks : [];
  return [
    ...withFailedTexts(validateBlocks(blocks, 'message', root), payload),
    ...atMostOf('table', tables, 'only_one_table_allowed', list, root),
    ...atMostOf('data_visualization', charts, `no more than ${charts} charts allowed`, list, root),
    ...markdownTotal(list, root),
  ];
}

function attachments(held: unknown, payload: unknown): BlockError[] {
  if (!Array.isArray(held)) return [{ message: 'must provide an array', pointer: '/attachments' }];
  const most = limits.message.attachments;
  if (held.length > most) return [{ message: `no more than ${most} items allowed`, pointer: '/attachments' }];
  return held.flatMap((attachment: unknown, index) => {
    const at = `/attachments/${index}`;
    if (!isRecord(attachment)) return [{ message: 'must provide an object', pointer: at }];
    return attachment.blocks === undefined ? [] : messageBlocks(attachment.blocks, payload, `${at}/blocks`);
  });
}

export { messageLength } from '../../../blocks/messageLength.ts';
