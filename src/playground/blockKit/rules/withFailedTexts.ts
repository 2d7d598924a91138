import type { BlockError } from '../BlockError.ts';
import { noSchema } from '../inSlacksWords.ts';
import { isRecord } from './isRecord.ts';

/**
 * In messages Slack also names the text object that failed, before what failed in it, where either kind of text object
 * could have stood.
 */
export function withFailedTexts(errors: readonly BlockError[], payload: unknown): BlockError[] {
  return errors.flatMap((error) => {
    const parent = error.pointer.slice(0, error.pointer.lastIndexOf('/'));
    return isTextObject(at(payload, parent)) ? [{ message: noSchema, pointer: parent }, error] : [error];
  });
}

function isTextObject(value: unknown): boolean {
  return isRecord(value) && (value.type === 'mrkdwn' || value.type === 'plain_text');
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((held, key) => {
      if (Array.isArray(held)) return held[Number(key)];
      return isRecord(held) ? held[key] : undefined;
    }, value);
}
