import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { header } from '../header.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { MorningListView } from './MorningListView.ts';
import { morningListPages } from './morningListPages.ts';

/**
 * A member's day in one message: the calls first, then the reminders that one click sends. Updated in place. What it has no room for is counted, and a
 * button shows it, page by page.
 */
export function morningListMessage(view: MorningListView): SlackMessage {
  const all = [...view.tasks, ...view.reminders, ...view.arrivals];
  const open = all.filter((item) => item.state === 'open').length;
  const sendable = view.reminders.filter((r) => r.state === 'open' && r.sendable && !r.putOff).length;
  const headline =
    open === 0
      ? 'All done for today. Thank you.'
      : `${open} of ${all.length} still to do; the details are in the thread.`;
  const [first = { blocks: [], items: 0 }] = morningListPages(view);
  const hidden = all.length - first.items;
  return message({
    text: mrkdwn`Your list for ${view.dayName}: ${headline}`,
    blocks: [header(`Your list for ${view.dayName}`), section(headline), ...first.blocks],
    footer: [
      hidden > 0 ? context(`…and ${hidden} more`) : undefined,
      actions([
        sendable > 0
          ? button({
              text: sendable === 1 ? 'Send the reminder' : `Send all ${sendable} reminders`,
              actionId: 'reminders_send_all',
              value: `${view.memberId}|${view.day}`,
              style: 'primary',
              confirm: {
                title: 'Send the reminders?',
                text: `${sendable} reminder${sendable === 1 ? '' : 's'} will be mailed, those before and on the due date with the copies that are on file. What was paid meanwhile is left out.`,
                confirm: 'Send',
              },
            })
          : undefined,
        hidden > 0
          ? button({
              text: `Show the other ${hidden}`,
              actionId: 'morning_rest',
              value: '1',
              label: `Show the other ${hidden} of the list`,
            })
          : undefined,
      ]),
    ],
  });
}
