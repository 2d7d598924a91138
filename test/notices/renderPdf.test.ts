import { describe, expect, it } from 'vitest';
import type { NoticeData } from '../../src/notices/NoticeData.ts';
import { renderNotice } from '../../src/notices/renderNotice.ts';
import { renderPdf } from '../../src/notices/renderPdf.ts';
import { aNotice, anInvoice } from './aNotice.ts';
import { readPdf } from './readPdf.ts';

async function letterOf(data: NoticeData) {
  const rendered = renderNotice(data);
  const pdf = await renderPdf(data, rendered);
  return { rendered, pdf, ...readPdf(pdf) };
}

describe('the letter', () => {
  it('says on one page what the mail says: words, figures, deadline, bank details, signature', async () => {
    const { pages, rendered } = await letterOf(aNotice());
    expect(pages).toHaveLength(1);
    const said = [
      ...rendered.letter.opening,
      rendered.letter.closing,
      'Final notice',
      'For the attention of Jane Okafor',
      'INV-2207',
      '£1,840.50',
      '76 days overdue',
      '9 December 2026',
      'GB33 BUKB 2020 1555 5555 55',
      'Payment reference AC-1042',
      'Priya Shah',
      'Registered in England',
      'Page 1 of 1',
    ];
    for (const words of said) expect(pages[0]).toContain(words);
  });

  it('after a wish to cease contact prints the purpose alone', async () => {
    const data = aNotice({ kind: 'remedy_intended', debtorKind: 'individual', remedy: 'a claim in court' });
    const { pages, rendered } = await letterOf(data);
    expect(pages).toHaveLength(1);
    for (const words of [...rendered.letter.opening, 'What will be done', 'Priya Shah'])
      expect(pages[0]).toContain(words);
    expect(pages[0]).not.toMatch(/1,840|INV-2207|GB33 BUKB|Amount to pay|Please pay|Position/);
  });

  it('prints £ € ₹ ü Ż and Greek as they are written', async () => {
    const { pages } = await letterOf(
      aNotice({
        debtor: { name: 'Żółć & Müller Ελλάς', account: 'A-1' },
        invoices: ['GBP', 'EUR', 'INR'].map((currency) => anInvoice(`I-${currency}`, 12_345n, { currency })),
      }),
    );
    for (const words of ['Żółć & Müller Ελλάς', '£123.45', '€123.45', '₹123.45'])
      expect(pages.join(' ')).toContain(words);
  });

  it('runs two hundred invoices over several pages, each once, heads and numbers on every page', async () => {
    const invoices = Array.from({ length: 200 }, (_, i) =>
      anInvoice(`INV-${1000 + i}`, 10_000n + BigInt(i), { daysPastDue: 300 - i }),
    );
    const { pages } = await letterOf(aNotice({ invoices }));
    expect(pages.length).toBeGreaterThan(4);
    const all = pages.join(' ');
    for (const { number } of invoices) expect(all.split(`${number} `)).toHaveLength(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      if (/INV-\d/.test(page)) expect(page).toContain('Outstanding');
    });
    expect(all).toContain('£20,199.00');
  });

  it('sets credits, queries and totals of each currency apart', async () => {
    const { pages } = await letterOf(
      aNotice({
        invoices: [
          anInvoice('INV-1', 50_000n, { disputedAmount: 20_000n }),
          anInvoice('US-9', 7_700n, { currency: 'USD' }),
        ],
        credits: [{ currency: 'GBP', amount: 5_000n, label: 'Credit note', number: 'CN-4' }],
      }),
    );
    const all = pages.join(' ');
    for (const words of [
      'Total outstanding £500.00',
      '-£200.00',
      'Credit note CN-4 -£50.00',
      'Amount to pay £250.00',
      'US$77.00',
    ]) {
      expect(all).toContain(words);
    }
  });

  it('wraps words without a break and keeps hostile names inside the page', async () => {
    const long = 'W'.repeat(5_000);
    const { pages } = await letterOf(
      aNotice({
        debtor: { name: long, account: long, address: long },
        creditor: { name: long, address: long, letterhead: long },
        contact: { name: long, isMailbox: false },
        invoices: [anInvoice(long, 5n, { orderNumber: long })],
      }),
    );
    expect(pages.length).toBeLessThan(6);
    expect(pages.at(-1)).toContain('Yours sincerely');
  });

  it('carries its language, and the day of the figures as its date', async () => {
    const { info } = await letterOf(aNotice());
    expect(info).toContain('/Lang (en-GB)');
    expect(info).toContain('D:20261122000000Z');
    expect(info).toContain('/DisplayDocTitle true');
  });

  it('is the same to the byte for the same data', async () => {
    const [one, two] = [await letterOf(aNotice()), await letterOf(aNotice())];
    expect(one.pdf.equals(two.pdf)).toBe(true);
  });
});
