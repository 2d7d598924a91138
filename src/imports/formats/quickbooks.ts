import type { Day } from '../../core/day.ts';
import { fileDay } from '../fileDay.ts';
import type { LedgerFormat } from '../LedgerFormat.ts';
import { requiredAmount, requiredDay } from '../requiredCell.ts';

const OWN_DATE = /\bas of\s+(.+)$/i;

/**
 * A QuickBooks A/R aging detail report: title lines with the date it is of, group headings and totals between the rows,
 * credit memos, and payments that are set against no invoice yet.
 */
export const quickbooksFormat: LedgerFormat = {
  name: 'quickbooks',
  kind: 'ledger',
  columns: ['Date', 'Transaction type', 'Num', 'Due date', 'Amount', 'Open balance'],
  dateColumns: ['Date', 'Due date'],
  amountColumns: ['Amount', 'Open balance'],
  currencyColumn: 'Currency',
  invoiceColumn: 'Num',
  knowsSettlements: false,
  dates: { usual: 'mdy' },
  ownDate,
  row(cells) {
    const filled = cells.raw.filter((cell) => cell.trim() !== '');
    if (filled.length <= 1 || /^total\b/i.test(filled[0]?.trim() ?? '')) return 'furniture';
    const currency = cells.currency('Currency');
    const account = cells.required(
      ['Customer full name', 'Customer', 'Name'].find((column) => cells.text(column)) ?? 'Customer full name',
    );
    const issuedOn = requiredDay(cells, 'Date');
    const outstanding = requiredAmount(cells, 'Open balance', currency);
    const number = cells.text('Num');
    const type = cells.required('Transaction type');
    if (outstanding < 0n && (/payment|deposit/i.test(type) || !number)) {
      return {
        type: 'unapplied',
        rowNumber: cells.rowNumber,
        account,
        name: account,
        valueOn: issuedOn,
        currency,
        amount: -outstanding,
        reference: number || type,
      };
    }
    return {
      type: 'invoice',
      rowNumber: cells.rowNumber,
      number: cells.required('Num'),
      account,
      name: account,
      issuedOn,
      dueOn: (outstanding < 0n ? undefined : cells.day('Due date')) ?? issuedOn,
      currency,
      amount: cells.amount('Amount', currency) ?? outstanding,
      outstanding,
      emails: [],
    };
  },
};

function ownDate(preamble: readonly string[][]): Day | undefined {
  for (const cell of preamble.flat()) {
    const date = OWN_DATE.exec(cell.trim())?.[1];
    const day = date === undefined ? undefined : fileDay(date, 'mdy');
    if (day !== undefined) return day;
  }
  return undefined;
}
