import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { join } from '../join.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { WorklistRowView, WorklistView } from './WorklistView.ts';

/** A worklist, a page at a time: each line opens its account. */
export function worklistMessage(view: WorklistView): SlackMessage {
  const { title, total, page, pages, rows } = view;
  if (total === 0) return message({ text: `${title}: none.` });
  const count = `${total} account${total === 1 ? '' : 's'}`;
  return message({
    text: mrkdwn`${title}: ${count}. First: ${rows[0]?.name ?? ''}, ${rows[0]?.owed ?? ''}`,
    blocks: [section(mrkdwn`*${title}*: ${count}`), ...rows.map(rowBlock)],
    footer: [
      pages > 1
        ? context(`Page ${page + 1} of ${pages}, in the order of what acting now is worth`)
        : undefined,
      actions([
        page > 0 ? pageButton('Previous', 'previous', view, page - 1) : undefined,
        page + 1 < pages ? pageButton('Next', 'next', view, page + 1) : undefined,
      ]),
    ],
  });
}

function rowBlock({ debtorId, name, owed, notes }: WorklistRowView) {
  return section(join([mrkdwn`*${name}*, ${owed}`, join(notes, ' · ')]), {
    accessory: button({
      text: 'Open account',
      actionId: 'open_account',
      value: debtorId,
      label: `Open account: ${name}`,
    }),
  });
}

function pageButton(text: string, suffix: string, { filter }: WorklistView, page: number) {
  return button({ text, actionId: `list_page:${suffix}`, value: `${filter}|${page}`, label: `${text} page` });
}
