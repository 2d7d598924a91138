import { expect, test } from 'vitest';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme, logs } from '../calls/callTeam.ts';
import { type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

/** Colin agreed on a call-back with Acme for that time, and put off what is asked about Bolt until Friday. */
async function putOff(team: NoticeTeam, callBackAt: Date) {
  const { colin } = team.person;
  const { id: debtorId } = await acme(team);
  await logs(team, 'colin', { debtorId, outcome: 'call_back', callBackAt });
  await acme(team, {
    name: 'Bolt Ltd',
    account: 'B-1',
    contacts: [{ name: 'Bob', phone: '+44 20 7946 0333', email: 'bob@b.example' }],
    invoices: [{ number: 'B-1', due: '2026-10-15', amount: 99_000 }],
  });
  const asked = (await colin.messages()).findLast(
    (m) => wordsOf(m).includes('Bolt') && JSON.stringify(m.blocks).includes('prompt_snooze'),
  );
  if (!asked) throw new Error('nothing is asked about Bolt');
  await colin.click(asked, 'prompt_snooze');
  expect(await colin.submit({ until: { selected_date: '2026-11-27' } })).toMatchObject({ ok: true });
  await colin.close();
}

async function says({ person: { colin } }: NoticeTeam, words: string) {
  const before = (await colin.messages()).length;
  await colin.command(words);
  return (await colin.messages()).slice(before).map(wordsOf).join('\n');
}

test('what was put off, and a call-back agreed for another day, are to do on that day and for nobody before', async () => {
  const team = await noticeTeam({ start: '2026-11-23T09:30:00Z' });
  await putOff(team, new Date('2026-11-30T15:00:00Z'));
  await team.move({ to: '2026-11-24T10:00:00Z' });
  expect(await says(team, 'digest')).not.toContain('To do');
  expect(await says(team, 'list due')).toContain('something to do: none');
  expect(wordsOf(await team.person.max.home())).toContain('0 open follow-ups');
  const mine = await says(team, 'list mine');
  expect(mine).toContain('to do: Call back, Monday 30 November at 15:00');
  expect(mine).toContain('Friday 27 November at 09:00');
  await team.move({ to: '2026-11-27T08:45:00Z' });
  expect(await says(team, 'list due')).toMatch(/: 1 account/);
  await team.move({ to: '2026-11-30T10:00:00Z' });
  expect(await says(team, 'digest')).toMatch(/Acme Rooms\*: Call back, today at 15:00/);
});
