import { pino } from 'pino';
import { expect, test } from 'vitest';
import { readPolicy } from '../../src/core/policy.ts';
import { reviewDueDebtors } from '../../src/useCases/cases/reviewDueDebtors.ts';
import { aDebtor } from '../support/aDebtor.ts';
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

test('a policy is opened by a word of its name; the defaults come first, changed or not', async () => {
  const { person } = await dulyInPlayground();
  const { marta } = person;
  await marta.command('policy private');
  expect(wordsOf(await marta.view())).toContain('For:* kind: sole trader or private individual');
  await marta.click(await marta.view(), 'policy_stage:chase', { value: 'private chase' });
  await marta.submit({ day: { value: '8' } });
  await marta.click(await marta.view(), 'policy_switch_on', { value: 'private' });
  await marta.close();
  for (const words of ['policy', 'policy Business', 'policy nothing of that name']) {
    await marta.command(words);
    expect(wordsOf(await marta.view())).toContain('For:* kind: business');
    await marta.close();
  }
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
    countries: { value: 'ie, uk' },
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

const chosen = (...options: { text: string; value: string }[]) => ({
  selected_options: options.map(({ text, value }) => ({ text: { type: 'plain_text', text }, value })),
});
const one = (text: string, value: string) => ({
  selected_option: chosen({ text, value }).selected_options[0],
});

test('the place of a stage, what it waits for and the distance of messages are changed in forms', async () => {
  const { db, person } = await dulyInPlayground();
  const { marta } = person;
  const call = { text: 'Call for a firm date', value: 'commitment_call' };
  const draftOf = async () => readPolicy((await db.prisma.policyDraft.findFirstOrThrow()).definition);
  await marta.command('policy');
  await marta.click(await marta.view(), 'policy_stage:chase', { value: 'business chase' });
  const homeless = await marta.submit({ gap: { value: '4' } });
  expect(Object.keys((homeless.errors as object | undefined) ?? {})).toEqual(['needs']);
  await marta.submit({ gap: { value: '4' }, needs: chosen(call) });
  const refused = await marta.view();
  expect(refused.callback_id).toBe('policy_stage');
  expect(wordsOf(refused)).toContain('which is no earlier stage');
  expect(JSON.stringify(refused)).toContain('"initial_value":"4"');
  expect(await db.prisma.policyDraft.count()).toBe(0);

  await marta.submit({
    after: one(call.text, call.value),
    day: { value: '40' },
    repeats: { value: '45' },
    gap: { value: '4' },
    needs: chosen(call),
  });
  expect((await draftOf()).rungs.map(({ key }) => key).slice(0, 5)).toEqual([
    'pre_due',
    'due',
    'commitment_call',
    'chase',
    'firm_notice',
  ]);
  expect((await draftOf()).rungs[3]).toMatchObject({
    day: 40,
    gate: { needs: ['commitment_call'], businessDays: 4, deadlinePassed: false },
  });

  await marta.click(await marta.view(), 'policy_stage:chase', { value: 'business chase' });
  await marta.submit({
    deadlinePassed: chosen({ text: 'The deadline that they named has passed', value: 'yes' }),
  });
  expect(wordsOf(await marta.view())).toContain('no stage that it needs names one');
  await marta.click(await marta.view(), 'policy_stage:chase', { value: 'business chase' });
  await marta.submit({ needs: chosen(), gap: { value: '' }, deadlinePassed: chosen() });
  expect((await draftOf()).rungs[3]?.gate).toBeUndefined();

  await marta.click(await marta.view(), 'policy_spacing', { value: 'business' });
  const wrong = await marta.submit({ most: { value: '0' }, replyPauseDays: { value: 'two' } });
  expect(Object.keys((wrong.errors as object | undefined) ?? {}).sort()).toEqual(['most', 'replyPauseDays']);
  await marta.submit({
    businessDaysApart: { value: '5' },
    most: { value: '3' },
    replyPauseDays: { value: '2' },
  });
  expect(wordsOf(await marta.view())).toContain('5 business days apart');
  expect(await draftOf()).toMatchObject({
    spacing: { businessDaysApart: 5, most: 3, inDays: 7 },
    replyPauseDays: 2,
    partPaymentPauseDays: 2,
  });
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

test('a manager tags an account: its next case begins with the policy for that tag, a running one goes on', async () => {
  const { db, person, workspaceId, workspace, clock } = await dulyInPlayground();
  const { marta, vera } = person;
  const overdue = { due: '2026-11-10', amount: 90_000 };
  const reviewed = async () => {
    await db.prisma.debtor.updateMany({ data: { nextReviewAt: clock.now() } });
    await reviewDueDebtors(db, {
      workspace: await workspace(),
      now: clock.now(),
      log: pino({ level: 'silent' }),
    });
  };
  const running = await aDebtor(db, workspaceId, { name: 'Beta', invoices: [overdue] });
  await reviewed();
  await marta.command('policy');
  await marta.click(await marta.view(), 'policy_new', { value: 'business' });
  await marta.submit({ name: { value: 'Key accounts' }, tags: { value: 'Key account' } });
  const { key } = await db.prisma.policyDraft.findFirstOrThrow();
  await marta.click(await marta.view(), 'policy_switch_on', { value: key });

  const fresh = await aDebtor(db, workspaceId, { name: 'Acme', invoices: [overdue] });
  const tag = async (name: string, debtorId: string, tags: string) => {
    await marta.command(`show ${name}`);
    await marta.click(await marta.last(), 'open_tags', { value: debtorId });
    return marta.submit({ tags: { value: tags } });
  };
  const wrong = await tag('acme', fresh.id, 'x'.repeat(61));
  expect(Object.keys((wrong.errors as object | undefined) ?? {})).toEqual(['tags']);
  await marta.submit({ tags: { value: 'KEY ACCOUNT, public sector' } });
  expect(wordsOf(await marta.view())).toContain('A case would begin with “Key accounts”');
  await tag('beta', running.id, 'key account');
  expect(wordsOf(await marta.view())).toContain('The running case goes on');
  expect((await db.prisma.debtor.findUniqueOrThrow({ where: { id: fresh.id } })).tags).toEqual([
    'Key account',
    'public sector',
  ]);
  await reviewed();
  const policyOf = async (debtorId: string) =>
    (await db.prisma.case.findFirstOrThrow({ where: { debtorId } })).policyId;
  const { id } = await db.prisma.policy.findFirstOrThrow({ where: { key } });
  expect([await policyOf(fresh.id), await policyOf(running.id)]).toEqual([id, null]);
  await vera.command('show acme');
  expect(wordsOf(await vera.last())).toContain('tagged Key account, public sector');
  expect(JSON.stringify(await vera.last())).not.toContain('open_tags');
});
