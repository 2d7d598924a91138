import { expect, test } from 'vitest';
import { aDebtor } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import type { Filled, Person } from '../support/Person.ts';
import { people } from '../support/sampleTeam.ts';
import { wordsOf } from '../support/wordsOf.ts';

const MAX_FIRST = 'Max Adler has changed this since you opened it: nothing of yours is saved.';

/** Marta and Max have the same window open; Max saves first, then Marta: she is told, and what she typed is still there. */
async function bothSave(
  { person }: DulyInPlayground,
  open: (who: Person) => Promise<void>,
  { max, marta }: { max: Filled; marta: Filled },
): Promise<string> {
  await open(person.marta);
  await open(person.max);
  await person.max.submit(max);
  expect(wordsOf(await person.max.view())).not.toContain('since you opened it');
  await person.marta.submit(marta);
  return `${wordsOf(await person.marta.view())} ${JSON.stringify(await person.marta.view())}`;
}

const typed = (who: Person, words: string) => who.command(words);

test('settings: the roles and times that another manager chose meanwhile stand', async () => {
  const team = await dulyInPlayground();
  const said = await bothSave(team, (who) => typed(who, 'settings'), {
    max: {
      collector: { selected_users: [people.colin.id, people.clara.id, people.amir.id] },
      account_manager: { selected_users: [] },
      dailyDigestAt: { selected_time: '07:30' },
    },
    marta: { weeklyDigestAt: { selected_time: '10:15' } },
  });
  expect(said).toContain(MAX_FIRST);
  expect(said).toContain('10:15');
  expect(await role(team, 'amir')).toBe('collector');
  expect((await team.workspace()).settings).toMatchObject({
    dailyDigestAt: '07:30',
    weeklyDigestAt: '09:00',
  });
  await team.person.marta.close();
  await team.person.marta.command('settings');
  await team.person.marta.submit({ weeklyDigestAt: { selected_time: '10:15' } });
  expect(await role(team, 'amir')).toBe('collector');
  expect((await team.workspace()).settings).toMatchObject({
    dailyDigestAt: '07:30',
    weeklyDigestAt: '10:15',
  });
});

test('settings: a colleague who was given a role since the window was opened keeps it', async () => {
  const team = await dulyInPlayground();
  const said = await bothSave(team, (who) => typed(who, 'settings'), {
    max: { finance_role: { selected_users: [people.fiona.id, people.vera.id] } },
    marta: { country: { value: 'IE' } },
  });
  expect(said).toContain(MAX_FIRST);
  expect(await role(team, 'vera')).toBe('finance');
});

test('settings: two who want the same are both told that it is saved', async () => {
  const team = await dulyInPlayground();
  const same = { collector: { selected_users: [people.clara.id, people.colin.id, people.amir.id] } };
  const both = { ...same, account_manager: { selected_users: [] } };
  const said = await bothSave(team, (who) => typed(who, 'settings'), { max: both, marta: both });
  expect(said).toContain('The settings are saved');
});

test('limits: that two have to approve stands', async () => {
  const team = await dulyInPlayground();
  const said = await bothSave(team, (who) => typed(who, 'settings limits'), {
    max: { twoApproversOver: { value: 'GBP 2,000' }, promptsADay: { value: '15' } },
    marta: { freshnessDays: { value: '3' } },
  });
  expect(said).toContain(MAX_FIRST);
  const { settings } = await team.workspace();
  expect(settings.twoApproversOver.GBP).toBe(200_000);
  expect(settings).toMatchObject({ promptsADay: 15 });
  expect(settings.freshnessDays).not.toBe(3);
});

test('letterhead: the telephone number that another manager entered stands', async () => {
  const team = await dulyInPlayground();
  await aDebtor(team.db, team.workspaceId, { name: 'Acme', invoices: [] });
  const said = await bothSave(team, (who) => typed(who, 'settings letterhead'), {
    max: { phone: { value: '+44 20 7946 0001' } },
    marta: { address: { value: '1 High Street' } },
  });
  expect(said).toContain(MAX_FIRST);
  expect(said).toContain('1 High Street');
  expect(await team.db.prisma.creditor.findFirstOrThrow()).toMatchObject({
    phone: '+44 20 7946 0001',
    address: null,
  });
});

test('interest: the rate in the contracts that another manager entered stands', async () => {
  const team = await dulyInPlayground();
  const said = await bothSave(team, (who) => typed(who, 'settings interest'), {
    max: { contract: { value: '8.5' } },
    marta: { lateCharges: { selected_options: [lateCharges] } },
  });
  expect(said).toContain(MAX_FIRST);
  const { interest } = (await team.workspace()).settings;
  expect(interest).toMatchObject({ contractBasisPoints: 850, lateCharges: false });
});

const lateCharges = { text: { type: 'plain_text', text: '-' }, value: 'late_charges' };

test('tags and contacts of an account: what a colleague wrote meanwhile stands', async () => {
  const team = await dulyInPlayground();
  await aDebtor(team.db, team.workspaceId, {
    name: 'Acme Rooms',
    ownerId: team.member.marta,
    invoices: [{ due: '2026-10-20', amount: 50_000 }],
    contacts: [{ name: 'Jane', email: 'j@acme.example', phone: '+44 20 7946 0000' }],
  });
  const account = (action: string) => async (who: Person) => {
    await who.command('show acme');
    await who.click(await who.last(), action);
  };
  const tags = { max: { tags: { value: 'key account' } }, marta: { tags: { value: 'slow' } } };
  expect(await bothSave(team, account('open_tags'), tags)).toContain(MAX_FIRST);
  expect(await team.db.prisma.debtor.findFirstOrThrow()).toMatchObject({ tags: ['key account'] });

  const contact = async (who: Person) => {
    await who.command('contact acme');
    await who.click(await who.view(), 'edit_contact');
  };
  const ways = {
    max: { phone: { value: '+44 20 7946 0999' } },
    marta: { email: { value: 'jane@acme.example' } },
  };
  expect(await bothSave(team, contact, ways)).toContain(MAX_FIRST);
  const jane = { phone: '+44 20 7946 0999', email: 'j@acme.example' };
  expect(await team.db.prisma.contact.findFirstOrThrow()).toMatchObject(jane);
});

async function role({ db, member }: DulyInPlayground, name: keyof DulyInPlayground['member']) {
  return (await db.prisma.member.findUniqueOrThrow({ where: { id: member[name] } })).role;
}
