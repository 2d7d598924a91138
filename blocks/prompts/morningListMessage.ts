import { actions } from '../actions.ts';
import type { Block } from '../Block.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { divider } from '../divider.ts';
import { header } from '../header.ts';
import { join } from '../join.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { ListedArrival, ListedReminder, ListedTask, MorningListView } from './MorningListView.ts';

/** A member's day in one message: the calls first, then the reminders that one click sends. Updated in place. */
export function morningListMessage(view: MorningListView): SlackMessage {
  const open = [...view.tasks, ...view.reminders, ...view.arrivals].filter(
    (item) => item.state === 'open',
  ).length;
  const all = view.tasks.length + view.reminders.length + view.arrivals.length;
  const sendable = view.reminders.filter((r) => r.state === 'open' && r.sendable).length;
  const headline =
    open === 0
      ? 'All done for today. Thank you.'
      : `${open} of ${all} still to do; the details are in the thread.`;
  return message({
    text: mrkdwn`Your list for ${view.dayName}: ${headline}`,
    blocks: [
      header(`Your list for ${view.dayName}`),
      section(headline),
      ...(view.tasks.length > 0 ? [section(mrkdwn`*To call or decide*`), ...taskSections(view.tasks)] : []),
      ...(view.reminders.length > 0
        ? [divider(), section(mrkdwn`*Reminders to send*`), ...view.reminders.flatMap(reminderBlocks)]
        : []),
      ...(view.arrivals.length > 0
        ? [
            divider(),
            section(mrkdwn`*New invoices to complete, and terms to confirm with the customer*`),
            ...view.arrivals.map(arrivalBlock),
          ]
        : []),
    ],
    footer: [
      sendable > 0
        ? actions([
            button({
              text: sendable === 1 ? 'Send the reminder' : `Send all ${sendable} reminders`,
              actionId: 'reminders_send_all',
              value: `${view.memberId}|${view.day}`,
              style: 'primary',
              confirm: {
                title: 'Send the reminders?',
                text: `${sendable} reminder${sendable === 1 ? '' : 's'} will be mailed, each with a copy of its invoices. What was paid meanwhile is left out.`,
                confirm: 'Send',
              },
            }),
          ])
        : undefined,
    ],
    more: (hidden) => `…and ${hidden} more: \`/debt list mine\` shows them all`,
  });
}

/** Sections of a few lines each, so that none is cut by Slack's length of a text. */
function taskSections(tasks: readonly ListedTask[]): Block[] {
  const per = 12;
  return Array.from({ length: Math.ceil(tasks.length / per) }, (_, index) =>
    section(join(tasks.slice(index * per, (index + 1) * per).map(taskLine))),
  );
}

function taskLine(task: ListedTask) {
  const line = mrkdwn`${task.title}: ${whoOwes(task)}`;
  if (task.state !== 'open') return mrkdwn`• ~${line}~ ${task.outcome ?? ''}`;
  return task.note ? mrkdwn`• ${line} (${task.note})` : mrkdwn`• ${line}`;
}

/** Where nothing is overdue any more, the name alone. */
function whoOwes({ debtorName, owed }: ListedTask | ListedReminder) {
  return owed === '' ? mrkdwn`*${debtorName}*` : mrkdwn`*${debtorName}*, ${owed}`;
}

function reminderBlocks(reminder: ListedReminder): Block[] {
  const line = mrkdwn`${whoOwes(reminder)}\n${reminder.stage}`;
  if (reminder.state !== 'open') return [context(mrkdwn`${line}. ${reminder.outcome ?? ''}`)];
  return [
    section(reminder.sendable ? line : mrkdwn`${line}. No email on file: add a contact.`, {
      accessory: reminder.sendable
        ? button({
            text: 'Look at it',
            actionId: 'prompt_look',
            value: reminder.promptId,
            label: `Look at the reminder for ${reminder.debtorName}`,
          })
        : button({
            text: 'Add a contact',
            actionId: 'add_contact',
            value: reminder.debtorId,
            label: `Add a contact for ${reminder.debtorName}`,
          }),
    }),
  ];
}

function arrivalBlock({ promptId, debtorName, missing, state, outcome }: ListedArrival): Block {
  const shown = missing.length > MOST_MISSING ? [...missing.slice(0, MOST_MISSING), 'and more'] : missing;
  const line = mrkdwn`*${debtorName}*\n${join(shown, '; ')}`;
  if (state !== 'open') return context(mrkdwn`${line}. ${outcome ?? ''}`);
  return section(line, {
    accessory: button({
      text: 'Complete it',
      actionId: 'prompt_complete',
      value: promptId,
      label: `Complete the invoices of ${debtorName}`,
    }),
  });
}

/** The form shows them all. */
const MOST_MISSING = 5;
