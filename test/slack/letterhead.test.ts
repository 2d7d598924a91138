import { expect, test } from 'vitest';
import { newId } from '../../src/core/newId.ts';
import { loadDebtorFacts } from '../../src/db/debtorFacts.ts';
import { readPdf } from '../notices/readPdf.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import type { Filled } from '../support/Person.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const IBAN = 'GB29 NWBK 6016 1331 9268 19';
const typed: Filled = {
  name: { value: 'Northwind Trading Ltd' },
  address: { value: '1 Quay Street\nBristol BS1 4DJ' },
  email: { value: 'accounts@northwind.example' },
  phone: { value: '+44 117 496 0000' },
  holder: { value: 'Northwind Trading Ltd' },
  iban: { value: 'gb29nwbk60161331926819' },
};

test('the next notice comes from the address in the settings and asks for payment to the account there', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.person.marta.command('settings letterhead');
  expect((await team.person.marta.submit(typed)).ok).toBe(true);
  expect(wordsOf(await team.person.marta.view())).toContain('Northwind Trading Ltd');
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await team.person.max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  const [mail] = await team.mails();
  expect(mail).toMatchObject({ from: expect.stringContaining('accounts@northwind.example') });
  expect(mail?.text).toContain(IBAN);
  const pdf = await readPdf(Buffer.from(mail?.attachments[0]?.content_base64 ?? '', 'base64'));
  const letter = JSON.stringify(pdf);
  for (const words of [IBAN, 'Bristol BS1 4DJ', '+44 117 496 0000']) expect(letter).toContain(words);
}, 60_000);

test('every other manager is told of new bank details, and the record keeps no account number', async () => {
  const duly = await dulyInPlayground();
  await aCreditor(duly, 'Northwind Ltd');
  await fillIn(duly, typed);
  const told = await duly.person.max.last();
  expect(told.text).toContain('6819');
  expect(told.text).not.toContain('NWBK');
  expect(told.text).toContain(`<@${duly.person.marta.id}>`);
  expect(await duly.person.marta.messages()).toEqual([]);
  expect(await duly.person.colin.messages()).toEqual([]);
  const [row, ...others] = await duly.db.prisma.audit.findMany();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ action: 'letterhead_changed', actor: duly.member.marta });
  expect(row?.after).toMatchObject({ account: '6819', changed: expect.arrayContaining(['bank', 'address']) });
  expect(JSON.stringify([row?.before, row?.after])).not.toMatch(/NWBK|Quay|accounts@/);
});

test('what stays the same is no news: neither on record nor in a message', async () => {
  const duly = await dulyInPlayground();
  await aCreditor(duly, 'Northwind Ltd');
  await fillIn(duly, typed);
  await fillIn(duly, {});
  await fillIn(duly, { phone: { value: '+44 117 496 0001' } });
  expect(await duly.person.max.messages()).toHaveLength(1);
  expect(await duly.db.prisma.audit.count()).toBe(2);
});

test.each([
  [{ name: { value: '' } }, ['name']],
  [{ iban: { value: 'GB28 NWBK 6016 1331 9268 19' } }, ['iban']],
  [{ holder: { value: '' } }, ['holder']],
  [{ iban: { value: '' }, account: { value: '31926819' } }, ['sortCode']],
  [{ iban: { value: '' } }, ['iban']],
  [{ sortCode: { value: 'twenty' }, account: { value: '31926819' } }, ['sortCode']],
] satisfies [Filled, string[]][])('%j is said at its field', async (wrong, fields) => {
  const duly = await dulyInPlayground();
  await aCreditor(duly, 'Northwind Ltd');
  await duly.person.marta.command('settings letterhead');
  const answer = await duly.person.marta.submit({ ...typed, ...wrong });
  expect(answer.ok && answer.errors === undefined).toBe(false);
  const errors = answer.errors as object | undefined;
  if (errors) expect(Object.keys(errors)).toEqual(fields);
  expect(await duly.db.prisma.creditor.findFirst({ where: { bankDetails: { not: {} } } })).toBeNull();
});

