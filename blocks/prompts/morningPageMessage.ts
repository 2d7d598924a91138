import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { MorningListView } from './MorningListView.ts';
import { morningListPages } from './morningListPages.ts';

/** One page of a member's list as it stands now, the first one is 0; of a list that has become shorter the last. */
export function morningPageMessage(view: MorningListView, asked: number): SlackMessage {
  const pages = morningListPages(view);
  const page = Math.max(0, Math.min(asked, pages.length - 1));
  const title = `Your list for ${view.dayName}, page ${page + 1} of ${pages.length}`;
  return message({
    text: title,
    blocks: [section(mrkdwn`*${title}*`), ...(pages[page]?.blocks ?? [])],
    footer: [
      context('As it stands now. What is done from here is shown on the list above too.'),
      actions([
        page > 0 ? pageButton('Previous', 'previous', page - 1) : undefined,
        page + 1 < pages.length ? pageButton('Next', 'next', page + 1) : undefined,
      ]),
    ],
  });
}

function pageButton(text: string, suffix: string, page: number) {
  return button({ text, actionId: `morning_page:${suffix}`, value: String(page), label: `${text} page` });
}
