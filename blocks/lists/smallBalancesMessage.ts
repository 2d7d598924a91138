import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

/** One page of small balances; amounts and days already written in the reader's manner. */
export interface SmallBalancesView {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** what they come to, per currency, joined */
  readonly sum: string;
  readonly rows: readonly {
    readonly invoiceId: string;
    readonly debtorName: string;
    /** "€12.00 of INV-2044, 63 days late" */
    readonly owed: string;
  }[];
}

/** Balances that are too small to chase, each with one click to propose its write-off or to leave it. */
export function smallBalancesMessage(view: SmallBalancesView): SlackMessage {
  const { page, pages, total, sum, rows } = view;
  if (total === 0) return message({ text: 'Small balances: none that is not proposed or left already.' });
  const count = `${total} small balance${total === 1 ? '' : 's'}, ${sum} in all`;
  return message({
    text: `${count}. They are too small to chase: propose to write them off, or leave them.`,
    blocks: [
      section(
        mrkdwn`*Small balances:* ${count}. Nobody chases them; they stay on the statement. A manager agrees to a write-off, and the ledger does it.`,
      ),
      ...rows.flatMap((row) => [
        section(mrkdwn`*${row.debtorName}*, ${row.owed}`),
        actions([
          rowButton('Propose write-off', 'small_balance_propose', row, page),
          rowButton('Leave', 'small_balance_leave', row, page),
        ]),
      ]),
    ],
    footer: [
      pages > 1 ? context(`Page ${page + 1} of ${pages}, the oldest first`) : undefined,
      actions([
        page > 0 ? pageButton('Previous', 'previous', page - 1) : undefined,
        page + 1 < pages ? pageButton('Next', 'next', page + 1) : undefined,
        total > 1
          ? button({
              text: `Propose all ${total}`,
              actionId: 'small_balance_all',
              value: String(total),
              confirm: {
                title: 'Propose all?',
                text: `${count}: a manager is asked once for each account.`,
                confirm: 'Propose all',
              },
            })
          : undefined,
      ]),
    ],
  });
}

function rowButton(text: string, action: string, row: SmallBalancesView['rows'][number], page: number) {
  const { invoiceId, debtorName } = row;
  return button({
    text,
    actionId: `${action}:${invoiceId}`,
    value: `${invoiceId}|${page}`,
    label: `${text}: ${debtorName}`,
  });
}

function pageButton(text: string, suffix: string, page: number) {
  return button({
    text,
    actionId: `small_balance_page:${suffix}`,
    value: String(page),
    label: `${text} page`,
  });
}
