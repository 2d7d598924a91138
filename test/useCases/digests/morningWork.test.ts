import { expect, test } from 'vitest';
import { aDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme } from '../calls/callTeam.ts';
import { type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

async function digests({ person, channels }: NoticeTeam) {
  const messages = await person.vera.messages(channels.collections);
  return messages.filter(({ ts, thread_ts: thread }) => thread === undefined || thread === ts);
}

const written = ({ db }: NoticeTeam) =>
  db.prisma.outbox.count({ where: { messageKey: { startsWith: 'digest:daily:' } } });

test('the digest that came before the prompts of the day lists them once they are out, in the same message', async () => {
  const team = await noticeTeam({ start: '2026-11-23T08:00:00Z' });
  for (const [name, due] of [
    ['One', '2026-10-20'],
    ['Two', '2026-10-21'],
  ] as const)
    await aDebtor(team.db, team.workspaceId, {
      name: `${name} Ltd`,
      ownerId: team.member.colin,
      invoices: [{ due, amount: 50_000 }],
      contacts: [{ name: `Ann ${name}`, email: `a@${name}.example`, phone: `+44 20 7946 00${name.length}9` }],
    });
  await team.move({ to: '2026-11-23T08:35:00Z' });
  const [early, ...others] = await digests(team);
  expect(others).toEqual([]);
  expect(wordsOf(early ?? {})).toContain('nothing new');

  await team.move({ to: '2026-11-23T09:01:00Z' });
  const [digest, ...second] = await digests(team);
  expect(second).toEqual([]);
  expect(digest?.ts).toBe(early?.ts);
  expect(wordsOf(digest ?? {})).toMatch(/To do: Colin Shaw\* \(2\)/);
  expect(wordsOf(digest ?? {})).toContain('Two Ltd');

  const before = await written(team);
  await team.move({ to: '2026-11-23T17:00:00Z' });
  expect(await written(team)).toBe(before);
});

test('on a morning without anything new the digest is not touched again', async () => {
  const team = await noticeTeam({ start: '2026-11-23T08:00:00Z' });
  await team.move({ to: '2026-11-23T12:00:00Z' });
  expect(await written(team)).toBe(1);
});

test('a promise whose last day is the Friday is in the weekly digest of its week, judged that same morning', async () => {
  const team = await noticeTeam({ start: '2026-11-16T09:30:00Z' });
  const { person, channels } = team;
  await acme(team, { invoices: [{ number: 'WED-9', due: '2026-10-15', amount: 10_000 }] });
  await person.colin.command('promise WED-9 100 18 nov');
  await person.colin.submit({});
  await person.colin.close();
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-20');
  await team.move({ to: '2026-11-23T09:00:00Z' });
  expect(await team.db.prisma.promise.findFirstOrThrow()).toMatchObject({ state: 'broken' });
  const weekly = (await person.fiona.messages(channels.finance)).find(({ text }) =>
    text.startsWith('Week from 16 Nov'),
  );
  expect(wordsOf(weekly ?? {})).toMatch(/This week: (?!none fell due)/);
});
