import { actions } from '../actions.ts';
import type { Block } from '../Block.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { divider } from '../divider.ts';
import { join } from '../join.ts';
import { limits } from '../limits.ts';
import type { Text } from '../Markup.ts';
import { messageLength } from '../messageLength.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { typed } from '../typed.ts';
import type { ListedArrival, ListedReminder, ListedTask, MorningListView } from './MorningListView.ts';

/** So much of a message as its heading, its buttons and a word on the rest leave free. */
const ROOM = { blocks: limits.message.blocks - 8, characters: limits.message.characters - 1500 };

/** What stands together on a page, with how many entries of the list it shows. */
interface Part {
  readonly group: string;
  readonly items: number;
  readonly blocks: readonly Block[];
}

export interface MorningListPage {
  readonly blocks: readonly Block[];
  /** entries of the list on it */
  readonly items: number;
}

/** A member's whole list in pages that a message has room for each, nothing left out; one page where nothing is asked. */
export function morningListPages(view: MorningListView): readonly MorningListPage[] {
  const pages: Part[][] = [[]];
  for (const part of partsOf(view)) {
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && !fits(blocksOf([...page, part]))) pages.push([part]);
    else page.push(part);
  }
  return pages.map((parts) => ({
    blocks: blocksOf(parts),
    items: parts.reduce((sum, { items }) => sum + items, 0),
  }));
}

function fits(blocks: readonly Block[]): boolean {
  return blocks.length <= ROOM.blocks && messageLength(blocks) <= ROOM.characters;
}

/** Each group under its heading, on every page anew. */
function blocksOf(parts: readonly Part[]): Block[] {
  return parts.flatMap(({ group, blocks }, index) => {
    if (group === parts[index - 1]?.group) return blocks;
    return [...(index > 0 ? [divider()] : []), section(mrkdwn`*${group}*`), ...blocks];
  });
}

function partsOf({ tasks, reminders, arrivals }: MorningListView): Part[] {
  const each = (group: string, blocks: readonly Block[]) => ({ group, items: 1, blocks });
  return [
    ...taskParts(tasks),
    ...reminders.map((one) => each('Reminders to send', reminderBlocks(one))),
    ...arrivals.map((one) =>
      each('New invoices to complete, and terms to confirm with the customer', arrivalBlocks(one)),
    ),
  ];
}

/** Sections of as many lines as none is cut in by Slack's length of a text. */
function taskParts(tasks: readonly ListedTask[]): Part[] {
  const sections: Text[][] = [];
  for (const line of tasks.map(taskLine)) {
    const last = sections.at(-1);
    if (last && last.length < 12 && typed(join([...last, line])).source.length <= limits.text)
      last.push(line);
    else sections.push([line]);
  }
  return sections.map((lines) => ({
    group: 'To call or decide',
    items: lines.length,
    blocks: [section(join(lines))],
  }));
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
  const stage = reminder.putOff ? mrkdwn`${reminder.stage} (${reminder.putOff})` : reminder.stage;
  const line = mrkdwn`${whoOwes(reminder)}\n${stage}`;
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

function arrivalBlocks({ promptId, debtorName, missing, state, outcome, note }: ListedArrival): Block[] {
  const shown = missing.length > MOST_MISSING ? [...missing.slice(0, MOST_MISSING), 'and more'] : missing;
  const line = mrkdwn`*${debtorName}*\n${join(shown, '; ')}`;
  if (state !== 'open') return [context(mrkdwn`${line}. ${outcome ?? ''}`)];
  return [
    section(note ? mrkdwn`${line} (${note})` : line),
    actions([
      button({
        text: 'Complete it',
        actionId: 'prompt_complete',
        value: promptId,
        label: `Complete the invoices of ${debtorName}`,
      }),
      button({
        text: 'Not now',
        actionId: 'prompt_snooze',
        value: promptId,
        label: `Not now: the invoices of ${debtorName}`,
      }),
    ]),
  ].filter((block) => block !== undefined);
}

/** The form shows them all. */
const MOST_MISSING = 5;
