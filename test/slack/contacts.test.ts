import { expect, test } from 'vitest';
import { loadWorkspace } from '../../src/db/workspaceContext.ts';
import { undoActivity } from '../../src/useCases/calls/undoActivity.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { dulyInPlayground } from '../support/dulyInPlayground.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { logs, memberOf } from '../useCases/calls/callTeam.ts';
import { bringIn, fileOf } from '../useCases/ledger/ledgerKit.ts';

async function atAcme() {
  const duly = await dulyInPlayground();
  const { id } = await aDebtor(duly.db, duly.workspaceId, {
    name: 'Acme Ltd',
    invoices: [{ due: '2026-10-01', amount: 100_00 }],
  });
  await duly.db.prisma.debtor.update({ where: { id }, data: { nextReviewAt: null } });
  const contacts = () =>
    duly.db.prisma.contact.findMany({ where: { debtorId: id }, orderBy: { position: 'asc' } });
  return { ...duly, debtorId: id, contacts };
}

test('a collector adds a contact; it is on record, and the account is looked at again', async () => {
  const { person, contacts, db, debtorId, workspaceId, member } = await atAcme();
  await person.colin.command('show acme');
  await person.colin.click(await person.colin.last(), 'add_contact');
  const form = await person.colin.view();
  expect(wordsOf(form)).toContain('Acme Ltd');
  const answer = await person.colin.submit({
    name: { value: ' Jane Miller ' },
    phone: { value: '+44 20 7946 0000' },
    email: { value: 'jane@acme.example' },
  });
  expect(answer.ok).toBe(true);
  expect(wordsOf(await person.colin.view())).toContain('Jane Miller');
  expect(await contacts()).toMatchObject([
    {
      name: 'Jane Miller',
      role: 'payables',
      phone: '+44 20 7946 0000',
      email: 'jane@acme.example',
      isMailbox: false,
    },
  ]);
  expect((await db.prisma.debtor.findUniqueOrThrow({ where: { id: debtorId } })).nextReviewAt).not.toBeNull();
  const audit = await db.prisma.audit.findMany({ where: { workspaceId, action: 'contact_added' } });
  expect(audit).toMatchObject([{ actor: member.colin }]);
  expect(JSON.stringify(audit[0]?.after)).not.toContain('Jane'); // personal values stand elsewhere
});

test('a desk address alone is a mailbox, no person', async () => {
  const { person, contacts } = await atAcme();
  await person.colin.command('show acme');
  await person.colin.click(await person.colin.last(), 'add_contact');
  await person.colin.submit({ name: { value: 'Payables desk' }, email: { value: 'ap@acme.example' } });
  expect(await contacts()).toMatchObject([{ isMailbox: true }]);
});

test('a contact that nobody could reach is refused at its field', async () => {
  const { person, contacts } = await atAcme();
  await person.colin.command('show acme');
  await person.colin.click(await person.colin.last(), 'add_contact');
  const nothing = await person.colin.submit({ name: { value: 'Jane' } });
  expect(Object.keys((nothing.errors as object | undefined) ?? {})).toEqual(['email']);
  const noNumber = await person.colin.submit({ name: { value: 'Jane' }, phone: { value: 'ask reception' } });
  expect(Object.keys((noNumber.errors as object | undefined) ?? {})).toContain('phone');
  expect(await contacts()).toEqual([]);
});

test('an address that is on file already brings the form back with what was typed', async () => {
  const { person, contacts } = await atAcme();
  const add = async (name: string) => {
    await person.colin.command('show acme');
    await person.colin.click(await person.colin.last(), 'add_contact');
    await person.colin.submit({ name: { value: name }, email: { value: 'jane@acme.example' } });
  };
  await add('Jane');
  await person.colin.close();
  await add('Janet');
  const again = await person.colin.view();
  expect(again.callback_id).toBe('add_contact');
  expect(wordsOf(again)).toContain('Jane is on file');
  expect(JSON.stringify(again.blocks)).toContain('Janet');
  expect(await contacts()).toHaveLength(1);
});

