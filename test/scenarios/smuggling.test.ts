import { expect, test } from 'vitest';
import { type RunningDuly, runningDuly } from '../support/runningDuly.ts';
import { markupOf, wordsOf } from '../support/wordsOf.ts';
import { aDebtorAtTheFinalNotice, askedForApproval } from './finalNotice.ts';

const FIVE_THOUSAND = `"<!channel>' `.repeat(418).slice(0, 5000);
const NAMES = [
  FIVE_THOUSAND,
  '<!here> <@U01MARTA> <https://evil.example|Pay here>',
  "Robert'); DROP TABLE debtor; --",
  '{{ 1234 * 4321 }} #{env} {% raw %} <%= 1 %>',
  '*bold* _it_ ~no~ `code` > quote\u202e &amp;',
];

/** What everybody sees anywhere, as Slack would render it. */
async function shownAnywhere(duly: RunningDuly) {
  const people = [duly.person.marta, duly.person.colin, duly.person.fiona];
  const states = await Promise.all(people.map((person) => person.state()));
  const messages = states.flatMap(({ channels }) => channels.flatMap((channel) => channel.messages));
  return { text: messages.flatMap((message) => [message.text, ...markupOf(message)]), messages };
}

/** Slack refused none of Duly's calls. */
async function refusals(duly: RunningDuly) {
  return (await duly.traffic())
    .filter(({ direction, kind }) => direction === 'in' && kind === 'api')
    .filter(({ response }) => (response as { ok?: boolean }).ok === false)
    .map(({ name, response }) => [name, response]);
}

test.each(NAMES.map((name) => [name.slice(0, 30), name]))(
  'a debtor called %s goes through prompts, digest, approval and mail as mere words',
  async (_, name) => {
    const duly = await runningDuly({
      books: (team) =>
        aDebtorAtTheFinalNotice(team, {
          name,
          contacts: [{ name, phone: '1', email: 'jane@acme.example' }],
        }),
    });
    const { person } = duly;
    await person.colin.command('list mine');
    await person.colin.command('show A-77');
    await person.colin.command('why A-77');
    const asked = await askedForApproval(duly);
    await person.colin.click(asked, 'open_account');
    await person.marta.react(asked, 'white_check_mark');
    await duly.move({ advance: 'PT11M' });
    await duly.move({ advance: 'P1D' });

    expect(await refusals(duly)).toEqual([]);
    const shown = await shownAnywhere(duly);
    for (const text of shown.text) {
      expect(text).not.toMatch(/<!(channel|here|everyone)/);
      expect(text).not.toContain('<https://evil.example');
      expect(text).not.toContain('5332114');
    }
    const [mail, ...more] = await duly.mails();
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['jane@acme.example']);
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(mail?.html).not.toContain('<!channel>');
    expect(mail?.html).not.toContain('href="https://evil.example');
    expect(mail?.text).not.toContain('5332114');
    expect(mail?.attachments[0]?.filename).toMatch(/^[\w.-]+\.pdf$/);
    expect(wordsOf(shown.messages)).toContain('A-77');
    expect(await duly.db.prisma.debtor.count()).toBe(1); // nobody dropped it
  },
);

test('a file with formulas, mentions and a name of five thousand characters comes in as text or is turned away by row', async () => {
  const duly = await runningDuly({ started: false });
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const cells = ['=HYPERLINK("http://evil.example","Pay")', '+1+cmd|calc', '@SUM(A1)', ...NAMES];
  const rows = cells.map((cell, index) =>
    [
      cell,
      `INV-${index}`,
      '01/09/2026',
      '01/10/2026',
      '100.00',
      '0.00',
      '100.00',
      'GBP',
      'Sales invoice',
      'Awaiting Payment',
    ]
      .map(quoted)
      .join(','),
  );
  const header =
    'ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,Currency,Type,Status';
  const result = await duly.imports('xero.csv', [header, ...rows].join('\n'));
  expect(result.status).toBe('applied');
  const { person, channels } = duly;
  const names = (await duly.db.prisma.debtor.findMany()).map(({ name }) => name);
  expect(names.length + result.counts.rejected).toBe(cells.length);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(200);

  await duly.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await person.marta.command('start');
  await duly.move({ to: '2026-11-24T10:00:00Z' });
  await person.marta.command('list', channels.collections);
  await person.marta.command('digest', channels.collections);
  expect(await refusals(duly)).toEqual([]);
  for (const text of (await shownAnywhere(duly)).text) {
    expect(text).not.toMatch(/<!(channel|here|everyone)/);
    expect(text).not.toContain('<https://evil.example');
  }
});
