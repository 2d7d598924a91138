import type { Block } from '../Block.ts';
import { button } from '../button.ts';
import { clip } from '../clip.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { DigestLine } from './DigestPart.ts';

/** A name longer than this is cut in a digest: the account itself shows it whole. */
const LONGEST_LABEL = 60;

export function digestLineText({ label, text }: DigestLine) {
  return mrkdwn`*${clip(label.trim(), LONGEST_LABEL)}*: ${clip(text, 200)}`;
}

/** A line with the button that opens its account. */
export function digestLine(line: DigestLine): Block {
  return section(digestLineText(line), {
    accessory: button({
      text: 'Open account',
      actionId: 'open_account',
      value: line.debtorId,
      label: `Open account: ${line.label}`,
    }),
  });
}