test('a viewer cannot add a contact, whatever button reaches Duly', async () => {
  const { person, contacts, db, member } = await atAcme();
  await person.colin.command('show acme');
  const account = await person.colin.last();
  await db.prisma.member.update({ where: { id: member.colin }, data: { role: 'viewer' } });
  await person.colin.click(account, 'add_contact');
  expect(wordsOf(await person.colin.view())).toContain('Only collectors and managers');
  expect(await contacts()).toEqual([]);
});

test('/debt contact opens the form, or asks in the same window which account is meant', async () => {
  const { person, db, workspaceId, contacts } = await atAcme();
  await person.colin.command('contact acme');
  expect((await person.colin.view()).callback_id).toBe('add_contact');
  await person.colin.close();
  await aDebtor(db, workspaceId, { name: 'Acme Garages' });
  await person.colin.command('contact acme');
  const pick = await person.colin.view();
  const [, second] = buttonsOf(pick, 'add_contact');
  await person.colin.click(pick, 'add_contact', { value: second });
  await person.colin.submit({ name: { value: 'Bob' }, phone: { value: '020 7946 0001' } });
  const all = await db.prisma.contact.findMany({ where: { workspaceId } });
  expect(all).toMatchObject([{ name: 'Bob', debtorId: second }]);
  expect(await contacts()).toHaveLength(0);
});

test('somebody on file is corrected, and what they refused is not used from then on; a new number for a known address is no second contact', async () => {
  const { person, contacts, db, workspaceId, member } = await atAcme();
  const { colin } = person;
  await colin.command('contact acme');
  await colin.submit({
    name: { value: 'Jane' },
    phone: { value: '+44 20 7946 0000' },
    email: { value: 'jane@acme.example' },
  });
  await db.prisma.contact.updateMany({ data: { deadChannels: ['call', 'email'] } });
  await colin.close();
  await colin.command('contact acme');
  await colin.submit({
    name: { value: 'jane' },
    phone: { value: '+44 20 7946 0009' },
    email: { value: 'JANE@acme.example' },
  });
  expect(await contacts()).toMatchObject([{ name: 'Jane', phone: '+44 20 7946 0009', deadChannels: [] }]);
  await colin.close();
  // somebody else's number is not put to her because they share an address
  await colin.command('contact acme');
  await colin.submit({
    name: { value: 'Alice' },
    phone: { value: '+44 20 7946 0222' },
    email: { value: 'jane@acme.example' },
  });
  expect(await contacts()).toMatchObject([{ name: 'Jane', phone: '+44 20 7946 0009' }]);
  await colin.close();

  await colin.command('contact acme');
  await colin.click(await colin.view(), 'edit_contact');
  expect(JSON.stringify((await colin.view()).blocks)).toContain('+44 20 7946 0009');
  expect(await colin.submit({ mobile: { value: 'none' } })).toMatchObject({
    errors: { mobile: expect.any(String) },
  });
  await colin.submit({
    name: { value: 'Jane Miller' },
    mobile: { value: '+44 7700 900123' },
    email: { value: 'miller@acme.example' },
    refused: { selected_options: ['call', 'text'] },
  });
  expect(await contacts()).toMatchObject([
    {
      ...{ name: 'Jane Miller', phone: '+44 20 7946 0009', email: 'miller@acme.example' },
      ...{ refusedChannels: ['call', 'text'], doNotContact: false },
    },
  ]);
  const [audit] = await db.prisma.audit.findMany({
    where: { workspaceId, action: 'contact_changed' },
    orderBy: { id: 'desc' },
  });
  expect(audit).toMatchObject({
    actor: member.colin,
    after: { changed: ['name', 'mobile', 'email', 'refusedChannels'] },
  });
  expect(JSON.stringify(audit?.after)).not.toContain('Miller');
  await colin.command('show acme');
  expect(wordsOf(await colin.last())).toContain('Jane Miller refused calls');
});

