import { expect, test } from 'vitest';
import { aDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import { dulyInPlayground } from '../support/dulyInPlayground.ts';
import { buttonsOf, markupOf, wordsOf } from '../support/wordsOf.ts';

async function withAcme() {
  const duly = await dulyInPlayground();
  const acme = await aDebtor(duly.db, duly.workspaceId, {
    name: 'Acme Ltd',
    account: 'A-77',
    ownerId: duly.member.colin,
    invoices: [
      { number: 'INV-2044', due: '2026-11-01', amount: 120_000 },
      { number: 'INV-2050', due: '2026-12-20', amount: 30_000 },
      { number: 'INV-9000', due: '2026-10-01', amount: 5_000, currency: 'EUR' },
    ],
    contacts: [{ name: 'Jane Miller', phone: '+44 20 7946 0000', email: 'jane@acme.example' }],
  });
  return { ...duly, acme };
}

test('a collector asks for an account by a piece of its name and sees all that matters before a call', async () => {
  const { person, channels } = await withAcme();
  await person.colin.command('show acme', channels.collections);
  const seen = await person.colin.last(channels.collections);
  expect(seen.ephemeral).toBe(true);
  const words = wordsOf(seen);
  expect(words).toContain('Acme Ltd');
  expect(words).toContain('A-77');
  expect(words).toContain('£1,200.00'); // overdue in pounds
  expect(words).toContain('£1,500.00'); // open in pounds
  expect(words).toContain('€50.00'); // never added to the pounds
  expect(words).toContain('Colin Shaw');
  expect(words).toContain('Jane Miller');
  expect(words).toContain('0 of 3 calls in 7 days');
  expect(words).toMatch(/53 days late/); // the oldest item carries the case
  expect(seen.text).toContain('Acme Ltd');
  expect(await person.clara.messages(channels.collections)).toEqual([]); // only the asker sees it
});

test.for(['A-77', 'inv-2044', '“acme ltd”', 'ACME', 'cme l'])(
  'the words %s mean the same account',
  async (words) => {
    const { person } = await withAcme();
    await person.colin.command(`show ${words}`);
    expect(wordsOf(await person.colin.last())).toContain('A-77');
  },
);

test('several accounts that fit are offered with a button each, never guessed', async () => {
  const { person, db, workspaceId, acme } = await withAcme();
  const other = await aDebtor(db, workspaceId, {
    name: 'Acme Garages',
    invoices: [{ due: '2026-10-01', amount: 900 }],
  });
  await person.colin.command('show acme');
  const list = await person.colin.last();
  expect(buttonsOf(list, 'open_account').sort()).toEqual([acme.id, other.id].sort());
  await person.colin.click(list, 'open_account', { value: other.id });
  expect(wordsOf(await person.colin.view())).toContain('Acme Garages');
});

test('a whole name wins over names that only begin so', async () => {
  const { person, db, workspaceId } = await withAcme();
  await aDebtor(db, workspaceId, { name: 'Acme Ltd Overseas' });
  await person.colin.command('show acme ltd');
  expect(wordsOf(await person.colin.last())).toContain('A-77');
});

test('a name that nobody has is answered with the nearest', async () => {
  const { person, acme } = await withAcme();
  await person.colin.command('show akme');
  const answer = await person.colin.last();
  expect(answer.text).toContain('akme');
  expect(buttonsOf(answer, 'open_account')).toEqual([acme.id]);
  await person.colin.command('show zzzzqq');
  expect(buttonsOf(await person.colin.last(), 'open_account')).toEqual([]);
});

test('a name without a command shows its account, several to choose from; what fits none is answered with help', async () => {
  const { person, db, workspaceId, acme } = await withAcme();
  await person.colin.command('ACME');
  expect(wordsOf(await person.colin.last())).toContain('A-77');
  await person.colin.command('a-77');
  expect(wordsOf(await person.colin.last())).toContain('A-77');
  const other = await aDebtor(db, workspaceId, { name: 'Acme Garages' });
  await person.colin.command('acme');
  expect(buttonsOf(await person.colin.last(), 'open_account').sort()).toEqual([acme.id, other.id].sort());
  await person.colin.command('zzzzqq');
  const said = (await person.colin.messages()).map(({ text }) => text).join('\n');
  expect(said).toContain('zzzzqq');
  expect(wordsOf(await person.colin.last())).toContain('/debt show');
});

test.for(['shaw & sons', 'Shaw', 'plano', 'Lisa'])(
  '%s is an account, though a command is spelt much like it',
  async (words) => {
    const { person, db, workspaceId } = await withAcme();
    await aDebtor(db, workspaceId, { name: 'Shaw & Sons', account: 'Found-1' });
    await aDebtor(db, workspaceId, { name: 'Plano Tiles', account: 'Found-2' });
    await aDebtor(db, workspaceId, { name: 'Bakery Lisa', account: 'Found-3' });
    await person.colin.command(words);
    const shown = wordsOf(await person.colin.last());
    expect(shown).toMatch(/Found-\d/);
    expect(shown).not.toContain('Did you mean');
  },
);

test('a mistyped command beside a name that fits no account is still answered with the nearest command', async () => {
  const { person } = await withAcme();
  await person.colin.command('shaw acme');
  const said = (await person.colin.messages()).map(({ text }) => text).join('\n');
  expect(said).toContain('Did you mean `/debt show');
});

test('an account of another workspace is not known here, whatever the button says', async () => {
  const duly = await withAcme();
  const { person, db, acme } = duly;
  await person.colin.command('show acme');
  const account = await person.colin.last();
  await db.prisma.debtor.update({ where: { id: acme.id }, data: { workspaceId: 'another' } });
  await person.colin.click(account, 'why_account');
  expect(wordsOf(await person.colin.view())).toContain('I do not know this account');
});

test('why prints what the policy found, for today and for another day', async () => {
  const { person, db, workspaceId } = await withAcme();
  await paymentsKnownUntil(db, workspaceId, '2026-11-22');
  await person.fiona.command('why acme');
  const today = wordsOf(await person.fiona.last());
  expect(today).toContain('INV-9000'); // the item that carries the case
  expect(today).toContain('Monday 23 November');
  await person.fiona.command('why acme 30 nov');
  expect(wordsOf(await person.fiona.last())).toContain('Monday 30 November');
});

test('why for a day that has been answers for that day, not for the one of next year', async () => {
  const { person, db, workspaceId } = await withAcme();
  await paymentsKnownUntil(db, workspaceId, '2026-11-22');
  const asked = async (words: string) => {
    await person.fiona.command(`why acme ${words}`);
    return wordsOf(await person.fiona.last());
  };
  for (const words of ['20 nov', '20/11', '20.11.', 'nov 20', '-3d', '20th']) {
    const answer = await asked(words);
    expect(answer).toContain('Friday 20 November');
    expect(answer).toContain('Decided from what was known that morning');
  }
  expect(await asked('20 nov 2027')).toContain('20 November 2027');
});

test('a viewer sees the account, but no buttons to act on it', async () => {
  const { person } = await withAcme();
  await person.vera.command('show acme');
  const seen = await person.vera.last();
  expect(wordsOf(seen)).toContain('Acme Ltd');
  expect(buttonsOf(seen, 'log_call')).toEqual([]);
  expect(buttonsOf(seen, 'add_contact')).toEqual([]);
});

test('a guest is told that debts are not for guests', async () => {
  const { person } = await withAcme();
  await person.gus.command('show acme');
  expect((await person.gus.last()).text).toContain('not for guests');
});

test('an account is shared to the channel it was asked for in, once however often it is clicked', async () => {
  const { person, channels } = await withAcme();
  await person.colin.command('show acme', channels.collections);
  const account = await person.colin.last(channels.collections);
  await person.colin.click(account, 'share_account');
  await person.colin.click(account, 'share_account');
  const shared = await person.clara.messages(channels.collections);
  expect(shared).toHaveLength(1);
  expect(wordsOf(shared[0] ?? {})).toContain('Acme Ltd');
});

test('a private individual is never shown to a public channel', async () => {
  const { person, channels, db, workspaceId } = await withAcme();
  await aDebtor(db, workspaceId, {
    name: 'Paula Private',
    kind: 'individual',
    invoices: [{ due: '2026-10-01', amount: 9_000 }],
  });
  await person.colin.command('show paula', channels.collections);
  await person.colin.click(await person.colin.last(channels.collections), 'share_account');
  expect(await person.clara.messages(channels.collections)).toEqual([]);
  expect((await person.colin.last(channels.collections)).text).toContain('private individual');

  await person.colin.command('show paula', channels.finance);
  await person.colin.click(await person.colin.last(channels.finance), 'share_account');
  expect(wordsOf(await person.clara.last(channels.finance))).toContain('Paula Private');
});

test('nothing is shared to a channel that Duly was not invited to', async () => {
  const { person, channels } = await withAcme();
  await person.colin.command('show acme', channels.random);
  await person.colin.click(await person.colin.last(channels.random), 'share_account');
  expect((await person.colin.last(channels.random)).text).toContain('invite me');
});

test('what people typed cannot become markup or a mention', async () => {
  const { person, db, workspaceId } = await withAcme();
  await aDebtor(db, workspaceId, {
    name: '<!channel> *Evil* & Co',
    invoices: [{ due: '2026-10-01', amount: 9_000 }],
    contacts: [{ name: '<@U01MARTA>', phone: '1' }],
  });
  await person.colin.command('show evil');
  const seen = await person.colin.last();
  const markup = [seen.text, ...markupOf(seen)].join('\n');
  expect(markup).toContain('&lt;!channel&gt;');
  expect(markup).not.toContain('<!channel>');
  expect(markup).not.toContain('<@U01MARTA>');
  expect(markup).not.toContain('*Evil*');
});
