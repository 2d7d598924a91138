import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceaseNotices } from '../../src/core/ceaseNotices.ts';
import { DulyError } from '../../src/core/DulyError.ts';
import { dayOf } from '../../src/core/day.ts';
import { formatMoney } from '../../src/core/money.ts';
import type { Statute } from '../../src/core/statutes.ts';
import type { NoticeData, NoticeKind } from '../../src/notices/NoticeData.ts';
import { renderNotice } from '../../src/notices/renderNotice.ts';
import { aNotice, anInvoice } from './aNotice.ts';

const upToFirm = [
  ...(['pre_due', 'due', 'chase', 'firm_notice', 'promise_confirmation'] as const),
  'terms_reminder',
  'promise_reminder',
  'statement',
] as const;
const debtorKinds = ['business', 'sole_trader', 'individual'] as const;
const promise = { amount: 184_050n, currency: 'GBP', on: dayOf('2026-11-27'), method: 'transfer' };
const payments = { paid: 12, averageDays: 38, veryLate: { count: 3, days: 60 }, terms: '30 days net' };
const every = (kinds: readonly NoticeKind[]): NoticeData[] =>
  kinds.flatMap((kind) => debtorKinds.map((debtorKind) => aNotice({ kind, debtorKind, promise, payments })));

describe('what a notice says', () => {
  it('a final notice prints amount, due date and deadline, and names no consequence that was not given', async () => {
    const { text, subject } = renderNotice(aNotice());
    expect(text).toContain('£1,840.50');
    expect(text).toContain('7 September 2026');
    expect(text).toContain(
      'If we have not received payment by 9 December 2026, we will decide on further steps.',
    );
    expect(text).toContain('Position as at 22 November 2026');
    expect(subject).toContain('Final notice');
    expect(text).not.toMatch(/which may include|court|legal|agency/i);
  });

  it('names the consequence that policy and contract allow', async () => {
    const { text } = renderNotice(aNotice({ consequence: 'suspending further supplies' }));
    expect(text).toContain('further steps, which may include suspending further supplies.');
  });

  it.each(every(['pre_due', 'due', 'chase']))(
    '$kind to a $debtorKind offers a copy, and speaks of late charges where it may',
    (data) => {
      const said = (lateCharges: boolean) =>
        renderNotice({ ...data, lateCharges }).text.includes('late charges');
      expect(said(false)).toBe(false);
      expect(said(true)).toBe(data.kind === 'due' && data.debtorKind === 'business');
      if (data.kind !== 'chase') expect(renderNotice(data).text).toMatch(/need a copy/);
    },
  );

  it.each(every(upToFirm))('$kind to a $debtorKind speaks of account, invoice, customer', async (data) => {
    const { subject, text, html } = renderNotice({ ...data, consequence: 'suspending supplies' });
    expect(`${subject}\n${text}\n${html}`).not.toMatch(
      /\bdebts?\b|\bdebtors?\b|collection|collector|habitual|broken/i,
    );
  });

  it.each(every([...upToFirm, 'final_notice']))(
    '$kind to a $debtorKind says the same as text and as HTML',
    async (data) => {
      const { text, html, letter } = renderNotice(data);
      const shown = html.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
      for (const words of [
        letter.farewell,
        letter.closing,
        ...letter.opening,
        '£1,840.50',
        'AC-1042',
        'GB33 BUKB',
      ]) {
        expect(text).toContain(words);
        expect(shown).toContain(words);
      }
    },
  );

  it.each(['sole_trader', 'individual'] as const)(
    'the subject to a %s gives away neither amount nor stage',
    async (debtorKind) => {
      const { subject } = renderNotice(aNotice({ debtorKind }));
      expect(subject).not.toMatch(/£|final|payment|overdue|late/i);
    },
  );

  it('greets a mailbox of a business as a team, and never tells a mailbox of a private person by its name', async () => {
    const contact = { name: 'ap@acme.example', isMailbox: true };
    expect(renderNotice(aNotice({ contact })).text).toMatch(/^Dear Accounts Team,/);
    expect(renderNotice(aNotice({ contact, debtorKind: 'individual' })).text).toMatch(
      /^Dear Acme Trading Ltd,/,
    );
  });

  it('confirms a promise with amount, way and day, and asks for an answer', async () => {
    const { text } = renderNotice(aNotice({ kind: 'promise_confirmation', promise, deadlineOn: undefined }));
    expect(text).toContain('We have noted £1,840.50, to be paid by bank transfer on 27 November 2026.');
    expect(text).toContain('Please reply to confirm');
  });

  it('confirms a plan with each instalment and the total, in text, HTML and to a private person alike', async () => {
    const instalments = [
      { amount: 92_025n, on: dayOf('2026-11-27') },
      { amount: 92_025n, on: dayOf('2026-12-27') },
    ];
    const plan = aNotice({ kind: 'promise_confirmation', promise: { ...promise, instalments } });
    for (const data of [plan, { ...plan, debtorKind: 'individual' as const }]) {
      const { text, html, letter } = renderNotice({ ...data, deadlineOn: undefined });
      expect(letter.opening).toEqual([
        expect.stringContaining('We have noted £1,840.50 in 2 instalments, to be paid by bank transfer:'),
        '1. £920.25 on 27 November 2026',
        '2. £920.25 on 27 December 2026',
        expect.stringContaining('Please reply to confirm'),
      ]);
      expect(text).toContain('Payments agreed: £1,840.50 in 2 instalments\nThe first on: 27 November 2026');
      expect(html).toContain('2. £920.25 on 27 December 2026');
    }
    expect(renderNotice(plan).subject).toContain('£1,840.50 in 2 instalments');
  });

  it.each(ceaseNotices)('%s says its purpose and what the law wants, and no figure at all', (kind) => {
    const remedy = 'a claim for the <balance> in the civil court';
    const disclosures = ['This communication is from a debt collector.'];
    const about = { kind, debtorKind: 'individual', remedy, disclosures, deadlineOn: undefined } as const;
    const { subject, text, html, letter, totals } = renderNotice(aNotice(about));
    for (const said of [subject, text, html]) {
      expect(said).not.toMatch(
        /1,840|INV-2207|GB33|November|December|please|\bpay\b|payment|overdue|due on/i,
      );
      expect(said).toContain('AC-1042');
    }
    expect(letter.opening[0]).toContain('You asked us not to contact you any more');
    expect(letter.closing).toBe(`This letter asks nothing of you. ${disclosures[0]}`);
    expect(text.includes(remedy)).toBe(kind !== 'efforts_end');
    expect(html.includes('&lt;balance&gt;')).toBe(kind !== 'efforts_end');
    // approvers are told how much it is about all the same
    expect(totals).toMatchObject([{ currency: 'GBP', payable: 184_050n }]);
  });

  it.each([
    aNotice({ kind: 'remedy_possible' }),
    aNotice({ kind: 'remedy_intended', remedy: ' ' }),
    aNotice({ deadlineOn: undefined }),
    aNotice({ kind: 'promise_confirmation' }),
    aNotice({ kind: 'chase', invoices: [] }),
  ])('refuses to write a notice that lacks what it is about', async (data) => {
    expect(() => renderNotice(data)).toThrow(DulyError);
  });
});

