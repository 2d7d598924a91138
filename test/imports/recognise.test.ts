import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isoDay } from '../../src/core/day.ts';
import { openFileSource } from '../../src/imports/FileSource.ts';
import type { ReadRow } from '../../src/imports/LedgerRow.ts';
import { openLedgerFile } from '../../src/imports/openLedgerFile.ts';
import { ledgerFile } from '../useCases/ledger/ledgerKit.ts';
import { readFile, writeFile } from './readFile.ts';

const xero = readFileSync(ledgerFile('xero-sales-invoices.csv'), 'utf8');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from(xero)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${xero}`)],
  ['Windows-1252', Buffer.from(xero, 'latin1')],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${xero}`, 'utf16le')],
  ['UTF-16, the other byte first', utf16be(`\ufeff${xero}`)],
  ['UTF-16 without a mark', Buffer.from(xero.replaceAll('é', 'e').replaceAll('ü', 'u'), 'utf16le')],
])('%s', async (encoding, bytes) => {
  const { file, invoices } = await readFile(writeFile(bytes, 'anything.txt'));
  expect(file.format.name).toBe('xero');
  expect(invoices).toHaveLength(6);
  const name = encoding.endsWith('without a mark') ? 'Harbour Cafe Ltd' : 'Harbour Café Ltd';
  expect(invoices[0]?.name).toBe(name);
});

test.each([',', ';', '\t', '|'])('columns apart by %j', async (delimiter) => {
  const lines = ['date', 'payer', 'reference', 'amount', 'currency'].join(delimiter);
  const { rows } = await readFile(
    writeFile(`${lines}\n${['2026-11-20', 'A', 'b', '12.50', 'EUR'].join(delimiter)}\n`),
  );
  expect(rows).toMatchObject([{ type: 'bank', amount: 1250n }]);
});

test('dates that could be read either way follow the ones that cannot', async () => {
  const read = async (third: string) => {
    const list = `Inv,Who,Due,Sum\n1,A,03/04/2026,5\n2,A,05/06/2026,5\n3,A,${third},5\n`;
    const map = ['Inv=number', 'Who=debtor', 'Due=due', 'Sum=amount'];
    const { invoices } = await readFile(writeFile(list), { currency: 'EUR', map });
    return invoices.map((invoice) => isoDay(invoice.dueOn));
  };
  expect(await read('25/12/2026')).toEqual(['2026-04-03', '2026-06-05', '2026-12-25']);
  expect(await read('12/25/2026')).toEqual(['2026-03-04', '2026-05-06', '2026-12-25']);
  expect(await read('01/02/2026')).toEqual(['2026-04-03', '2026-06-05', '2026-02-01']);
});

test('the decimal mark of a column follows the amounts that prove it', async () => {
  const read = async (proof: string) => {
    const list = `Inv;Who;Due;Sum\n1;A;2026-04-03;1.500\n2;A;2026-04-03;${proof}\n`;
    const { rows } = await readFile(writeFile(list), {
      currency: 'EUR',
      map: ['Inv=number', 'Who=debtor', 'Due=due', 'Sum=amount'],
    });
    return rows.map((row) => (row.type === 'invoice' ? row.amount : row.type));
  };
  expect(await read('12,50')).toEqual([150000n, 1250n]);
  expect(await read('12.50')).toEqual([150n, 1250n]);
  expect(await read('(12,50) €')).toEqual([150000n, -1250n]);
  expect(await read('1.250,00-')).toEqual([150000n, -125000n]);
});

test('columns nobody knows: the answer names them and gives a map line to start from', async () => {
  const path = writeFile('Invoice No,Customer,Due Date,Total,Balance\n1,A,2026-01-01,5,5\n');
  await expect(readFile(path, { currency: 'EUR' })).rejects.toMatchObject({
    code: 'unknown_columns',
    userMessage: expect.stringMatching(
      /Invoice No, Customer, Due Date, Total, Balance[\s\S]*--map 'Invoice No=number' Customer=debtor 'Due Date=due' Total=amount Balance=outstanding/,
    ),
  });
  const map = ['Invoice No=number', 'Customer=debtor', 'Due Date=due', 'Betrag=amount'];
  await expect(readFile(path, { currency: 'EUR', map })).rejects.toMatchObject({
    code: 'unknown_columns',
    userMessage: expect.stringContaining('no column Betrag'),
  });
});

test('the suggested map is one that works', async () => {
  const path = writeFile('Invoice No,Customer,Due Date,Total,Balance\n1,A,2026-01-01,5,5\n');
  const error = await readFile(path, { currency: 'EUR' }).catch((thrown) => thrown);
  const line: string = error.userMessage.split('--map ')[1];
  const map = [...line.matchAll(/'([^']+)'|(\S+)/g)].map((word) => word[1] ?? word[2] ?? '');
  expect((await readFile(path, { currency: 'EUR', map })).invoices).toMatchObject([
    { number: '1', amount: 500n },
  ]);
});

