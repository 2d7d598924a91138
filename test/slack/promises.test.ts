import { expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { acme } from '../useCases/calls/callTeam.ts';
import { type NoticeTeam, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const states = async (team: NoticeTeam) =>
  (await team.db.prisma.promise.findMany({ orderBy: { recordedAt: 'asc' } })).map(({ state }) => state);

it('a promise by mail is typed in one line, for the account or for invoices, and renewed twice before a manager is asked', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  await colin.command('promise acme 1,284.50 friday');
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('£1,284.50 by Friday 27 November');
  expect(buttonsOf(await colin.view(), 'undo_activity')).toHaveLength(1);
  const first = await team.db.prisma.promise.findFirstOrThrow({ include: { invoices: true } });
  expect(first.invoices.map(({ inFull }) => inFull)).toEqual([true, true]);
  expect((await team.db.prisma.activity.findFirstOrThrow()).kind).toBe('note');
  for (const day of ['30 nov', '1 dec', '2 dec']) {
    await colin.close();
    await colin.command(`promise INV-1 1,284.50 ${day}`);
    await colin.submit();
  }
  expect(wordsOf(await colin.view())).toContain('renewed twice already');
  expect(await states(team)).toEqual(['superseded', 'superseded', 'superseded', 'open']);
  const last = await team.db.prisma.promise.findFirstOrThrow({ where: { state: 'open' } });
  expect([last.renewals, last.agreed, last.debtorId]).toEqual([3, false, debtor.id]);
});
