import { expect, test } from 'vitest';
import { channels } from '../support/sampleTeam.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const inPublic = { channels: { collections: channels.collections, approvals: channels.collections } };

test('a notice to a private individual is asked for in a private channel', async () => {
  const team = await noticeTeam();
  const acme = await acmeBeforeFinalNotice(team);
  await team.db.prisma.debtor.update({ where: { id: acme.id }, data: { kind: 'individual' } });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  expect(wordsOf(await team.request())).toContain('Acme Rooms');
}, 60_000);

test('in a public one nobody reads of it, and who asked is told what to do', async () => {
  const team = await noticeTeam({ settings: inPublic });
  const acme = await acmeBeforeFinalNotice(team);
  await team.db.prisma.debtor.update({ where: { id: acme.id }, data: { kind: 'individual' } });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  expect((await team.person.colin.last()).text).toContain('/debt settings');
  expect(await team.db.prisma.approval.count()).toBe(0);
  const read = await team.person.vera.messages(channels.collections);
  expect(read.map((message) => wordsOf(message)).join('\n')).not.toContain('Acme Rooms');
}, 60_000);

test('a business is asked about where the team likes', async () => {
  const team = await noticeTeam({ settings: inPublic });
  await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  expect(await team.db.prisma.approval.count()).toBe(1);
}, 60_000);
