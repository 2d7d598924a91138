import { actions } from '../actions.ts';
import { bulletList } from '../bulletList.ts';
import { button } from '../button.ts';
import { join } from '../join.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

/** An import that a manager is asked about, or what became of it; amounts and days already written. */
export interface HeldImportView {
  /** "open-items.csv, as of Fri 20 November (Northwind Ltd)" */
  readonly file: string;
  readonly ask?: {
    readonly importId: string;
    /** names the reasons, so that nobody agrees to others than these */
    readonly seal: string;
    /** why it is held back, as sentences */
    readonly reasons: readonly string[];
    readonly figures: readonly string[];
  };
  /** as a sentence */
  readonly outcome?: string;
}

/** Asks managers whether an import that was held back is applied or discarded. */
export function heldImportMessage({ file, ask, outcome = '' }: HeldImportView): SlackMessage {
  if (!ask) {
    return message({
      text: `Import of ${file}: ${outcome}`,
      blocks: [section(mrkdwn`*Import of ${file}*\n${outcome}`)],
    });
  }
  const { importId, seal, reasons, figures } = ask;
  return message({
    text: `The import of ${file} waits for a manager: ${reasons.join(' ')}`,
    blocks: [
      section(mrkdwn`*The import of ${file} waits for a manager.* Nothing was changed yet.`),
      section(bulletList(reasons)),
      section(join(figures)),
    ],
    footer: [
      actions([
        button({
          text: 'Import all the same',
          actionId: 'held_import_apply',
          value: `${importId}|${seal}`,
          style: 'primary',
          label: `Import all the same: ${file}`,
          confirm: { title: 'Import it?', text: reasons.join(' '), confirm: 'Import all the same' },
        }),
        button({
          text: 'Discard',
          actionId: 'held_import_discard',
          value: importId,
          label: `Discard: ${file}`,
        }),
      ]),
    ],
  });
}
