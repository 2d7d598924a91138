import { expect, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import { isPrivateChannel } from '../../src/db/channelFacts.ts';
import { enqueue } from '../../src/delivery/enqueue.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { dulyInPlayground } from '../support/dulyInPlayground.ts';
import { people } from '../support/sampleTeam.ts';
import { wordsOf } from '../support/wordsOf.ts';

test('a manager changes channels, times, place and roles; each change is on record with what it was', async () => {
  const { person, channels, workspace, db, workspaceId, member } = await dulyInPlayground();
  await person.marta.command('settings');
  const answer = await person.marta.submit({
    collections: { selected_conversation: channels.finance },
    dailyDigestAt: { selected_time: '07:45' },
    zone: {
      selected_option: { text: { type: 'plain_text', text: 'Europe/Berlin' }, value: 'Europe/Berlin' },
    },
    country: { value: 'de' },
    region: { value: 'BY' },
    currency: { value: 'eur' },
    defaultDebtorKind: { selected_option: 'sole_trader' },
    closingDays: { value: '2026-12-31, 24 dec to 26 dec' },
    statements: {
      selected_options: [
        { text: { type: 'plain_text', text: 'Send them at month end' }, value: 'month_end' },
      ],
    },
    monthClosesOn: { value: '25' },
    collector: { selected_users: [people.colin.id] },
    finance_role: { selected_users: [people.fiona.id, people.vera.id] },
  });
  expect(answer.ok).toBe(true);
  expect(wordsOf(await person.marta.view())).toContain('saved');
  const set = await workspace();
  expect(set).toMatchObject({ zone: 'Europe/Berlin', country: 'DE', region: 'BY', currency: 'EUR' });
  expect(set.settings.dailyDigestAt).toBe('07:45');
  expect(set.settings.defaultDebtorKind).toBe('sole_trader');
  expect(set.settings.statements).toBe(true);
  expect(set.settings.monthClosesOn).toBe(25);
  expect(set.settings.closingDays).toEqual(['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-31']);
  expect(set.calendar.isOpen(dayOf('2026-12-24'))).toBe(false);
  expect(set.settings.channels).toMatchObject({
    collections: channels.finance,
    approvals: channels.approvals,
  });
  const roles = await db.prisma.member.findMany({ where: { workspaceId }, select: { id: true, role: true } });
  const roleOf = (id: string) => roles.find((one) => one.id === id)?.role;
  expect(roleOf(member.vera)).toBe('finance');
  expect(roleOf(member.clara)).toBe('viewer');
  expect(roleOf(member.marta)).toBe('manager');
  const audit = await db.prisma.audit.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
  expect(audit.map(({ action, actor }) => [action, actor])).toEqual([
    ['settings_changed', member.marta],
    ['role_changed', member.marta],
    ['role_changed', member.marta],
  ]);
  expect(audit[0]?.before).toMatchObject({ zone: 'Europe/London' });
});

test('what cannot be is said at its field, and nothing is changed', async () => {
  const { person, workspace } = await dulyInPlayground();
  await person.marta.command('settings');
  const answer = await person.marta.submit({
    country: { value: 'Germany' },
    closingDays: { value: 'sometimes' },
    currency: { value: 'quid' },
    monthClosesOn: { value: '31' },
    manager: { selected_users: [] },
    collector: { selected_users: [people.colin.id] },
    finance_role: { selected_users: [people.colin.id] },
  });
  expect(Object.keys((answer.errors as object | undefined) ?? {}).sort()).toEqual([
    'closingDays',
    'country',
    'currency',
    'finance_role',
    'manager',
    'monthClosesOn',
  ]);
  expect((await workspace()).country).toBe('GB');
});

test('the days on which the team is closed are all of those that were written', async () => {
  const { person, workspace } = await dulyInPlayground();
  await person.marta.command('settings');
  await person.marta.submit({ closingDays: { value: '30 dec - 1 jan, 24-25 dec' } });
  const { settings } = await workspace();
  expect(settings.closingDays).toEqual([
    '2026-12-24',
    '2026-12-25',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
  ]);
});

test('a region is taken by its name in English too; one that is not known is refused, and the known ones are named', async () => {
  const { person, workspace } = await dulyInPlayground();
  const { marta } = person;
  await marta.command('settings');
  const refused = await marta.submit({ country: { value: 'DE' }, region: { value: 'Bavariaa' } });
  expect(refused.errors).toEqual({ region: expect.stringContaining('BY') });
  expect((await workspace()).country).toBe('GB');
  await marta.submit({ country: { value: 'DE' }, region: { value: 'Bavaria' } });
  expect((await workspace()).calendar.isOpen(dayOf('2027-01-06'))).toBe(false);
});

test('a guest cannot be given a role: the form comes back as it was filled in', async () => {
  const { person, workspace, db, workspaceId } = await dulyInPlayground();
  await person.marta.command('settings');
  await person.marta.submit({ country: { value: 'FR' }, collector: { selected_users: [people.gus.id] } });
  const again = await person.marta.view();
  expect(wordsOf(again)).toContain('not for guests');
  expect(JSON.stringify(again)).toContain('FR');
  expect((await workspace()).country).toBe('GB');
  expect(await db.prisma.member.count({ where: { workspaceId, slackUserId: people.gus.id } })).toBe(0);
  const retried = await person.marta.submit({ collector: { selected_users: [people.colin.id] } });
  expect(retried.ok).toBe(true);
  expect((await workspace()).country).toBe('FR');
});

test('only managers see the settings', async () => {
  const { person } = await dulyInPlayground();
  await person.colin.command('settings');
  expect(wordsOf(await person.colin.view())).toContain('Only managers');
});

test('somebody who lost the role while the form was open changes nothing', async () => {
  const { person, workspace, db, member } = await dulyInPlayground();
  await person.max.command('settings');
  await db.prisma.member.update({ where: { id: member.max }, data: { role: 'viewer' } });
  await person.max.submit({ country: { value: 'FR' } });
  expect(wordsOf(await person.max.view())).toContain('Only managers');
  expect((await workspace()).country).toBe('GB');
});

test('time zones are offered by a piece of their name', async () => {
  const { person } = await dulyInPlayground();
  await person.marta.command('settings');
  const found = await person.marta.options(await person.marta.view(), 'zone_search', 'new y');
  expect(found.map(({ value }) => value)).toContain('America/New_York');
});

test('a change of place has every account looked at again', async () => {
  const { person, db, workspaceId, clock } = await dulyInPlayground();
  const { id } = await aDebtor(db, workspaceId, { name: 'Acme' });
  await db.prisma.debtor.update({ where: { id }, data: { nextReviewAt: new Date('2027-01-01T00:00:00Z') } });
  await person.marta.command('settings');
  await person.marta.submit({ region: { value: 'SCT' } });
  const { nextReviewAt } = await db.prisma.debtor.findUniqueOrThrow({ where: { id } });
  expect(nextReviewAt?.getTime()).toBeLessThanOrEqual(clock.now().getTime());
});

test('a channel that people outside read is not taken, and nothing else of the form is either', async () => {
  const { person, channels, workspace } = await dulyInPlayground();
  await person.marta.command('settings');
  await person.marta.submit({
    finance: { selected_conversation: channels.partners },
    region: { value: 'SCT' },
  });
  const again = await person.marta.view();
  expect(again.callback_id).toBe('settings');
  expect(wordsOf(again)).toContain('outside');
  expect(JSON.stringify(again)).toContain('SCT');
  const { settings, region } = await workspace();
  expect([settings.channels.finance, region]).toEqual([channels.finance, undefined]);
});

test('a channel without Duly is taken, and the manager is told to invite it', async () => {
  const { person, channels, workspace, db, workspaceId } = await dulyInPlayground();
  await person.marta.command('settings');
  await person.marta.submit({ approvals: { selected_conversation: channels.random } });
  const words = wordsOf(await person.marta.view());
  expect(words).toContain('/invite');
  expect(words).toContain('public');
  expect((await workspace()).settings.channels.approvals).toBe(channels.random);
  expect(await isPrivateChannel(db, workspaceId, channels.random)).toBe(false);
  expect(await isPrivateChannel(db, workspaceId, channels.finance)).toBe(true);
});

test('a request that could not be posted goes to the channel for approvals chosen instead', async () => {
  const { person, channels, db, workspaceId, clock, delivery } = await dulyInPlayground();
  const choose = async (channel: string) => {
    await person.marta.command('settings');
    await person.marta.submit({ approvals: { selected_conversation: channel } });
    await person.marta.close();
  };
  await choose(channels.random);
  const payload = { kind: 'slack_post', channel: channels.random, text: 'Please approve' } as const;
  const request = { workspaceId, key: 'post:approval:1', messageKey: 'approval:1', payload };
  await db.transaction((tx) => enqueue(tx, request, clock.now()));
  await delivery.drain();
  expect(await db.prisma.outbox.findFirst()).toMatchObject({ state: 'failed', error: 'has_guests' });
  await choose(channels.approvals);
  await delivery.drain();
  const texts = (await person.max.messages(channels.approvals)).map(({ text }) => text);
  expect(texts).toEqual(['Please approve']);
});