describe('the figures', () => {
  const invoices = [
    anInvoice('INV-2207', 184_050n),
    anInvoice('INV-2301', 50_000n, { amount: 90_000n, daysPastDue: 40, disputedAmount: 20_000n }),
    anInvoice('US-9', 7_700n, { currency: 'USD', daysPastDue: 61 }),
  ];
  const credits = [{ currency: 'GBP', amount: 5_000n, label: 'Credit note', number: 'CN-4' }];

  it('lists invoices in full, shows credits and queries, and adds up each currency alone', async () => {
    const { text, totals } = renderNotice(aNotice({ invoices, credits }));
    expect(totals).toEqual([
      { currency: 'GBP', amount: 234_050n, disputed: 20_000n, credits: 5_000n, payable: 209_050n },
      { currency: 'USD', amount: 7_700n, disputed: 0n, credits: 0n, payable: 7_700n },
    ]);
    expect(text).toContain('£500.00 open of £900.00');
    expect(text).toContain('Total outstanding: £2,340.50');
    expect(text).toContain('Credit note CN-4: -£50.00');
    expect(text).toContain('Under query, set aside here: -£200.00');
    expect(text).toContain('Amount to pay: £2,090.50 and US$77.00');
  });

  it('shows a credit balance as what it is and asks for nothing there', async () => {
    const more = [{ currency: 'GBP', amount: 200_000n, label: 'Payment received, not yet matched' }];
    const { text } = renderNotice(aNotice({ invoices: invoices.slice(0, 1), credits: more }));
    expect(text).toContain('Credit on your account: £159.50');
    expect(text).toContain('Amount to pay: £0.00');
  });

  it('every invoice stands in the text with its exact outstanding amount, and the totals are their sums', async () => {
    const item = fc.record({
      minor: fc.bigInt(1n, 10n ** 14n),
      currency: fc.constantFrom('EUR', 'GBP', 'JPY', 'KWD'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 12 }), async (items) => {
        const listed = items.map(({ minor, currency }, index) =>
          anInvoice(`N-${index}`, minor, { currency }),
        );
        const { text, totals } = renderNotice(aNotice({ invoices: listed }));
        for (const { number, outstanding, currency } of listed) {
          const line = text.split('\n').find((l) => l.startsWith(`- Invoice ${number} `));
          expect(line).toContain(`: ${formatMoney(outstanding, currency, 'en-GB')}`);
        }
        for (const { currency, amount } of totals) {
          const sum = listed
            .filter((i) => i.currency === currency)
            .reduce((all, i) => all + i.outstanding, 0n);
          expect(amount).toBe(sum);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('writes figures and dates the way of the locale', async () => {
    const american = renderNotice(aNotice({ locale: 'en-US' }));
    expect(american.text).toContain('December 9, 2026');
    const german = renderNotice(
      aNotice({ locale: 'de-DE', invoices: [anInvoice('R-1', 123_450n, { currency: 'EUR' })] }),
    );
    expect(german.text).toContain(formatMoney(123_450n, 'EUR', 'de-DE'));
    expect(german.text).toContain('9 December 2026');
  });

  it('is the same to the byte for the same data, in whatever order the invoices come', async () => {
    const data = aNotice({ invoices, credits });
    expect(renderNotice(data)).toEqual(renderNotice({ ...data, invoices: [...invoices].reverse() }));
  });
});

/** A day's interest by a row of law that a team added: its base rate and the law have that name. */
function interestBy(typed: string): NonNullable<NoticeData['interest']>[number] {
  const statute: Statute = {
    ...{ law: 'NL', name: typed, source: typed, base: typed, currency: 'GBP', fixedSums: [] },
    ...{ issuedFrom: dayOf('2026-01-01'), issuedUntil: null, margin: 800, rated: 'start', yearDays: 365 },
  };
  const day = dayOf('2026-09-08');
  const line = { from: day, to: day, principal: 184_050n, basisPoints: 1015, amount: 51n };
  return {
    ...{ number: '1', currency: 'GBP', basis: { kind: 'statute', statute } },
    ...{ lines: [line], fixedSum: 0n, total: 51n, daily: 51n },
  };
}

describe('what people typed is printed, never obeyed', () => {
  const hostile = `{{ creditor.email }}{% include 'words/amount' %}<b onclick="x">"O'Neil" & <!channel>`;

  it('template and markup in names stay characters', async () => {
    const debtor = { name: hostile, account: hostile };
    const contact = { name: hostile, isMailbox: false };
    const { text, html } = renderNotice(
      aNotice({
        debtor,
        contact,
        consequence: hostile,
        interest: [interestBy(hostile)],
        invoices: [anInvoice(hostile, 100n, { orderNumber: hostile })],
      }),
    );
    expect(text).toContain(`Dear ${hostile},`);
    expect(html).not.toMatch(/<b[ >]|<!channel/);
    expect(html).toContain('&lt;!channel&gt;');
    expect(html).toContain('{{ creditor.email }}');
  });

  it('line breaks cannot add a header or a line', async () => {
    const name = 'Acme\r\nBcc: everyone@example.com\u2028Pay to: GB00\u202Eevil';
    const { subject, text } = renderNotice(
      aNotice({
        debtor: { name, account: 'A\r\nX-Spam: 1' },
        creditor: { name },
        invoices: [anInvoice('1\n2', 5n)],
        interest: [interestBy(name)],
      }),
    );
    expect(text).toContain('8% over the Acme Bcc: everyone@example.com Pay to: GB00evil');
    expect(subject).not.toMatch(/[\r\n\u2028]/);
    expect(text).not.toMatch(/^(Bcc|X-Spam|Pay to):/m);
    expect(text).not.toContain('\u202E');
  });

  it('five thousand characters of name neither fill the subject nor the letter', async () => {
    const name = '<!channel>"'.repeat(500);
    const { subject, text } = renderNotice(aNotice({ debtor: { name, account: name }, creditor: { name } }));
    expect(subject.length).toBeLessThan(250);
    expect(text.length).toBeLessThan(8_000);
  });

  it.each(['javascript:alert(1)', 'https://bank.example@evil.example/', 'not a link', 'data:text/html,x'])(
    'does not print the link %s',
    async (paymentLink) => {
      const { html, text } = renderNotice(aNotice({ invoices: [anInvoice('INV-1', 5n, { paymentLink })] }));
      expect(html).not.toContain('<a ');
      expect(text).not.toContain('Pay online');
    },
  );

  it('prints an honest payment link', async () => {
    const paymentLink = 'https://pay.example/i?id=1&t="2"';
    const { html, text } = renderNotice(aNotice({ invoices: [anInvoice('INV-1', 5n, { paymentLink })] }));
    expect(text).toContain('Pay online: https://pay.example/i?id=1&t=%222%22');
    expect(html).toContain('href="https://pay.example/i?id=1&amp;t=%222%22"');
  });

  it('whatever is typed, subjects are one line and the HTML has no more tags than with a plain name', async () => {
    const tags = (html: string) => html.match(/<\/?[a-z!]/gi)?.length;
    const plain = tags(renderNotice(aNotice({ debtor: { name: 'Acme', account: 'A' } })).html);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (typed) => {
        const debtor = { name: `${typed}x`, account: `${typed}x` };
        const { html, subject } = renderNotice(aNotice({ debtor }));
        expect(tags(html)).toBe(plain);
        expect(subject).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 60 },
    );
  });
});
