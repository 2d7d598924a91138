import { expect, it } from 'vitest';
import { wordsOf } from '../support/wordsOf.ts';
import { acme } from '../useCases/calls/callTeam.ts';
import { acmeBeforeFinalNotice, noticeTeam } from '../useCases/notices/noticeTeam.ts';

it('/debt notice asks for approval of the notice that is due, once', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.settle();
  const { colin } = team.person;
  await colin.command('notice acme');
  await team.settle();
  expect(wordsOf(await team.request())).toContain('Acme Rooms');
  await colin.command('notice acme');
  await team.settle();
  expect(wordsOf(await colin.last())).toContain('asked for already');
  expect(await team.db.prisma.approval.count()).toBe(1);
  expect(await team.db.prisma.prompt.count({ where: { kind: 'last_call', state: 'open' } })).toBe(0);
});

it('where none is due nothing is asked, and what comes next is said', async () => {
  const team = await noticeTeam();
  await acme(team, { invoices: [{ number: 'INV-1', due: '2026-11-14', amount: 84_050 }] });
  const { colin, vera } = team.person;
  await colin.command('notice INV-1');
  expect(wordsOf(await colin.last())).toContain('Polite reminder');
  await vera.command('notice acme');
  await colin.command('notice');
  expect(wordsOf(await colin.last())).toContain('/debt notice acme');
  expect(await team.db.prisma.approval.count()).toBe(0);
});
