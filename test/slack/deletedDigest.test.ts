import { expect, it } from 'vitest';
import { aDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import { wordsOf } from '../support/wordsOf.ts';

/** Colin's Acme, whose call for a firm date is due on Monday; the digest is at 08:30, prompts at 09:00. */
async function monday(): Promise<DulyInPlayground> {
  const team = await dulyInPlayground({ working: true, start: '2026-11-23T08:00:00Z' });
  await late(team, 'Acme Rooms');
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-11-23');
  await team.move({ to: '2026-11-23T08:35:00Z' });
  return team;
}

function late({ db, workspaceId, member }: DulyInPlayground, name: string) {
  return aDebtor(db, workspaceId, {
    ...{ name, ownerId: member.colin, invoices: [{ number: name, due: '2026-10-15', amount: 84_050 }] },
  });
}

async function digests({ person, channels }: DulyInPlayground) {
  const messages = await person.colin.messages(channels.collections);
  return messages.filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts);
}

async function threadOf({ person, channels }: DulyInPlayground, ts: string | undefined) {
  const messages = await person.colin.messages(channels.collections);
  return messages.filter((one) => one.thread_ts === ts && one.ts !== ts).map(wordsOf);
}

async function deletesDigest(team: DulyInPlayground) {
  const [digest] = await digests(team);
  await team.slack.client.chat.delete({ channel: team.channels.collections, ts: digest?.ts ?? '' });
}

/** A file came in: the digest is to be edited. */
async function fileCame({ db, workspaceId, clock }: DulyInPlayground, id: string) {
  const creditor = await db.prisma.creditor.findFirstOrThrow();
  const at = clock.now();
  await db.prisma.ledgerImport.create({
    data: {
      ...{ id, workspaceId, creditorId: creditor.id, fileName: `${id}.csv`, sha256: id, format: 'mapped' },
      ...{ kind: 'payments', status: 'applied', asOf: at, startedAt: at, appliedAt: at },
    },
  });
}

it('the morning’s digest, deleted by mistake, is posted anew with its thread when it would have been edited, and edited from then on', async () => {
  const team = await monday();
  const [first, ...more] = await digests(team);
  expect(more).toEqual([]);
  const lists = await threadOf(team, first?.ts);
  expect(lists.length).toBeGreaterThan(0);
  await deletesDigest(team);
  await team.move({ to: '2026-11-23T09:05:00Z' });
  const [again, ...others] = await digests(team);
  expect(others).toEqual([]);
  expect(again?.ts).not.toBe(first?.ts);
  expect(wordsOf(again ?? {})).toContain('£840.50');
  expect((await threadOf(team, again?.ts)).length).toBeGreaterThan(0);

  await late(team, 'Birch Rooms');
  await fileCame(team, 'noon');
  await team.move({ to: '2026-11-23T12:05:00Z' });
  const [edited, ...rest] = await digests(team);
  expect(rest).toEqual([]);
  expect(edited?.ts).toBe(again?.ts);
  expect(wordsOf(edited ?? {})).toContain('£1,681.00');
});

it('one that is deleted a second time rests for that day; the next day has its own', async () => {
  const team = await monday();
  await deletesDigest(team);
  await team.move({ to: '2026-11-23T09:05:00Z' });
  await deletesDigest(team);
  await late(team, 'Birch Rooms');
  await fileCame(team, 'noon');
  await team.move({ to: '2026-11-23T12:05:00Z' });
  expect(await digests(team)).toEqual([]);
  await team.move({ to: '2026-11-24T08:35:00Z' });
  expect(await digests(team)).toHaveLength(1);
});
