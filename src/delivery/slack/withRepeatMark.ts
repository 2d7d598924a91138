import type { Content } from './withFile.ts';

const WORDS = 'You may have seen this already: Slack did not confirm the first time.';
const MOST_BLOCKS = 50;

/** The same message with a word that it may be a repeat. */
export function withRepeatMark({ text, blocks }: Content): Content {
  const mark = { type: 'context', elements: [{ type: 'plain_text', text: WORDS }] };
  const marked = blocks && blocks.length < MOST_BLOCKS ? [mark, ...blocks] : blocks;
  return { text: `${WORDS} ${text}`, ...(marked ? { blocks: marked } : {}) };
}
