import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { dateInstant } from '../dateInstant.ts';
import { join } from '../join.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

/** The last imports, the newest first; days and numbers already written in the reader's manner. */
export interface LastImportsView {
  readonly imports: readonly LastImportView[];
}

export interface LastImportView {
  readonly importId: string;
  readonly fileName: string;
  /** "ledger as of 20 Nov 2026" */
  readonly about: string;
  /** who brought it in */
  readonly by: string;
  readonly at: Date;
  /** "1,204 rows, 3 of them not taken"; empty where it never came that far */
  readonly rows: string;
  /** what came of it, in words */
  readonly state: string;
  /** what undoing it would take back, where the reader may undo it now */
  readonly undo?: string | undefined;
}

/** How the ledger is brought in, and what was brought in last. */
export function lastImportsMessage({ imports }: LastImportsView, how: readonly string[]): SlackMessage {
  const [last] = imports;
  const latest = last ? `The last file was ${last.fileName}: ${last.state}.` : 'Nothing was imported yet.';
  return message({
    text: `${how.join(' ')} ${latest}`,
    blocks: [
      section(join([mrkdwn`*How to bring the ledger in*`, ...how])),
      section(imports.length > 0 ? mrkdwn`*Last imports*` : latest),
      ...imports.flatMap(importBlocks),
    ],
  });
}

function importBlocks({ importId, fileName, about, by, at, rows, state, undo }: LastImportView) {
  const facts = [about, rows, state].filter((fact) => fact !== '');
  const shown = section(join([mrkdwn`*${fileName}* ${dateInstant(at)}, by ${by}`, join(facts, ' · ')]));
  if (undo === undefined) return [shown];
  const confirm = { title: 'Undo this import?', text: undo, confirm: 'Undo' };
  const label = `Undo: ${fileName}`;
  return [
    shown,
    actions([
      button({ text: 'Undo', actionId: 'import_undo', value: importId, style: 'danger', label, confirm }),
    ]),
  ];
}
