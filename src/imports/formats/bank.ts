import type { LedgerFormat } from '../LedgerFormat.ts';
import { requiredAmount, requiredDay } from '../requiredCell.ts';

/** A bank's list of payments: money in, and payments returned (negative). */
export const bankFormat: LedgerFormat = {
  name: 'bank',
  kind: 'payments',
  columns: ['date', 'payer', 'reference', 'amount'],
  dateColumns: ['date'],
  amountColumns: ['amount'],
  currencyColumn: 'currency',
  knowsSettlements: false,
  dates: {},
  row(cells) {
    const currency = cells.currency('currency');
    const amount = requiredAmount(cells, 'amount', currency);
    // a note of the bank’s: nothing was paid
    if (amount === 0n) return 'ignored';
    return {
      type: 'bank',
      rowNumber: cells.rowNumber,
      valueOn: requiredDay(cells, 'date'),
      payer: cells.text('payer').slice(0, 500),
      reference: cells.text('reference').slice(0, 1000),
      currency,
      amount,
    };
  },
};
