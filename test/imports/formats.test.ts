import { expect, test } from 'vitest';
import { dayOf, isoDay } from '../../src/core/day.ts';
import { ledgerFile } from '../useCases/ledger/ledgerKit.ts';
import { readFile, writeFile } from './readFile.ts';

test('the IBM ledger: American dates, settlement dates, a code that is no country kept as region', async () => {
  const { file, rows, invoices } = await readFile(ledgerFile('ibm-accounts-receivable.csv'), {
    currency: 'USD',
  });
  expect([file.format.name, rows.length, invoices.length]).toEqual(['ibm', 2466, 2466]);
  expect(invoices[0]).toMatchObject({
    rowNumber: 2,
    number: '611365',
    account: '0379-NEVHP',
    issuedOn: dayOf('2013-01-02'),
    dueOn: dayOf('2013-02-01'),
    settledOn: dayOf('2013-01-15'),
    amount: 5594n,
    currency: 'USD',
    country: undefined,
    region: '391',
  });
  expect(new Set(invoices.map((invoice) => invoice.account)).size).toBe(100);
  expect(invoices.reduce((total, invoice) => total + (invoice.amount ?? 0n), 0n)).toBe(14770318n);
});

test('the Xero export: a row for each line, credit notes, accents, an impossible date beside a formula', async () => {
  const { file, rows, invoices } = await readFile(ledgerFile('xero-sales-invoices.csv'));
  expect(file.format.name).toBe('xero');
  expect(
    invoices.map(({ number, amount, outstanding, currency }) => [number, amount, outstanding, currency]),
  ).toEqual([
    ['INV-1014', 149500n, 149500n, 'NZD'],
    ['INV-1014', 149500n, 149500n, 'NZD'],
    ['INV-1015', 86250n, 46250n, 'NZD'],
    ['INV-1013', 184000n, 0n, 'NZD'],
    ['CN-0031', -12000n, -12000n, 'NZD'],
    ['INV-1016', 231045n, 231045n, 'CHF'],
  ]);
  expect(invoices[4]).toMatchObject({ dueOn: dayOf('2026-03-05'), issuedOn: dayOf('2026-03-05') });
  expect(invoices[5]).toMatchObject({
    name: 'Brasserie Zürich AG',
    country: 'CH',
    emails: ['buchhaltung@brasserie.example'],
  });
  const rejected = rows.filter((row) => row.type === 'rejected');
  expect(rejected).toMatchObject([
    { rowNumber: 8, number: 'INV-1017', reason: expect.stringContaining('31/02/2026') },
  ]);
  expect(rejected[0]?.cells[0]).toBe('=SUM(A1:A9) Holdings');
});

test('Xero drafts, voided invoices and quotes are no part of the ledger', async () => {
  const header = 'ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountDue,Currency,Type,Status';
  const row = (number: string, type: string, status: string) =>
    `Kea,${number},01/03/2026,31/03/2026,10.00,10.00,NZD,${type},${status}`;
  const lines = [
    header,
    row('1', 'Sales invoice', 'Draft'),
    row('2', 'Sales invoice', 'Voided'),
    row('3', 'Quote', 'Sent'),
    row('4', 'Sales invoice', 'Awaiting Approval'),
    row('5', 'Sales invoice', 'Awaiting Payment'),
    row('6', 'Sales overpayment', 'Awaiting Payment'),
  ];
  const { rows } = await readFile(writeFile(lines.join('\r\n')));
  expect(rows.map((one) => one.type)).toEqual([
    'ignored',
    'ignored',
    'ignored',
    'ignored',
    'invoice',
    'unapplied',
  ]);
});

test('the QuickBooks report: its own date, headings and totals left out, thousands, money without an invoice', async () => {
  const { file, rows, invoices } = await readFile(ledgerFile('quickbooks-ar-aging-detail.csv'), {
    currency: 'USD',
  });
  expect([file.format.name, file.ownDate && isoDay(file.ownDate)]).toEqual(['quickbooks', '2026-11-20']);
  expect(invoices.map(({ rowNumber, number, outstanding }) => [rowNumber, number, outstanding])).toEqual([
    [7, '1041', 128450n],
    [10, '1052', 64200n],
    [11, '1063', 218075n],
    [14, '1070', 31000n],
    [15, '1071', -25000n],
  ]);
  expect(rows.at(-1)).toMatchObject({
    type: 'unapplied',
    account: 'Nakamura Yui LLC',
    amount: 10000n,
    valueOn: dayOf('2026-11-13'),
  });
  const total = invoices.reduce((sum, invoice) => sum + (invoice.outstanding ?? 0n), 0n) - 10000n;
  expect(total).toBe(406725n);
});

test('the bank statement: semicolons, decimal commas, a returned payment', async () => {
  const { file, rows } = await readFile(ledgerFile('bank-payments.csv'));
  expect(file.format).toMatchObject({ name: 'bank', kind: 'payments' });
  expect(
    rows.map((row) => row.type === 'bank' && [isoDay(row.valueOn), row.payer, row.amount, row.currency]),
  ).toEqual([
    ['2026-11-18', 'DANA ALVAREZ', 50000n, 'USD'],
    ['2026-11-19', 'SAGUARO RIDGE PROP GRP', 218075n, 'USD'],
    ['2026-11-20', 'Harbour Cafe Limited', 149500n, 'NZD'],
    ['2026-11-20', 'unknown payer', 7510n, 'USD'],
    ['2026-11-21', 'DANA ALVAREZ', -50000n, 'USD'],
  ]);
});

test('any other list by its map, in the manner of its country', async () => {
  const path = writeFile(
    [
      'Offene Posten;;;;;;',
      'Beleg-Nr.;Kunde;Rechnungsdatum;Fällig am;Betrag;Offen;E-Mail',
      'RE-1;Müller & Söhne GmbH;03.04.2026;03.05.2026;1.234,50;234,50;ap@mueller.example; jo@mueller.example',
      'RE-2;Bäckerei Groß;04.04.2026;;99;99,00;',
      'RE-3;Bäckerei Groß;04.04.2026;04.05.2026;12,345;1,00;',
    ].join('\n'),
  );
  const { file, rows, invoices } = await readFile(path, {
    currency: 'EUR',
    map: [
      'Beleg-Nr.=number',
      'Kunde=debtor',
      'Rechnungsdatum=issued',
      'Fällig am=due',
      'Betrag=amount',
      'Offen=outstanding',
      'E-Mail=email',
    ],
  });
  expect(file.format.name).toBe('mapped');
  expect(invoices).toMatchObject([
    {
      rowNumber: 3,
      number: 'RE-1',
      name: 'Müller & Söhne GmbH',
      dueOn: dayOf('2026-05-03'),
      amount: 123450n,
      outstanding: 23450n,
    },
    {
      rowNumber: 4,
      number: 'RE-2',
      issuedOn: dayOf('2026-04-04'),
      dueOn: dayOf('2026-04-04'),
      amount: 9900n,
    },
  ]);
  expect(rows.at(-1)).toMatchObject({
    type: 'rejected',
    rowNumber: 5,
    reason: expect.stringContaining('12,345'),
  });
});
