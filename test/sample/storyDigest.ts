import { wordsOf } from '../support/wordsOf.ts';
import type { SeenSomewhere } from './sampleInSlack.ts';

/**
 * A story as lines that can be compared with another telling: what is said where and at which minute, without the ids, addresses
 * and fractions of seconds that are new each time. What is posted in the same minute, and what is worth the same in a list, has no
 * order: such lines are sorted.
 */
export function storyDigest(messages: readonly SeenSomewhere[]): string[] {
  return messages
    .map((message) => {
      const at = new Date(Number(message.ts) * 1000).toISOString().slice(0, 16);
      const says = wordsOf(message)
        .replaceAll(/http:\/\/127\.0\.0\.1:\d+\/\S*?([^/\s|]+)(?=[|>])/g, '$1')
        .split('\n')
        .sort()
        .join(' | ');
      return `${at} ${message.where} ${message.thread_ts ? 'in its thread ' : ''}${says}`;
    })
    .sort();
}
