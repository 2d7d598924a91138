import type { Block } from '../Block.ts';
import { context } from '../context.ts';
import { header } from '../header.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { DailyDigestView, DailyHeadline } from './DailyDigestView.ts';
import type { DigestPart } from './DigestPart.ts';
import { digestLine } from './digestLine.ts';

/**
 * The day in one message; a day on which nothing happened and nothing waits is one line.
 * @param lists where its lists stand in full: in its thread, or below it where it has none
 */
export function dailyDigestMessage(
  view: DailyDigestView,
  lists: 'in the thread' | 'below' = 'in the thread',
): SlackMessage {
  const parts = view.parts.filter(({ total }) => total > 0);
  const figures = view.headlines.map(({ pastDue, counts, moved }) => `${pastDue} on ${counts}, ${moved}`);
  if (figures.length === 0) figures.push('Nothing is open');
  const counted = parts.map(({ title, total }) => `${title}: ${total}`);
  const text = `${view.dayName}: ${[...figures, ...counted].join('. ')}.`;
  if (parts.every(({ standing }) => standing)) {
    const quiet = mrkdwn`*${view.dayName}*: nothing new. ${[...figures, ...counted].join('. ')}. ${view.notes.join(' ')}`;
    return message({ text, blocks: [section(quiet)] });
  }
  return message({
    text,
    blocks: [
      header(view.dayName),
      ...view.headlines.flatMap(headlineBlocks),
      view.notes.length > 0 ? context(mrkdwn`${view.notes.join(' ')}`) : undefined,
      ...parts.flatMap((part) => partBlocks(part, lists)),
    ],
    more: () => `The rest is ${lists}.`,
  });
}

function headlineBlocks({ pastDue, counts, moved, ofWhich, ageing }: DailyHeadline): Block[] {
  return [
    section(mrkdwn`*${pastDue}* on ${counts}\n${moved}${ofWhich ? `; ${ofWhich}` : ''}`),
    context(mrkdwn`${ageing}`),
  ];
}

function partBlocks({ title, total, lines, inMessage }: DigestPart, lists: string): Block[] {
  if (inMessage === undefined) return [];
  const shown = lines.slice(0, inMessage);
  const whole = shown.length > 0 && total > shown.length ? `, the first of them here, all ${lists}` : '';
  return [section(mrkdwn`*${title}* (${total}${whole})`), ...shown.map(digestLine)];
}