test('sort code and account number are as good as an IBAN', async () => {
  const duly = await dulyInPlayground();
  await aCreditor(duly, 'Northwind Ltd');
  const domestic = { sortCode: { value: '601613' }, account: { value: '31926819' } };
  await fillIn(duly, { ...typed, ...domestic, iban: { value: '' } });
  const { bankDetails } = await duly.db.prisma.creditor.findFirstOrThrow();
  expect(bankDetails).toEqual({
    holder: 'Northwind Trading Ltd',
    sortCode: '60-16-13',
    account: '31926819',
  });
});

test('with several creditors each has its own, and what was typed for one is not saved for another', async () => {
  const duly = await dulyInPlayground();
  await aCreditor(duly, 'Northwind Ltd');
  const other = await aCreditor(duly, 'Southwind GmbH', 1);
  const { marta } = duly.person;
  await marta.command('settings');
  await marta.click(await marta.view(), 'open_letterhead');
  const choice = { text: { type: 'plain_text', text: 'Southwind GmbH' }, value: other };
  await marta.click(await marta.view(), 'letterhead_creditor', { selected_option: choice });
  expect(JSON.stringify(await marta.view())).toContain('"initial_value":"Southwind GmbH"');
  await marta.submit({ email: { value: 'buchhaltung@southwind.example' } });
  const rows = await duly.db.prisma.creditor.findMany({ orderBy: { position: 'asc' } });
  expect(rows.map(({ name, email }) => [name, email])).toEqual([
    ['Northwind Ltd', null],
    ['Southwind GmbH', 'buchhaltung@southwind.example'],
  ]);
});

test('for an agency’s client, US Regulation F holds for its private customers from then on', async () => {
  const duly = await dulyInPlayground();
  const { id } = await aDebtor(duly.db, duly.workspaceId, { name: 'Paula Private', kind: 'individual' });
  const forAnother = async () => {
    const workspace = await duly.workspace();
    const facts = await loadDebtorFacts(duly.db, workspace, [id], duly.clock.now());
    return facts.get(id)?.debtor.forAnotherCreditor;
  };
  expect(await forAnother()).toBe(false);
  await fillIn(duly, { ...typed, isClient: { selected_options: [{ value: 'client' }] } });
  expect(await forAnother()).toBe(true);
  await fillIn(duly, { phone: { value: '' } });
  expect(await forAnother()).toBe(true);
});

test('a name that another creditor has brings the form back as it was filled in', async () => {
  const duly = await dulyInPlayground();
  await aCreditor(duly, 'Northwind Ltd');
  await aCreditor(duly, 'Southwind GmbH', 1);
  await fillIn(duly, { ...typed, name: { value: 'Southwind GmbH' } });
  const again = await duly.person.marta.view();
  expect(again.callback_id).toBe('letterhead');
  expect(JSON.stringify(again)).toContain('Bristol');
});

test('before any ledger is in, the first creditor is made by its letterhead', async () => {
  const duly = await dulyInPlayground();
  await fillIn(duly, typed);
  expect(await duly.db.prisma.creditor.findMany()).toMatchObject([{ name: 'Northwind Trading Ltd' }]);
});

test('only managers see it or change it, whatever was open before', async () => {
  const duly = await dulyInPlayground();
  const { colin, max } = duly.person;
  await colin.command('settings letterhead');
  expect(wordsOf(await colin.view())).toContain('Only managers');
  await max.command('settings letterhead');
  await duly.db.prisma.member.update({ where: { id: duly.member.max }, data: { role: 'viewer' } });
  await max.submit(typed);
  expect(wordsOf(await max.view())).toContain('Only managers');
  expect(await duly.db.prisma.creditor.count()).toBe(0);
});

async function aCreditor({ db, workspaceId }: DulyInPlayground, name: string, position = 0): Promise<string> {
  const { id } = await db.prisma.creditor.create({ data: { id: newId(), workspaceId, name, position } });
  return id;
}

async function fillIn({ person, delivery }: DulyInPlayground, values: Filled): Promise<void> {
  await person.marta.command('settings letterhead');
  const answer = await person.marta.submit(values);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  await delivery.drain();
}
