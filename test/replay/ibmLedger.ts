import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';

export interface IbmInvoice {
  readonly debtor: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly settledOn: Day;
  /** cents */
  readonly amount: number;
  /** as the file writes it */
  readonly amountText: string;
  /** the customer contested it, as the file says */
  readonly disputed: boolean;
}

/** IBM's public sample: every invoice with the day on which it was settled. */
export function ibmLedger(): IbmInvoice[] {
  const text = readFileSync(new URL('../data/ledger/ibm-accounts-receivable.csv', import.meta.url), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.map((row) => ({
    debtor: row.customerID ?? '',
    number: row.invoiceNumber ?? '',
    issuedOn: usDay(row.InvoiceDate),
    dueOn: usDay(row.DueDate),
    settledOn: usDay(row.SettledDate),
    amount: Math.round(Number(row.InvoiceAmount) * 100),
    amountText: row.InvoiceAmount ?? '',
    disputed: row.Disputed === 'Yes',
  }));
}

/** The same ledger with the settlements of every tenth debtor (by account) so many calendar days later. */
export function withLateDebtors(ledger: readonly IbmInvoice[], days: number): IbmInvoice[] {
  const accounts = [...new Set(ledger.map(({ debtor }) => debtor))].sort();
  const late = new Set(accounts.filter((_, index) => index % 10 === 9));
  return ledger.map((invoice) =>
    late.has(invoice.debtor) ? { ...invoice, settledOn: addDays(invoice.settledOn, days) } : invoice,
  );
}

/** What was billed in a year of it. */
export function billedIn(ledger: readonly IbmInvoice[], year: number): IbmInvoice[] {
  return ledger.filter(({ issuedOn }) => isoDay(issuedOn).startsWith(`${year}-`));
}

/** The ledger export of a day: what was issued by then and is not settled. */
export function ledgerCsv(ledger: readonly IbmInvoice[], day: Day): string {
  const rows = ledger
    .filter(({ issuedOn, settledOn }) => issuedOn <= day && settledOn > day)
    .map((i) => [i.debtor, i.number, isoDay(i.issuedOn), isoDay(i.dueOn), i.amountText].join(','));
  return ['account,number,issued,due,amount', ...rows].join('\n');
}

/** What the bank booked on a day: each settlement with the invoice's number as its reference. */
export function bankCsv(ledger: readonly IbmInvoice[], day: Day): string {
  const rows = ledger
    .filter(({ settledOn }) => settledOn === day)
    .map((i) => [isoDay(day), i.debtor, i.number, i.amountText.replace('.', ','), 'USD'].join(';'));
  return ['date;payer;reference;amount;currency', ...rows].join('\n');
}

function usDay(text = ''): Day {
  const [month = '', date = '', year = ''] = text.split('/');
  return dayOf(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}
