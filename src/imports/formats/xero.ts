import { countryOf } from '../../core/countryOf.ts';
import { emailsIn } from '../emailsIn.ts';
import type { LedgerFormat } from '../LedgerFormat.ts';
import { requiredAmount, requiredDay } from '../requiredCell.ts';

/** statuses and kinds of document that are no part of what is owed to us */
const NOT_OWED = /^(draft|submitted|awaiting approval|voided|deleted|declined|billed)$/i;
const NOT_SALES = /quote|bill|purchase|expense|accpay/i;
const OVERPAID = /overpayment|prepayment/i;

/** A Xero sales-invoice export: a row for each *line* of an invoice with the invoice's totals repeated, `d/m/yyyy`. */
export const xeroFormat: LedgerFormat = {
  name: 'xero',
  kind: 'ledger',
  columns: [
    'ContactName',
    'InvoiceNumber',
    'InvoiceDate',
    'DueDate',
    'Total',
    'InvoiceAmountDue',
    'Type',
    'Status',
  ],
  dateColumns: [],
  amountColumns: [],
  currencyColumn: 'Currency',
  invoiceColumn: 'InvoiceNumber',
  knowsSettlements: false,
  dates: { fixed: 'dmy' },
  pointDecimals: true,
  row(cells) {
    if (NOT_OWED.test(cells.text('Status')) || NOT_SALES.test(cells.text('Type'))) return 'ignored';
    const currency = cells.currency('Currency');
    const account = cells.required('ContactName');
    const issuedOn = requiredDay(cells, 'InvoiceDate');
    const outstanding = requiredAmount(cells, 'InvoiceAmountDue', currency);
    if (OVERPAID.test(cells.text('Type'))) {
      if (outstanding === 0n) return 'ignored';
      return {
        type: 'unapplied',
        rowNumber: cells.rowNumber,
        account,
        name: account,
        valueOn: issuedOn,
        currency,
        amount: outstanding < 0n ? -outstanding : outstanding,
        reference: cells.text('InvoiceNumber') || cells.text('Reference') || undefined,
      };
    }
    const credit = /credit/i.test(cells.text('Type'));
    const total = requiredAmount(cells, 'Total', currency);
    const place = cells.text('POCountry');
    const country = countryOf(place);
    return {
      type: 'invoice',
      rowNumber: cells.rowNumber,
      number: cells.required('InvoiceNumber'),
      account,
      name: account,
      issuedOn,
      dueOn: (credit ? undefined : cells.day('DueDate')) ?? issuedOn,
      currency,
      amount: credit ? negative(total) : total,
      outstanding: credit ? negative(outstanding) : outstanding,
      orderNumber: cells.text('Reference').slice(0, 200) || undefined,
      emails: emailsIn(cells.text('EmailAddress')),
      country,
      region: (country ? cells.text('PORegion') : place || cells.text('PORegion')) || undefined,
    };
  },
};

function negative(amount: bigint): bigint {
  return amount > 0n ? -amount : amount;
}