test('what somebody refused stands against a form that was opened before, and is taken back by a manager alone', async () => {
  const { person, contacts, db, workspaceId, member } = await atAcme();
  const { colin, marta } = person;
  await colin.command('contact acme');
  await colin.submit({ name: { value: 'Jane' }, email: { value: 'jane@acme.example' } });
  await colin.close();
  await colin.command('contact acme');
  await colin.click(await colin.view(), 'edit_contact');
  await db.prisma.contact.updateMany({ where: { workspaceId }, data: { doNotContact: true } });
  await colin.submit({ name: { value: 'Jane Miller' }, email: { value: 'jane@acme.example' } });
  expect(await contacts()).toMatchObject([{ name: 'Jane Miller', doNotContact: true }]);
  await colin.close();

  const lift = async (by: typeof colin, evidence?: string) => {
    await by.command('contact acme');
    await by.click(await by.view(), 'edit_contact');
    const answer = await by.submit({
      name: { value: 'Jane Miller' },
      email: { value: 'jane@acme.example' },
      refused: { selected_options: [] },
      ...(evidence && { evidence: { value: evidence } }),
    });
    const says = answer.errors ?? wordsOf(await by.view());
    await by.close();
    return says;
  };
  const evidence = 'Her email of 20 November: ticked at the wrong customer';
  await lift(colin, evidence);
  expect(await contacts()).toMatchObject([{ doNotContact: true }]);
  expect(await lift(marta)).toMatchObject({ evidence: expect.stringContaining('on record') });
  expect(await contacts()).toMatchObject([{ doNotContact: true }]);
  await lift(marta, evidence);
  expect(await contacts()).toMatchObject([{ doNotContact: false }]);
  const audits = await db.prisma.audit.findMany({
    where: { action: 'contact_changed' },
    orderBy: { id: 'asc' },
  });
  expect(audits.at(-1)).toMatchObject({ actor: member.marta, why: evidence });
  expect(audits.at(-2)?.why).toBeNull();
});

test('nobody is on file twice: what they refused, and the calls they had, go by the person', async () => {
  const { person, contacts, db } = await atAcme();
  const { colin } = person;
  const jane = { name: { value: 'Jane Miller' }, phone: { value: '+44 20 7946 0000' } };
  const add = async (fields: Parameters<typeof colin.submit>[0]) => {
    await colin.command('contact acme');
    await colin.submit(fields);
    const said = wordsOf(await colin.view());
    await colin.close();
    return said;
  };
  await add({ ...jane, email: { value: 'jane@acme.example' } });
  await colin.command('log acme na');
  for (const again of [
    { name: { value: 'J. Miller' }, phone: { value: '+44 (20) 7946-0000' } },
    { ...jane, email: { value: 'jm@acme.example' } },
    { name: { value: 'Jane Miller' }, mobile: { value: '+44 7700 900123' } },
  ])
    expect(await add(again)).toContain('Jane Miller is on file already');
  expect(await contacts()).toHaveLength(1);
  await add({ name: { value: 'Ravi Shah' }, phone: jane.phone }); // one switchboard, two people
  expect(await contacts()).toMatchObject([{ name: 'Jane Miller' }, { name: 'Ravi Shah' }]);

  // a file of long ago has her twice
  const [first] = await contacts();
  const twin = { name: 'J. Miller', phone: '020 7946 0000', mobile: '+44 20 7946 0000' };
  const { id: _, ...row } = { ...first, ...twin, email: null, position: 2 } as NonNullable<typeof first>;
  await db.prisma.contact.create({ data: { ...row, id: 'twin' } });
  await colin.command('show acme');
  const account = wordsOf(await colin.last());
  expect(account.match(/1 of 3 calls in 7 days/g)).toHaveLength(2);
  await db.prisma.contact.update({ where: { id: first?.id ?? '' }, data: { doNotContact: true } });
  await colin.command('show acme');
  expect(wordsOf(await colin.last())).toContain('J. Miller is not to be contacted');
});

test('an address that was corrected does not come back with the next ledger file', async () => {
  const { person, db, clock } = await dulyInPlayground();
  const { colin } = person;
  const arrives = (number: string) =>
    bringIn(
      db,
      fileOf(['No,Who,Due,Amount,Mail', `${number},Kea Ltd,2026-12-20,50.00,Jane.Doe@kea.example`]),
      {
        map: ['No=number', 'Who=debtor', 'Due=due', 'Amount=amount', 'Mail=email'],
        ...{ currency: 'GBP', asOf: '2026-11-22', confirm: true, now: clock.now() },
      },
    );
  const addresses = async () => (await db.prisma.contact.findMany()).map(({ email }) => email);
  await arrives('K-1');
  expect(await addresses()).toEqual(['jane.doe@kea.example']);
  await colin.command('contact kea');
  await colin.click(await colin.view(), 'edit_contact');
  await colin.submit({ name: { value: 'Accounts' }, email: { value: 'accounts@kea.example' } });
  await arrives('K-2');
  expect(await addresses()).toEqual(['accounts@kea.example']);
});

