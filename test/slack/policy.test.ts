import { expect, test } from 'vitest';
import { dulyInPlayground } from '../support/dulyInPlayground.ts';
import { wordsOf } from '../support/wordsOf.ts';

test('a manager changes a stage in a draft, is told what is wrong with it, mends it and switches it on', async () => {
  const { db, person, member, workspaceId } = await dulyInPlayground();
  const { marta } = person;
  await marta.command('policy');
  expect(wordsOf(await marta.view())).toContain('day 7 · again on day 14, 21, 28');
  await marta.click(await marta.view(), 'policy_stage:chase', { value: 'business chase' });

  const wrong = await marta.submit({ day: { value: 'seven' }, repeats: { value: '21, 14' } });
  expect(Object.keys((wrong.errors as object | undefined) ?? {}).sort()).toEqual(['day', 'repeats']);
  await marta.submit({ day: { value: '45' }, repeats: { value: '' } });
  const refused = await marta.view();
  expect(refused.callback_id).toBe('policy_stage');
  expect(wordsOf(refused)).toContain('comes before');

  await marta.submit({ day: { value: '10' }, repeats: { value: '20, 30' } });
  const draft = await marta.view();
  expect(wordsOf(draft)).toContain('never repeated on day 30');
  await marta.click(draft, 'policy_switch_on', { value: 'business' });
  expect((await marta.last()).text).toContain('never repeated on day 30');
  expect(await db.prisma.policy.count()).toBe(0);

  await marta.click(await marta.view(), 'policy_stage:chase', { value: 'business chase' });
  await marta.submit({ repeats: { value: '20' } });
  await marta.click(await marta.view(), 'policy_switch_on', { value: 'business' });
  expect(wordsOf(await marta.view())).toContain('Version 1');
  const [policy] = await db.prisma.policy.findMany({ where: { workspaceId } });
  expect(policy).toMatchObject({ key: 'business', version: 1, active: true, createdBy: member.marta });
  expect(JSON.stringify(policy?.definition)).toContain('"days":[20]');
  expect(await db.prisma.policyDraft.count()).toBe(0);
  const audit = await db.prisma.audit.findMany({ orderBy: { id: 'asc' } });
  expect(audit.map(({ action }) => action)).toEqual([
    'policy_draft_changed',
    'policy_draft_changed',
    'policy_switched_on',
  ]);
});

test('another policy begins as a copy, for the customers that are named', async () => {
  const { db, person } = await dulyInPlayground();
  const { marta } = person;
  await marta.command('policy');
  await marta.click(await marta.view(), 'policy_new', { value: 'business' });
  const wrong = await marta.submit({
    name: { value: 'Large in Ireland' },
    countries: { value: 'Ireland' },
    owes: { value: '10,000' },
  });
  expect(Object.keys((wrong.errors as object | undefined) ?? {}).sort()).toEqual(['countries', 'owes']);
  await marta.submit({
    name: { value: 'Large in Ireland <!channel>' },
    countries: { value: 'ie, gb' },
    owes: { value: 'EUR 10,000\n£9.000,50' },
    tags: { value: 'key account' },
  });
  const page = await marta.view();
  expect(wordsOf(page)).toContain('in IE or GB, owing €10,000.00 or £9,000.50 or more, tagged key account');
  const [draft] = await db.prisma.policyDraft.findMany();
  expect(draft?.definition).toMatchObject({
    name: 'Large in Ireland <!channel>',
    appliesTo: {
      kinds: ['business'],
      countries: ['IE', 'GB'],
      owesAtLeast: { EUR: 1_000_000, GBP: 900_050 },
    },
  });
  await marta.click(page, 'policy_discard', { value: draft?.key ?? '' });
  expect(await db.prisma.policyDraft.count()).toBe(0);
});

test('everybody reads the policy; only managers change it, whatever they click', async () => {
  const { db, person, member } = await dulyInPlayground();
  await person.colin.command('policy');
  const page = await person.colin.view();
  expect(wordsOf(page)).toContain('Late-payment notice');
  expect(JSON.stringify(page)).not.toContain('policy_stage');
  await person.max.command('policy');
  await db.prisma.member.update({ where: { id: member.max }, data: { role: 'viewer' } });
  await person.max.click(await person.max.view(), 'policy_stage:chase', { value: 'business chase' });
  expect((await person.max.last()).text).toContain('Only managers');
  expect(await db.prisma.policyDraft.count()).toBe(0);
});

test('a policy is copied as text and comes back changed; a mistake is said with its line', async () => {
  const { db, person } = await dulyInPlayground();
  const { marta, colin } = person;
  await marta.command('policy');
  await marta.click(await marta.view(), 'policy_text', { value: 'business' });
  const text = /"initial_value":"(.*?[^\\\\])"/.exec(JSON.stringify(await marta.view()))?.[1] ?? '';
  const yaml: string = JSON.parse(`"${text}"`);
  expect(yaml).toContain('key: business');
  const wrong = await marta.submit({ text: { value: yaml.replace('day: 7', 'day: seven') } });
  expect(JSON.stringify(wrong.errors)).toMatch(/Line \d+, column \d+/);
  expect(await db.prisma.policyDraft.count()).toBe(0);
  await marta.submit({ text: { value: yaml.replace('day: 7', 'day: 9') } });
  const [draft] = await db.prisma.policyDraft.findMany();
  expect(draft?.definition).toMatchObject({ key: 'business' });
  expect(JSON.stringify(draft?.definition)).toContain('"day":9');
  await colin.command('policy');
  expect(JSON.stringify(await colin.view())).not.toContain('policy_text');
});
