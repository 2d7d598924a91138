import { countryOf } from '../../core/countryOf.ts';
import type { LedgerFormat } from '../LedgerFormat.ts';
import { requiredAmount, requiredDay } from '../requiredCell.ts';

/** IBM's accounts-receivable sample: one invoice a row with its settlement date, `m/d/yyyy`, no currency. */
export const ibmFormat: LedgerFormat = {
  name: 'ibm',
  kind: 'ledger',
  columns: ['customerID', 'invoiceNumber', 'InvoiceDate', 'DueDate', 'InvoiceAmount', 'SettledDate'],
  dateColumns: [],
  amountColumns: [],
  invoiceColumn: 'invoiceNumber',
  knowsSettlements: true,
  dates: { fixed: 'mdy' },
  pointDecimals: true,
  row(cells) {
    const currency = cells.currency();
    const account = cells.required('customerID');
    const place = cells.text('countryCode');
    const country = countryOf(place);
    return {
      type: 'invoice',
      rowNumber: cells.rowNumber,
      number: cells.required('invoiceNumber'),
      account,
      name: account,
      issuedOn: requiredDay(cells, 'InvoiceDate'),
      dueOn: requiredDay(cells, 'DueDate'),
      currency,
      amount: requiredAmount(cells, 'InvoiceAmount', currency),
      settledOn: cells.day('SettledDate'),
      emails: [],
      country,
      region: country ? undefined : place || undefined,
    };
  },
};
