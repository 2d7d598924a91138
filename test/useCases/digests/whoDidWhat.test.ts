import { expect, it } from 'vitest';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme, logs, promised } from '../calls/callTeam.ts';
import { noticeTeam } from '../notices/noticeTeam.ts';

it('the weekly digest counts each promise and plan of a member once, whatever way it was recorded', async () => {
  const team = await noticeTeam();
  const first = await acme(team);
  const second = await acme(team, {
    name: 'Bright Dental',
    account: 'B-1',
    invoices: [{ due: '2026-10-01', amount: 60_000 }],
  });
  const { colin, clara } = team.person;
  await colin.command('promise acme 500 friday');
  await colin.submit();
  await logs(team, 'colin', {
    ...promised(second.id, 60_000, '2026-11-26'),
    direction: 'in',
    at: team.clock.now(),
  });
  await logs(team, 'colin', { ...promised(first.id, 128_450, '2026-11-27'), at: team.clock.now() });
  // back-dated into the week before
  await logs(team, 'colin', {
    ...promised(first.id, 128_450, '2026-11-30'),
    at: new Date('2026-11-20T15:00:00Z'),
  });
  await clara.command('plan acme 1,284.50 from 27 nov');
  await clara.submit({ count: { value: '3' }, rhythm: { selected_option: 'weekly' } });
  await clara.submit();
  await clara.close();
  await clara.command('promise bright 600 friday');
  await clara.submit();
  await clara.click(await clara.view(), 'undo_activity');

  await team.move({ to: '2026-11-30T09:05:00Z' });
  const words = (await team.person.fiona.messages(team.channels.finance)).map(wordsOf).join('\n');
  expect(words).toContain('Right-party contact rate: 100 % (1 of 1 call)');
  expect(words).toContain('Colin Shaw: 1 call (1 reached the right person), 0 messages, 4 promises');
  expect(words).toContain('Clara Beck: 0 calls, 0 messages, 0 promises, 1 plan');
});
