import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { limits } from '../limits.ts';
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
  /** whoever reads it is a manager: what they propose is agreed at once */
  readonly agrees: boolean;
  /** those of this page that can be proposed together, and what they come to */
  readonly toPropose: { readonly invoiceIds: readonly string[]; readonly sum: string };
  readonly rows: readonly {
    readonly invoiceId: string;
    readonly debtorName: string;
    /** "€12.00 of INV-2044, 63 days late" */
    readonly owed: string;
    /** small after credits only, which the ledger has to set against it first */
    readonly isNet: boolean;
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
        section(
          row.isNet
            ? mrkdwn`*${row.debtorName}*, ${row.owed}: the ledger sets them against it first`
            : mrkdwn`*${row.debtorName}*, ${row.owed}`,
        ),
        actions([
          row.isNet ? undefined : rowButton('Propose write-off', 'small_balance_propose', row, page),
          rowButton('Leave', 'small_balance_leave', row, page),
        ]),
      ]),
    ],
    footer: [
      pages > 1 ? context(`Page ${page + 1} of ${pages}, the oldest first`) : undefined,
      actions([
        page > 0 ? pageButton('Previous', 'previous', page - 1) : undefined,
        page + 1 < pages ? pageButton('Next', 'next', page + 1) : undefined,
        allButton(view),
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

/** What it proposes is what stands above it, whatever has come to the list since. */
function allButton({ page, pages, agrees, toPropose }: SmallBalancesView) {
  const { invoiceIds, sum } = toPropose;
  const value = `${invoiceIds.join(',')}|${page}`;
  if (invoiceIds.length < 2 || value.length > limits.button.value) return undefined;
  const which = `${pages > 1 ? 'these' : 'all'} ${invoiceIds.length}`;
  const count = `${invoiceIds.length} small balances, ${sum} in all`;
  return button({
    text: agrees ? `Agree to write off ${which}` : `Propose ${which}`,
    actionId: 'small_balance_all',
    value,
    confirm: agrees
      ? {
          title: 'Agree to write them off?',
          text: `${count}: you are a manager, so that they are agreed to at once and nobody else is asked.`,
          confirm: 'Agree',
        }
      : {
          title: 'Propose them?',
          text: `${count}: a manager is asked once for each account.`,
          confirm: 'Propose',
        },
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
