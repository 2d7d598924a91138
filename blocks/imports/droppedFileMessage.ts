import { actions } from '../actions.ts';
import { bulletList } from '../bulletList.ts';
import { button } from '../button.ts';
import { join } from '../join.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

/** What is said of a file that somebody dropped; figures already written. */
export interface DroppedFileView {
  readonly fileName: string;
  /** what would come of it, or what did, a sentence each */
  readonly sentences: readonly string[];
  /** rows that cannot be taken, a sentence each */
  readonly rejected?: readonly string[];
  /** where something can be done with it: the value of the button, what it says, and what it does where it does not import it */
  readonly next?: { readonly value: string; readonly text: string; readonly actionId?: string } | undefined;
}

/** A dropped file: what it would change or what it was taken for, with a button that goes on from there; later what came of it. */
export function droppedFileMessage({
  fileName,
  sentences,
  rejected = [],
  next,
}: DroppedFileView): SlackMessage {
  return message({
    text: `${fileName}: ${sentences.join(' ')}`,
    blocks: [
      section(mrkdwn`*${fileName}*`),
      ...(sentences.length > 0 ? [section(bulletList(sentences))] : []),
      ...(rejected.length > 0 ? [section(join(rejected))] : []),
    ],
    footer: [
      next &&
        actions([
          button({
            text: next.text,
            actionId: next.actionId ?? 'import_file',
            value: next.value,
            ...(next.actionId === undefined && { style: 'primary' }),
            label: `${next.text}: ${fileName}`,
          }),
        ]),
    ],
  });
}
