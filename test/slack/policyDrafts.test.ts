import { expect, test } from 'vitest';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import { readPolicy } from '../../src/core/policy.ts';
import { policyYaml } from '../../src/useCases/policies/policyYaml.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import type { Filled, Person } from '../support/Person.ts';
import { wordsOf } from '../support/wordsOf.ts';

/** Opens the form of a stage in the page that somebody looks at. */
async function opens(person: Person, stage: string): Promise<void> {
  await person.click(await person.view(), `policy_stage:${stage}`, { value: `business ${stage}` });
}

async function changes(person: Person, stage: string, filled: Filled): Promise<void> {
  await opens(person, stage);
  await person.submit(filled);
}

const stageOfDraft = async ({ db }: DulyInPlayground, stage: string) =>
  readPolicy((await db.prisma.policyDraft.findFirstOrThrow()).definition).rungs.find(
    ({ key }) => key === stage,
  );

test('of two managers at one stage the later one is told, keeps what was typed, and undoes nothing', async () => {
  const duly = await dulyInPlayground();
  const { marta, max } = duly.person;
  await marta.command('policy');
  await max.command('policy');
  await opens(marta, 'chase');
  await changes(max, 'chase', { repeats: { value: '14, 21' } });
  await marta.submit({ day: { value: '8' } });
  const refused = await marta.view();
  expect(refused.callback_id).toBe('policy_stage');
  expect(wordsOf(refused)).toContain('Max Adler has changed this since you opened it');
  expect(JSON.stringify(refused)).toContain('"initial_value":"8"');
  expect(await stageOfDraft(duly, 'chase')).toMatchObject({ day: 7, repeat: { days: [14, 21] } });

  await marta.close();
  await marta.command('policy');
  await changes(marta, 'chase', { day: { value: '8' } });
  expect(await stageOfDraft(duly, 'chase')).toMatchObject({ day: 8, repeat: { days: [14, 21] } });
});

test('two managers change two stages, name and spacing of one draft, and nothing is lost', async () => {
  const duly = await dulyInPlayground();
  const { marta, max } = duly.person;
  await marta.command('policy');
  await max.command('policy');
  await opens(marta, 'chase');
  await changes(max, 'final_notice', { day: { value: '76' } });
  await marta.submit({ day: { value: '8' } });
  expect(wordsOf(await marta.view())).toContain('day 76');
  expect(await stageOfDraft(duly, 'chase')).toMatchObject({ day: 8 });
  expect(await stageOfDraft(duly, 'final_notice')).toMatchObject({ day: 76 });

  for (const [form, first, second] of [
    ['policy_about', { name: { value: 'Firms' } }, { name: { value: 'Companies' } }],
    ['policy_spacing', { most: { value: '4' } }, { most: { value: '2' } }],
  ] as const) {
    for (const person of [marta, max]) await person.click(await person.view(), form, { value: 'business' });
    await max.submit(first);
    await marta.submit(second);
    expect(wordsOf(await marta.view())).toContain('Max Adler has changed this');
    await marta.close();
    await marta.command('policy');
  }
  expect((await duly.db.prisma.policyDraft.findFirstOrThrow()).definition).toMatchObject({
    name: 'Firms',
    spacing: { most: 4 },
  });
});

test.each(['policy_switch_on', 'policy_discard'])(
  '%s holds for the draft that was seen alone',
  async (button) => {
    const { db, person } = await dulyInPlayground();
    const { marta, max } = person;
    const count = async () => [await db.prisma.policy.count(), await db.prisma.policyDraft.count()];
    await marta.command('policy');
    await changes(marta, 'chase', { day: { value: '8' } });
    await max.command('policy');
    await changes(max, 'final_notice', { day: { value: '76' } });
    await marta.click(await marta.view(), button);
    const page = wordsOf(await marta.view());
    expect(page).toContain('Max Adler has changed this');
    expect(page).toContain('day 76');
    expect(await count()).toEqual([0, 1]);
    await marta.click(await marta.view(), button);
    expect(await count()).toEqual(button === 'policy_discard' ? [0, 0] : [1, 0]);
  },
);

test('the text of another policy that there is changes neither', async () => {
  const { db, person } = await dulyInPlayground();
  const { marta, max } = person;
  await max.command('policy private');
  await max.click(await max.view(), 'policy_stage:chase', { value: 'private chase' });
  await max.submit({ day: { value: '9' } });
  await marta.command('policy');
  const pastes = async (text: string) => {
    await marta.click(await marta.view(), 'policy_text', { value: 'business' });
    await marta.submit({ text: { value: text } });
    return wordsOf(await marta.view());
  };
  expect(await pastes(policyYaml(privatePolicy))).toContain('This is the text of “Sole traders and private');
  const [draft, ...others] = await db.prisma.policyDraft.findMany();
  expect(others).toEqual([]);
  expect(JSON.stringify(draft?.definition)).toContain('"day":9');
  await marta.close();
  await marta.command('policy');
  const own = { ...businessPolicy, key: 'large', name: 'Large' };
  expect(await pastes(policyYaml(own))).toContain('A draft of another policy is begun');
});

test('a text that was opened before somebody else changed the policy is refused', async () => {
  const { db, person } = await dulyInPlayground();
  const { marta, max } = person;
  await marta.command('policy');
  await max.command('policy');
  await marta.click(await marta.view(), 'policy_text', { value: 'business' });
  await changes(max, 'chase', { day: { value: '9' } });
  await marta.submit({ text: { value: policyYaml(businessPolicy).replace('day: 75', 'day: 76') } });
  expect(wordsOf(await marta.view())).toContain('Max Adler has changed this');
  expect(JSON.stringify((await db.prisma.policyDraft.findFirstOrThrow()).definition)).not.toContain(
    '"day":76',
  );
});

test('a copy for the same customers is not switched on until it says for whom it is', async () => {
  const { db, person } = await dulyInPlayground();
  const { marta } = person;
  await marta.command('policy');
  await marta.click(await marta.view(), 'policy_new', { value: 'business' });
  await marta.submit({ name: { value: 'Gentle' } });
  const { key } = await db.prisma.policyDraft.findFirstOrThrow();
  expect(wordsOf(await marta.view())).toContain('the same customers as “Business customers”');
  await marta.click(await marta.view(), 'policy_switch_on', { value: key });
  expect((await marta.last()).text).toContain('would never be chosen');
  expect(await db.prisma.policy.count()).toBe(0);
  await marta.click(await marta.view(), 'policy_about', { value: key });
  await marta.submit({ tags: { value: 'old friend' } });
  await marta.click(await marta.view(), 'policy_switch_on', { value: key });
  expect(wordsOf(await marta.view())).toContain('Version 1 is in use for new cases');
});

test('a key that no button could name is said where it stands, and nothing is kept', async () => {
  const { db, person } = await dulyInPlayground();
  const { marta } = person;
  await marta.command('policy');
  await marta.click(await marta.view(), 'policy_text', { value: 'business' });
  const text = policyYaml({ ...businessPolicy, key: 'key accounts', name: 'Key accounts' });
  expect(JSON.stringify(await marta.submit({ text: { value: text } }))).toContain(
    'Line 1, column 6: key: the key of a policy',
  );
  expect(await db.prisma.policyDraft.count()).toBe(0);
});
