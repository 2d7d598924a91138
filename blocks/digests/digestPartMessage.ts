import type { Block } from '../Block.ts';
import { context } from '../context.ts';
import { join } from '../join.ts';
import { limits } from '../limits.ts';
import { message, type SlackMessage } from '../message.ts';
import { messageLength } from '../messageLength.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { DigestLine, DigestPart } from './DigestPart.ts';
import { digestLine, digestLineText } from './digestLine.ts';

/** Up to so many lines have a button each. */
const MOST_BUTTONS = 24;
/** Lines of text in one section: short enough for its 3,000 characters whatever is escaped. */
const PER_SECTION = 5;
/** Kept free for the title and the line that counts the rest. */
const MARGIN = 800;

/** A digest's list in its thread: each line with its button, or the names plain where there are many; what does not fit is counted. */
export function digestPartMessage(part: DigestPart): SlackMessage {
  const { title, total, lines, rest } = part;
  const { blocks, shown } = lines.length > MOST_BUTTONS ? plainLines(lines) : buttonLines(lines);
  const left = total - shown;
  return message({
    text: total === 0 ? `${title}: nothing any more` : `${title}: ${total}`,
    blocks: [
      section(total === 0 ? mrkdwn`*${title}*: nothing any more` : mrkdwn`*${title}* (${total})`),
      ...blocks,
      left > 0
        ? context(rest ? mrkdwn`…and ${left} more: \`${rest}\` shows them` : `…and ${left} more`)
        : undefined,
    ],
  });
}

function buttonLines(lines: readonly DigestLine[]) {
  const blocks = lines.map(digestLine);
  while (!fits(blocks)) blocks.pop();
  return { blocks, shown: blocks.length };
}

function plainLines(lines: readonly DigestLine[]) {
  const blocks: Block[] = [];
  let shown = 0;
  while (shown < lines.length) {
    const next = lines.slice(shown, shown + PER_SECTION);
    blocks.push(section(join(next.map((line) => mrkdwn`• ${digestLineText(line)}`))));
    if (!fits(blocks)) {
      blocks.pop();
      break;
    }
    shown += next.length;
  }
  return { blocks, shown };
}

function fits(blocks: readonly Block[]): boolean {
  return (
    messageLength(blocks) + MARGIN <= limits.message.characters && blocks.length + 2 <= limits.message.blocks
  );
}
