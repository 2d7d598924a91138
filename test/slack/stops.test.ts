import { expect, it } from 'vitest';
import { wordsOf } from '../support/wordsOf.ts';
import { acme } from '../useCases/calls/callTeam.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

it('the customer says cease while an approved final notice is in its grace window: nothing goes out until a manager ends it', async () => {
  const team = await noticeTeam();
  const { db } = team;
  const { colin, max } = team.person;
  await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const request = await team.request();
  await max.react(request, 'white_check_mark');

  await colin.command('stop acme asks us to cease all contact');
  const form = await colin.view();
  expect(JSON.stringify(form.blocks)).toContain('asks us to cease all contact');
  expect(await colin.submit({ since: { selected_date: '2026-11-24' } })).toMatchObject({
    errors: { since: expect.any(String) },
  });
  await colin.submit({ since: { selected_date: '2026-11-23' } });
  expect(wordsOf(await colin.view())).toContain('A manager is told');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  expect(await team.thread(request)).toContain('cease contact');
  expect((await db.prisma.approval.findFirstOrThrow()).state).not.toBe('approved');
  const open = await db.prisma.prompt.findMany({ where: { state: 'open' } });
  expect(open.map(({ kind }) => kind)).toEqual(['decide_condition']);
  await colin.command('show acme');
  expect(wordsOf(await colin.last())).toContain('The customer asked us to cease contact since 23 Nov 2026');
  await colin.command('list mine');
  expect(wordsOf(await colin.last())).toContain('stopped');

  // said again it is the same one, and whoever collects cannot end it
  await colin.command('stop acme cease');
  const again = await colin.view();
  expect(JSON.stringify(again.blocks)).not.toContain('end_condition');
  await colin.submit({ since: { selected_date: '2026-11-23' } });
  expect(await db.prisma.debtorCondition.count()).toBe(1);
  expect(await db.prisma.prompt.count({ where: { kind: 'decide_condition' } })).toBe(1);

  await team.move({ to: '2026-11-24T10:00:00Z' });
  expect(await team.mails()).toEqual([]);
  const told = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'decide_condition' } });
  const manager = told.memberId === team.member.marta ? 'marta' : 'max';
  const boss = team.person[manager];
  await click(team, manager, 'open_stop');
  await boss.click(await boss.view(), 'end_condition');
  expect(await boss.submit({ how: { selected_option: 'wrong' } })).toMatchObject({
    errors: { reason: expect.any(String) },
  });
  await boss.submit({ how: { selected_option: 'wrong' }, reason: { value: 'It was another Acme' } });
  expect(await db.prisma.debtorCondition.findFirstOrThrow()).toMatchObject({
    endedOn: new Date('2026-11-23T00:00:00Z'),
  });
  expect(await db.prisma.audit.findFirstOrThrow({ where: { action: 'condition_corrected' } })).toMatchObject({
    why: 'It was another Acme',
  });
  // at once, without waiting for another morning
  const asked = await db.prisma.prompt.findMany({ where: { state: 'open' } });
  expect(asked.map(({ kind }) => kind)).toContain('last_call');
});

it('other bank details, in the words after a call: the case stops at once, finance and a manager are told, and finance settles it', async () => {
  const team = await noticeTeam();
  const { db } = team;
  const { colin, fiona } = team.person;
  await acme(team);
  await team.settle();
  await colin.command('log acme spoke to Jane Miller, refuses: a mail gave her our new bank details');
  await colin.submit({});
  expect(wordsOf(await colin.view())).toMatch(/Finance is told.*manager is told/s);
  await team.settle();
  const open = await db.prisma.prompt.findMany({ where: { state: 'open' } });
  expect(open.map(({ kind }) => kind)).toEqual(['decide_condition', 'decide_condition']);
  expect(open.map(({ memberId }) => memberId)).toContain(team.member.fiona);
  await team.move({ to: '2026-11-24T09:00:00Z' });
  expect(await team.mails()).toEqual([]);

  await click(team, 'fiona', 'open_stop');
  await fiona.click(await fiona.view(), 'end_condition');
  const settled = {
    how: { selected_option: 'over' },
    reason: { value: 'Jane read our own account back to me' },
  };
  await fiona.submit(settled);
  expect(await db.prisma.debtorCondition.findFirstOrThrow()).toMatchObject({
    kind: 'bank_details',
    endedOn: new Date('2026-11-24T00:00:00Z'),
  });
  const left = await db.prisma.prompt.count({ where: { state: 'open', kind: 'decide_condition' } });
  expect(left).toBe(0);
});

it('Undo takes a stop back, and what it stopped is asked again; of a vulnerability no words stand elsewhere', async () => {
  const team = await noticeTeam();
  const { db } = team;
  const { colin } = team.person;
  await acme(team);
  await colin.command('log acme call back tomorrow 10:00');
  await colin.submit();
  const callBack = () => db.prisma.prompt.findFirstOrThrow({ where: { kind: 'call_back' } });
  const until = (await callBack()).snoozedUntil;
  expect(until).not.toBeNull();
  await colin.close();
  await colin.command('stop acme vulnerable, she is in hospital');
  await colin.submit();
  expect((await callBack()).state).toBe('overtaken');
  const told = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'decide_condition' } });
  const notes = await db.prisma.activity.findMany({ where: { outcome: 'condition_recorded' } });
  expect(JSON.stringify([told, notes])).not.toMatch(/hospital/);
  expect(await db.prisma.debtorCondition.findFirstOrThrow()).toMatchObject({
    evidence: 'vulnerable, she is in hospital',
  });

  await colin.click(await colin.view(), 'undo_activity');
  expect(await callBack()).toMatchObject({ state: 'open', snoozedUntil: until });
  const { sinceOn, endedOn } = await db.prisma.debtorCondition.findFirstOrThrow();
  expect(endedOn).toEqual(sinceOn);
  expect((await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'decide_condition' } })).state).toBe(
    'cancelled',
  );
});

it('of two stops the first that ends lets nothing go on; after the last what they held is asked again, and Undo of an ending stops it once more', async () => {
  const team = await noticeTeam();
  const { db } = team;
  const { colin, marta } = team.person;
  await acme(team);
  await colin.command('log acme call back tomorrow 10:00');
  await colin.submit();
  await colin.close();
  for (const words of ['asks us to cease all contact', 'insolvent, says the administrator']) {
    await colin.command(`stop acme ${words}`);
    await colin.submit();
    await colin.close();
  }
  const callBack = async () =>
    (await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'call_back' } })).state;
  const end = async (kind: string) => {
    const { id } = await db.prisma.debtorCondition.findFirstOrThrow({ where: { kind, endedOn: null } });
    await marta.command('stop acme');
    await marta.click(await marta.view(), 'end_condition', { value: id });
    await marta.submit({ how: { selected_option: 'wrong' }, reason: { value: 'Another Acme' } });
  };
  expect(await callBack()).toBe('overtaken');
  await end('cease');
  expect(await callBack()).toBe('overtaken');
  await marta.close();
  await end('insolvency');
  expect(await callBack()).toBe('open');

  await marta.click(await marta.view(), 'undo_activity');
  expect(await callBack()).toBe('overtaken');
  const decide = await db.prisma.prompt.findMany({ where: { kind: 'decide_condition', state: 'open' } });
  expect(decide).toHaveLength(1);
});
