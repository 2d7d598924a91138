import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combinedStatement } from '../../src/notices/combinedStatement.ts';
import type { StatementSection } from '../../src/notices/NoticeData.ts';
import { renderNotice } from '../../src/notices/renderNotice.ts';
import { renderPdf } from '../../src/notices/renderPdf.ts';
import { aNotice, anInvoice } from './aNotice.ts';
import { readPdf } from './readPdf.ts';

const currency = fc.constantFrom('GBP', 'EUR', 'USD');
const minor = fc.bigInt({ min: 1n, max: 10_000_000n });
const section = fc
  .record({
    invoices: fc.array(fc.record({ currency, outstanding: minor, contested: minor }), {
      minLength: 1,
      maxLength: 4,
    }),
    credits: fc.array(fc.record({ currency, amount: minor }), { maxLength: 3 }),
  })
  .map(
    ({ invoices, credits }): Omit<StatementSection, 'debtor'> => ({
      invoices: invoices.map(({ currency, outstanding, contested }, at) =>
        anInvoice(`INV-${at}`, outstanding, { currency, disputedAmount: contested }),
      ),
      credits: credits.map((credit) => ({ ...credit, label: 'Credit note' })),
    }),
  );
const statement = (parts: Pick<StatementSection, 'invoices' | 'credits'>) =>
  renderNotice(aNotice({ kind: 'statement', deadlineOn: undefined, ...parts }));

test('the totals of a combined statement are the sums of its accounts’ own statements, per currency', () => {
  fc.assert(
    fc.property(fc.array(section, { minLength: 1, maxLength: 5 }), (accounts) => {
      const sections = accounts.map((one, at) => ({
        ...one,
        debtor: { name: `Branch ${at}`, account: `B-${at}` },
      }));
      const { totals } = statement(combinedStatement(sections));
      const own = sections.flatMap((one) => statement(one).totals);
      const sums = (['amount', 'disputed', 'credits', 'payable'] as const).map((figure) =>
        totals.map((total) => [
          total.currency,
          total[figure] -
            own.filter((one) => one.currency === total.currency).reduce((sum, one) => sum + one[figure], 0n),
        ]),
      );
      for (const differences of sums) for (const [, difference] of differences) expect(difference).toBe(0n);
      expect(totals.map((total) => total.currency)).toEqual(
        [...new Set(own.map((one) => one.currency))].sort(),
      );
    }),
    { numRuns: 40 },
  );
});

test('mail, HTML and PDF name each account with its own total, and the total of all', async () => {
  const sections = [
    {
      debtor: { name: 'North & Sons', account: 'N-1' },
      invoices: [anInvoice('INV-1', 10_000n), anInvoice('INV-2', 2_000n)],
      credits: [],
    },
    {
      debtor: { name: 'South Ltd', account: 'S-2' },
      invoices: [anInvoice('INV-3', 5_000n)],
      credits: [{ number: 'CN-1', currency: 'GBP', amount: 1_000n, label: 'Credit note' }],
    },
  ];
  const data = aNotice({ kind: 'statement', deadlineOn: undefined, ...combinedStatement(sections) });
  const rendered = renderNotice(data);
  const pdf = await readPdf(await renderPdf(data, rendered));
  const said = [rendered.text, rendered.html.replaceAll('&amp;', '&'), JSON.stringify(pdf)];
  for (const words of ['North & Sons (N-1)', 'South Ltd (S-2)', '£120.00', '£40.00', '£170.00', '£160.00'])
    for (const one of said) expect(one).toContain(words);
  expect(rendered.text).toContain('your accounts with us stand as at');
  expect(rendered.text).toContain('all 3 invoices that are open');
});