test('a private customer who may live in any zone of the country is called at no hour that is too early in one of them', async () => {
  const { person, db, workspaceId, member, move } = await dulyInPlayground({ start: '2026-11-23T13:10:00Z' });
  const { id } = await aDebtor(db, workspaceId, {
    name: 'Pat Private',
    kind: 'individual',
    creditor: 'Harbour Clinic',
    country: 'US',
    ownerId: member.colin,
    invoices: [{ due: '2026-10-01', amount: 100_00 }],
    contacts: [{ name: 'Pat Private', phone: '+1 202 555 0100' }],
  });
  await db.prisma.creditor.updateMany({ where: { name: 'Harbour Clinic' }, data: { isClient: true } });
  const shown = async () => {
    await person.colin.command('show pat');
    return wordsOf(await person.colin.last());
  };
  expect(await shown()).toContain('next allowed Mon 13:00 in New York, as they may live in several zones');
  await db.prisma.debtor.update({ where: { id }, data: { region: 'NY' } });
  expect(await shown()).toContain('allowed now');
  await db.prisma.debtor.update({ where: { id }, data: { region: 'California' } });
  expect(await shown()).toContain('next allowed Mon 08:00 their time');
  await db.prisma.debtor.update({ where: { id }, data: { region: null } });
  await move({ to: '2026-11-23T18:00:00Z' });
  expect(await shown()).toContain('allowed now');
});

test('the account says since when a contact is verified: by a talk with them, or as ticked; a new number is not', async () => {
  const { person, contacts, db, clock, workspaceId, debtorId, member } = await atAcme();
  await db.prisma.contact.create({
    data: {
      ...{ id: 'jane', workspaceId, debtorId, name: 'Jane Miller', role: 'payables' },
      phone: '+44 20 7946 0000',
    },
  });
  const { colin } = person;
  const shown = async () => {
    await colin.command('show acme');
    return wordsOf(await colin.last());
  };
  const change = async (entries: Record<string, Record<string, unknown>>) => {
    await colin.command('contact acme');
    await colin.click(await colin.view(), 'edit_contact');
    const form = wordsOf(await colin.view());
    await colin.submit(entries);
    const said = wordsOf(await colin.view());
    await colin.close();
    return { form, said };
  };
  expect(await shown()).not.toContain('verified on');

  const call = (outcome: 'refuses' | 'no_answer', rightParty?: boolean) => ({
    ...{ debtorId, contactId: 'jane', outcome, direction: 'out' as const, at: clock.now() },
    ...(rightParty !== undefined && { rightParty }),
  });
  const team = {
    ...{ db, workspaceId, member, clock },
    settle: async () => {},
    workspace: () => loadWorkspace(db, workspaceId),
  };
  await logs(team, 'colin', call('no_answer'));
  await logs(team, 'colin', call('refuses', false));
  expect(await contacts()).toMatchObject([{ verifiedOn: null }]);
  const { activityId } = await logs(team, 'colin', call('refuses'));
  expect(await shown()).toContain('verified on 23 Nov');
  await undoActivity(db, {
    workspace: await team.workspace(),
    member: await memberOf(team, 'colin'),
    activityId,
    now: clock.now(),
  });
  expect(await shown()).not.toContain('verified on');

  const ticked = await change({ verified: { selected_options: ['verified'] } });
  expect(ticked.form).toContain('Not verified yet');
  expect(ticked.said).toContain('Verified today');
  expect(await shown()).toContain('verified on 23 Nov');
  const moved = await change({ phone: { value: '+44 20 7946 0111' } });
  expect(moved.form).toContain('Last verified on 23 Nov');
  expect(await shown()).not.toContain('verified on');
});