test.each([
  [['Invoice=numbr'], 'Invoice=numbr'],
  [['Invoice=number', 'Who=debtor', 'Due=due'], 'amount or outstanding'],
  [['A=number', 'B=number'], 'twice'],
  [['A=number', 'B=debtor', 'C=due', 'D=amount', 'E=last_step'], 'last_step needs last_step_on'],
  [['A=number', 'B=debtor', 'C=due', 'D=amount', 'E=last_step_on'], 'last_step_on needs last_step'],
])('a wrong map %j is explained', async (map, word) => {
  await expect(readFile(writeFile('Invoice\n1\n'), { map })).rejects.toMatchObject({
    code: 'bad_map',
    userMessage: expect.stringContaining(word),
  });
});

test('what cannot be taken at all is refused in a sentence', async () => {
  const refusal = (code: string) =>
    expect.objectContaining({ code, userMessage: expect.stringMatching(/[.!]$/) });
  await expect(openFileSource('/nowhere/at/all.csv')).rejects.toEqual(refusal('no_file'));
  await expect(readFile(writeFile('PK\x03\x04rest', 'book.xlsx'))).rejects.toEqual(refusal('not_text'));
  await expect(readFile(writeFile(''))).rejects.toEqual(refusal('empty_file'));
  await expect(readFile(ledgerFile('ibm-accounts-receivable.csv'))).rejects.toEqual(refusal('no_currency'));
  await expect(readFile(ledgerFile('ibm-accounts-receivable.csv'), { currency: 'XXQ' })).rejects.toEqual(
    refusal('bad_currency'),
  );
});

test('wrong rows are answers, never errors: the rest of the file is read', async () => {
  const good = '2026-11-20,A,b,1.00,EUR';
  const lines = [
    'date,payer,reference,amount,currency',
    good,
    '2026-11-20,A,b,much,EUR',
    '2026-11-20,A,b,1.005,EUR',
    '2026-11-20,A,b,99999999999999999999,EUR',
    '2026-11-20,A,b,1.00,EURO',
    ',A,b,1.00,EUR',
    '2026-11-20,A',
    '',
    '2026-11-20,A "stray" quote,b,1.00,EUR,one,cell,too,many',
    'x\0y,A,b,1.00,EUR',
    good,
  ];
  const { rows } = await readFile(writeFile(lines.join('\n').replace('\0', '\u0001')));
  expect(rows.map((row) => `${row.rowNumber} ${row.type}`)).toEqual([
    '2 bank',
    '3 rejected',
    '4 rejected',
    '5 rejected',
    '6 rejected',
    '7 rejected',
    '8 rejected',
    '10 bank',
    '11 rejected',
    '12 bank',
  ]);
});

test('a quotation mark that is never closed loses what follows, says so, and keeps it line by line; what is before it is read', async () => {
  const lines = [
    'date,payer,reference,amount,currency',
    '2026-11-20,A,b,1.00,EUR',
    '2026-11-20,"A,b,1.00,EUR',
    '2026-11-21,A,b,1.00,EUR',
  ];
  const { rows } = await readFile(writeFile(lines.join('\n')));
  expect(rows).toMatchObject([
    { type: 'bank' },
    {
      type: 'rejected',
      rowNumber: 3,
      toEnd: true,
      reason: expect.stringContaining('opened in this row'),
      cells: ['2026-11-20,"A,b,1.00,EUR'],
    },
    {
      type: 'rejected',
      rowNumber: 4,
      toEnd: true,
      reason: expect.stringContaining('opened in row 3'),
      cells: ['2026-11-21,A,b,1.00,EUR'],
    },
  ]);
});

test('of a file that breaks off every row before is read, however slowly it is taken, in any encoding', async () => {
  const good = Array.from({ length: 60 }, (_, n) => `2026-11-20,Müller ${n},b,1.00,EUR`);
  const text = ['date,payer,reference,amount,currency', ...good, '2026-11-20,"Müller', 'ä', ''].join('\n');
  for (const encoding of ['utf8', 'latin1'] as const) {
    const path = writeFile(Buffer.from(text, encoding));
    const file = await openLedgerFile(await openFileSource(path), { usualOrder: 'dmy' });
    const read: ReadRow[] = [];
    for await (const row of file.rows()) {
      read.push(row);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(read.map(({ rowNumber }) => rowNumber)).toEqual(Array.from({ length: 62 }, (_, n) => n + 2));
    expect(read.filter(({ type }) => type === 'bank')).toHaveLength(60);
    expect(read.slice(-2)).toMatchObject([{ cells: ['2026-11-20,"Müller'] }, { cells: ['ä'] }]);
  }
});

test('a column of last steps is suggested only with the column of their days', async () => {
  const found = async (...columns: string[]) =>
    (await readFile(writeFile(`${columns.join(',')}\n`), { currency: 'EUR' }).catch((thrown) => thrown))
      .userMessage;
  const usual = ['Invoice No', 'Customer', 'Due Date', 'Total'];
  expect(await found(...usual, 'Last reminder', 'Last reminder date')).toContain(
    "'Last reminder=last_step' 'Last reminder date=last_step_on'",
  );
  expect(await found(...usual, 'Last reminder')).not.toContain('last_step');
});
