import type { Block } from './Block.ts';
import { clipMarkup } from './clip.ts';
import { type Content, fitBlocks } from './fitBlocks.ts';
import { limits } from './limits.ts';
import type { Text } from './Markup.ts';
import { messageLength } from './messageLength.ts';
import { NOTHING } from './nothing.ts';
import { section } from './section.ts';
import { typed } from './typed.ts';

export interface MessageContent extends Partial<Content> {
  /** The same as the blocks in one breath: notifications and screen readers get this. */
  readonly text: Text;
}

/** What chat.postMessage, chat.update, chat.postEphemeral and a response_url take. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: Block[];
}

/** A message within Slack's limits; without blocks its text is the only one. */
export function message({ text, blocks = [], ...rest }: MessageContent): SlackMessage {
  const shown = blocks.some((block) => block !== undefined) ? blocks : [section(text)];
  return {
    text: clipMarkup(typed(text).source.trim() || NOTHING, limits.message.text),
    blocks: fitBlocks({ blocks: shown, ...rest }, fitsMessage),
  };
}

function fitsMessage(blocks: readonly Block[]): boolean {
  return blocks.length <= limits.message.blocks && messageLength(blocks) <= limits.message.characters;
}
