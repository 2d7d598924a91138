import type { MissingAnswer } from '../../src/core/missingAnswer.ts';
import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

/** Open items that the last ledger file did not list; amounts and days already written in the reader's manner. */
export interface MissingItemsView {
  readonly total: number;
  /** what they come to, per currency, joined */
  readonly sum: string;
  /** the first of them, the oldest first */
  readonly rows: readonly {
    readonly invoiceId: string;
    readonly debtorName: string;
    readonly number: string;
    readonly open: string;
    readonly due: string;
    /** day of the file that did not list it */
    readonly since: string;
    readonly answers: readonly MissingAnswer[];
  }[];
}

/** Finance's list of what no ledger file shows any more, each with the answers there are. */
export function missingItemsMessage({ total, sum, rows }: MissingItemsView): SlackMessage {
  if (total === 0) return message({ text: 'Not in the last ledger file: everything is answered for.' });
  const count = `${total} open item${total === 1 ? '' : 's'}, ${sum} in all`;
  const text = `Not in the last ledger file: ${count}. Say for each whether it is paid, credited or still open.`;
  const more = total - rows.length;
  return message({
    text,
    blocks: [
      section(
        mrkdwn`*Not in the last ledger file:* ${count}. Absence is no payment: their clock runs, and nothing is sent about them until finance says for each what it is, or a later file lists it again.`,
      ),
      ...rows.flatMap((row) => [
        section(
          mrkdwn`*${row.debtorName}*: ${row.open} of ${row.number}, due ${row.due}, not listed since ${row.since}`,
        ),
        actions(row.answers.map((answer) => answerButton(answer, row))),
      ]),
    ],
    footer: [more > 0 ? context(`${more} more follow as these are answered.`) : undefined],
  });
}

function answerButton(answer: MissingAnswer, row: MissingItemsView['rows'][number]) {
  const text = wordsFor(answer, row.answers);
  return button({
    text,
    actionId: `missing_item_${answer}:${row.invoiceId}`,
    value: row.invoiceId,
    label: `${text}: ${row.number} of ${row.debtorName}`,
    ...(answer !== 'open' && {
      confirm: {
        title: `${text}?`,
        text: `${row.open} of ${row.number} is closed as of ${row.since}. A later ledger file that shows it as open opens it again.`,
        confirm: text,
      },
    }),
  });
}

function wordsFor(answer: MissingAnswer, answers: readonly MissingAnswer[]): string {
  if (answer === 'open') return 'Still open';
  if (answer === 'credited') return 'Credited';
  return answers.includes('credited') ? 'Paid' : 'Used or paid back';
}
