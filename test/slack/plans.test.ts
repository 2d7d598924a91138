import { expect, it } from 'vitest';
import { wordsOf } from '../support/wordsOf.ts';
import { acme } from '../useCases/calls/callTeam.ts';
import { click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

it('a plan is shown before it is saved; beyond a collector’s limits a manager agrees, and Undo ends it', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('plan acme 1,284.50 from 27 nov');
  expect(await colin.submit({ count: { value: '1' } })).toMatchObject({
    errors: { count: expect.any(String) },
  });
  await colin.submit({ count: { value: '4' }, rhythm: { selected_option: 'fortnightly' } });
  const schedule = wordsOf(await colin.view());
  expect(schedule).toContain('Friday 27 November: £321.12');
  expect(schedule).toContain('Friday 8 January: £321.14');
  expect(schedule).toContain('more than 3 instalments');
  expect(await team.db.prisma.plan.count()).toBe(0);
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('£1,284.50 in 4 instalments');
  const promises = () => team.db.prisma.promise.findMany({ orderBy: { promisedOn: 'asc' } });
  expect((await promises()).map(({ agreed, state }) => [agreed, state])).toEqual(
    Array.from({ length: 4 }, () => [false, 'open']),
  );
  const asked = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  await click(team, asked.memberId === team.member.marta ? 'marta' : 'max', 'prompt_agree');
  expect((await promises()).every(({ agreed }) => agreed === true)).toBe(true);
  await colin.command('why acme');
  expect(wordsOf(await colin.last())).toContain('the instalment that pays it is promised');
  await colin.click(await colin.view(), 'undo_activity');
  expect((await promises()).map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'cancelled'));
  expect((await team.db.prisma.plan.findFirstOrThrow()).state).toBe('cancelled');
});
