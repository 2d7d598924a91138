import { expect, it } from 'vitest';
import { memberLeft } from '../../src/useCases/members/memberLeft.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { acme } from '../useCases/calls/callTeam.ts';
import { click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const SIX = [1, 2, 3, 4, 5, 6];

/** The lists that a click shows. */
const listsIn = (shown: object) =>
  [...JSON.stringify(shown).matchAll(/"action_id":"digest_list:([^"]+)"/g)].map(([, key]) => key ?? '');

it('who asks for the digest sees every list of it whole: the first as answers, the others by a click each', async () => {
  const team = await noticeTeam();
  const { db, workspaceId } = team;
  for (const n of SIX) {
    const invoices = [{ due: '2026-11-21', amount: 10_000 + n }];
    await aDebtor(db, workspaceId, { name: `Nobody ${n}`, account: `N-${n}`, invoices });
  }
  for (const n of SIX) {
    const invoices = [{ number: `I-${n}`, due: '2026-10-15', amount: 84_050 }];
    await acme(team, { name: `Acme ${n}`, account: `AC-${n}`, invoices });
  }
  const { colin } = team.person;
  const before = (await colin.messages()).length;
  await colin.command('digest');
  const [digest, ...answers] = (await colin.messages()).slice(before);
  const words = wordsOf(digest ?? {});
  expect(words).toContain('the first of them here, all below');
  expect(words).not.toContain('thread');
  // Slack takes five answers: one is kept for words that a command leaves out
  expect(answers).toHaveLength(3);

  const others = answers.at(-1);
  if (!others) throw new Error('no answers');
  const keys = listsIn(others);
  expect(keys.length).toBeGreaterThan(1);
  const lists = answers.slice(0, -1).map(wordsOf);
  for (const value of keys) {
    await colin.click(others, `digest_list:${value}`, { value });
    lists.push(wordsOf(await colin.last()));
  }
  for (const [title, name] of [
    ['To do: Colin Shaw', 'Acme'],
    ['New overdue', 'Nobody'],
    ['Without an owner', 'Nobody'],
    ['Without anybody to contact', 'Nobody'],
  ] as const) {
    const list = lists.find((each) => each.startsWith(`*${title}*`)) ?? '';
    for (const n of SIX) expect(list).toContain(`${name} ${n}`);
  }
});

it('few lists are all answers', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('digest');
  const shown = await colin.messages();
  expect(shown.flatMap(listsIn)).toEqual([]);
});

it('whose owner left, or collects no more, is without an owner: on the list and in the digest', async () => {
  const team = await noticeTeam();
  const { db, clock, person, member } = team;
  for (const [name, ownerId] of [
    ['Acme Rooms', member.colin],
    ['Bolt Ltd', member.clara],
    ['Core Ltd', member.max],
  ] as const)
    await acme(team, { name, account: name, ownerId, invoices: [{ due: '2026-10-15', amount: 84_050 }] });
  const { marta, vera } = person;
  const unassigned = async () => {
    await vera.command('list unassigned');
    return wordsOf(await vera.last());
  };
  expect(await unassigned()).not.toMatch(/Acme|Bolt|Core/);
  await memberLeft(db, { workspace: await team.workspace(), slackUserId: person.colin.id, now: clock.now() });
  await db.prisma.member.update({ where: { id: member.clara }, data: { role: 'finance' } });
  const list = await unassigned();
  expect(list).toContain('Colin Shaw, who does not collect any more');
  expect(list).toContain('Clara Beck, who does not collect any more');
  expect(list).not.toContain('Core Ltd');
  await vera.command('digest');
  const gap = (await vera.messages()).map(wordsOf).findLast((words) => words.includes('*Without an owner*'));
  expect(gap).toMatch(/Without an owner\*.*(Acme Rooms.*Bolt Ltd|Bolt Ltd.*Acme Rooms)/s);
  await marta.command(`assign acme <@${person.max.id}>`);
  expect(await unassigned()).not.toContain('Acme Rooms');
});

it('what is promised counts in the digests once a manager agreed to it, where one has to, and whoever pays', async () => {
  const team = await noticeTeam({ start: '2026-11-20T09:30:00Z' });
  const { db, person, member, channels } = team;
  const promises = async (name: string, amount: number) => {
    const invoices = [{ number: `${name}-1`, due: '2026-10-15', amount }];
    const { id: debtorId } = await acme(team, { name, account: name, invoices });
    await person.colin.command(`promise ${name}-1 ${amount / 100} 18 dec`);
    await person.colin.submit();
    await person.colin.close();
    return db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree', debtorId } });
  };
  const { memberId } = await promises('Acme', 84_050);
  await click(team, memberId === member.marta ? 'marta' : 'max', 'prompt_agree');
  await promises('Bolt', 30_000);
  await team.move({ to: '2026-11-23T10:00:00Z' });
  const daily = async () => {
    const before = (await person.colin.messages()).length;
    await person.colin.command('digest');
    return (await person.colin.messages()).slice(before).map(wordsOf).join('\n');
  };
  expect(await daily()).toContain('of which £840.50 promised');
  const weekly = (await person.fiona.messages(channels.finance)).map(wordsOf).join('\n');
  expect(weekly).toMatch(/By 20 Dec 2026: £840\.50$/m);

  // a clerk gave it: it is a word of whoever pays once they answer
  await db.prisma.promise.updateMany({ data: { unconfirmed: true } });
  expect(await daily()).not.toContain('of which');
});
