import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import type { EvidenceSummary } from '../../src/notices/EvidenceSummary.ts';
import { renderEvidence } from '../../src/notices/renderEvidence.ts';
import type { Evidence } from '../../src/reports/evidence/Evidence.ts';
import { evidenceTables } from '../../src/reports/evidence/evidenceTables.ts';
import { evidenceZip } from '../../src/reports/evidence/evidenceZip.ts';
import { printedTables } from '../../src/reports/evidence/printedTables.ts';
import { readPdf } from '../notices/readPdf.ts';

const creditor = { name: 'Northwind Ltd', address: '1 Wharf Road\nLondon', letterhead: 'Company no. 123' };
const debtor = { name: 'Acme Rooms', account: 'ACME-01', kind: 'business' as const };
const at = (moment: string) => new Date(`${moment}:00Z`);

const evidence: Evidence = {
  ...{ locale: 'en-GB', zone: 'Europe/London', asAt: dayOf('2026-11-23') },
  items: [
    {
      ...{ number: 'INV-1', kind: 'invoice', issuedOn: dayOf('2026-08-01'), dueOn: dayOf('2026-08-31') },
      ...{ currency: 'GBP', amount: 120_000n, outstanding: 100_000n },
    },
  ],
  payments: [
    { on: dayOf('2026-10-01'), invoice: 'INV-1', what: 'Payment', currency: 'GBP', amount: 20_000n },
  ],
  promises: [
    {
      ...{ madeOn: dayOf('2026-10-05'), by: 'Jane Miller', promisedOn: dayOf('2026-10-12') },
      ...{ currency: 'GBP', amount: 100_000n, invoices: ['INV-1'], isInstalment: false, ended: 'broken' },
    },
  ],
  ...{ plans: [], disputes: [], holds: [], conditions: [] },
  activities: [
    {
      ...{ at: at('2026-10-05T09:30'), what: 'Call, promised to pay', with: 'Jane Miller', by: 'Colin Shaw' },
      notes: '=HYPERLINK("http://evil")',
      takenBackAt: at('2026-10-05T10:00'),
    },
  ],
  letters: [
    {
      ...{ at: at('2026-11-02T09:00'), title: 'Final notice', to: 'Jane Miller <jane@acme.example>' },
      standing: 'sent',
      mail: { subject: 'Final notice: ACME-01', text: 'Please pay.', pdf: Buffer.from('%PDF-1.7 letter') },
    },
    {
      at: at('2026-11-03T09:00'),
      title: 'Statement of account',
      to: 'the group of accounts',
      standing: 'sent',
    },
  ],
  decisions: [
    {
      ...{ at: at('2026-11-02T08:00'), title: 'Final notice', what: 'approved', by: 'Max Adler' },
      hash: 'a'.repeat(64),
    },
  ],
  copies: [{ number: 'INV/1', content: Buffer.from('%PDF-1.7 invoice') }],
};

const summary: Omit<EvidenceSummary, 'tables'> = {
  ...{ locale: 'en-GB', asAt: dayOf('2026-11-23'), creditor, debtor },
  position: {
    ...{ kind: 'statement', debtorKind: 'business', locale: 'en-GB', creditor, debtor },
    ...{ contact: { name: 'Acme Rooms', isMailbox: false }, asAt: dayOf('2026-11-23'), credits: [] },
    signedBy: { name: 'Northwind Ltd' },
    invoices: ['INV-1', 'INV-2'].map((number) => ({
      ...{ number, issuedOn: dayOf('2026-08-01'), dueOn: dayOf('2026-08-31'), currency: 'GBP' },
      ...{ amount: 120_000n, outstanding: 100_000n, daysPastDue: 84, orderNumber: `PO-${number}` },
    })),
  },
  remarks: ['Copies on file that are not enclosed: INV-9.'],
};

async function packOf(about: Evidence, saying = summary): Promise<Buffer> {
  const tables = printedTables(evidenceTables(about), about);
  return evidenceZip(about, await renderEvidence({ ...saying, tables }));
}

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

test('an evidence pack holds the summary, its tables, the letters as they were sent and copies of invoices; the same data give the same bytes', async () => {
  const zip = await packOf(evidence);
  expect(zip.equals(await packOf(evidence))).toBe(true);
  const files = unzipSync(zip);
  expect(Object.keys(files).sort()).toEqual(
    [
      ...[
        'summary.pdf',
        'items.csv',
        'payments.csv',
        'promises.csv',
        'plans.csv',
        'disputes.csv',
        'holds.csv',
      ],
      ...['conditions.csv', 'chronology.csv', 'letters.csv', 'approvals.csv', 'invoices/01-INV-1.pdf'],
      ...['letters/01-2026-11-02-final-notice.txt', 'letters/01-2026-11-02-final-notice.pdf'],
    ].sort(),
  );
  const lines = (name: string) => text(files[name]).replace('\uFEFF', '').trim().split('\r\n');
  expect(lines('items.csv')).toEqual([
    'Number,Kind,Order number,Issued,Due,Days late,Amount,Outstanding,Currency',
    'INV-1,invoice,,2026-08-01,2026-08-31,84,1200.00,1000.00,GBP',
  ]);
  expect(lines('payments.csv')[1]).toBe('2026-10-01,INV-1,Payment,200.00,GBP');
  // London was an hour ahead that day, and what was typed does not run in a spreadsheet
  expect(lines('chronology.csv')[1]).toContain(
    '2026-10-05 10:30,"Call, promised to pay",Jane Miller,Colin Shaw',
  );
  expect(lines('chronology.csv')[1]).toContain(`"'=HYPERLINK(""http://evil"")",2026-10-05 11:00`);
  expect(lines('letters.csv')[2]).toContain('not enclosed: it lists other accounts too');
  expect(text(files['letters/01-2026-11-02-final-notice.txt'])).toBe(
    'To: Jane Miller <jane@acme.example>\nSent: 2026-11-02 09:00 (Europe/London)\nSubject: Final notice: ACME-01\n\nPlease pay.',
  );
  expect(text(files['letters/01-2026-11-02-final-notice.pdf'])).toBe('%PDF-1.7 letter');

  const { pages } = readPdf(Buffer.from(files['summary.pdf'] ?? []));
  const words = pages.join(' ').replace(/\s+/g, ' ');
  for (const said of [
    ...[
      'Acme Rooms',
      'Northwind Ltd',
      '23 November 2026',
      '£2,000.00',
      'Your order PO-INV-1',
      '84 days overdue',
    ],
    ...[
      'Promises to pay',
      'broken',
      'Max Adler',
      'Copies on file that are not enclosed: INV-9.',
      'Company no. 123',
    ],
  ])
    expect(words).toContain(said);
  expect(words).toMatch(/Disputes None\./);
});

test('a long chronology runs over pages, its heads on each, and a note of any length stays on one', async () => {
  const long = Array.from({ length: 120 }, (_, index) => ({
    at: at('2026-10-05T09:30'),
    what: `Call ${index}`,
    notes: 'They said that it is with their accounts department. '.repeat(index === 60 ? 80 : 1),
  }));
  const files = unzipSync(
    await packOf({ ...evidence, activities: long }, { ...summary, position: undefined }),
  );
  const { pages } = readPdf(Buffer.from(files['summary.pdf'] ?? []));
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.length).toBeLessThan(12);
  const all = pages.join(' ');
  expect(all).toContain('Nothing is open.');
  for (const index of [0, 60, 119]) expect(all).toContain(`Call ${index}`);
  expect(text(files['chronology.csv']).split('accounts department')).toHaveLength(200);
});
