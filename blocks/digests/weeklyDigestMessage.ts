import type { Block } from '../Block.ts';
import { context } from '../context.ts';
import { divider } from '../divider.ts';
import { header } from '../header.ts';
import { join } from '../join.ts';
import { type Markup, raw } from '../Markup.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { typed } from '../typed.ts';
import { digestLine } from './digestLine.ts';
import type { WeeklyCurrency, WeeklyDigestView } from './WeeklyDigestView.ts';

/** Lines of a list that the digest itself shows; the CSV in its thread has them all. */
const MOST_LINES = 12;

/** The week in one message: what past due opened with, what moved it, what it closed with; then what explains it. */
export function weeklyDigestMessage(view: WeeklyDigestView): SlackMessage {
  const { title, currencies, sentences, movements } = view;
  const headlines = currencies.map(({ headline, residue }) =>
    residue === undefined ? headline : `${headline} (does not add up: ${residue})`,
  );
  const said = headlines.length > 0 ? headlines.join('. ') : 'nothing was past due';
  return message({
    text: `${title}: ${said}.`,
    blocks: [
      header(title),
      ...(currencies.length > 0 ? currencies.flatMap(currencyBlocks) : [section('Nothing was past due.')]),
      divider(),
      ...sentences
        .filter(({ lines }) => lines.length > 0)
        .map((part) => section(mrkdwn`*${part.title}*\n${join(shown(part.lines))}`)),
      ...(movements.lines.length > 0
        ? [section(mrkdwn`*${movements.title}*`), ...movements.lines.map(digestLine)]
        : []),
      context('Pictures and all numbers are in the thread.'),
    ],
  });
}

function currencyBlocks({ headline, lines, residue, facts }: WeeklyCurrency): (Block | undefined)[] {
  return [
    section(mrkdwn`*${headline}*\n${table(lines)}`),
    residue === undefined
      ? undefined
      : section(
          mrkdwn`:warning: *This does not add up*: ${residue} are not explained by what is on record. Please tell whoever runs Duly before using these figures.`,
        ),
    facts.length > 0 ? context(join(facts)) : undefined,
  ];
}

/** Labels to the left, amounts to the right, in letters of one width. */
function table(lines: WeeklyCurrency['lines']): Markup {
  const labels = Math.max(...lines.map(({ label }) => label.length));
  const amounts = Math.max(...lines.map(({ amount }) => amount.length));
  const rows = lines.map(({ label, amount }) => `${label.padEnd(labels)}  ${amount.padStart(amounts)}`);
  return raw(['```', ...rows.map((row) => typedRow(row)), '```'].join('\n'));
}

/** Escaped like anything else; the blanks that align it are kept. */
function typedRow(row: string): string {
  return row
    .split(/( {2,})/)
    .map((piece) => (/^ *$/.test(piece) ? piece : typed(piece).source))
    .join('');
}

function shown(lines: readonly string[]): string[] {
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `…and ${rest} more`] : [...lines];
}
