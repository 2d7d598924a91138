import { expect, it } from 'vitest';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme } from '../calls/callTeam.ts';
import { noticeTeam } from '../notices/noticeTeam.ts';

it('asked about a day ahead, why holds nothing back for a promise that would have been judged by then', async () => {
  const team = await noticeTeam();
  await acme(team, { invoices: [{ number: 'INV-1', due: '2026-09-27', amount: 84_050 }] });
  const { colin } = team.person;
  await colin.command('log acme spoke to Jane, promised 840.50 by friday');
  await colin.submit();
  await colin.close();
  const why = async (day: string) => {
    await colin.command(`why acme ${day}`);
    return wordsOf(await colin.last());
  };
  const promised = 'Invoice INV-1 rests: payment is promised for';
  const before = await why('2026-11-27');
  expect(before).toContain(promised);
  expect(before).not.toContain('nothing is paid until then');
  const after = await why('2026-12-14');
  expect(after).not.toContain(promised);
  expect(after).toContain('nothing is paid until then');
  expect(await team.db.prisma.promise.findMany()).toMatchObject([{ state: 'open' }]);
});
