import { expect, test } from 'vitest';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { logReply } from '../../../src/useCases/replies/logReply.ts';
import type { Name } from '../../support/sampleTeam.ts';
import { callDesk } from '../calls/callDesk.ts';
import { acme, memberOf } from '../calls/callTeam.ts';

/** Acme, which is Colin's, has written; somebody notes it. */
async function replyNotedBy(name: Name, kind: 'other' | 'will_pay', at?: string) {
  const desk = await callDesk();
  const debtor = await acme(desk);
  if (at) desk.clock.moveTo(at);
  const reply = {
    workspace: await desk.workspace(),
    member: await memberOf(desk, name),
    debtorId: debtor.id,
    kind,
    notes: 'See our letter',
    key: 'reply-1',
    now: desk.clock.now(),
  };
  const { activityId } = await logReply(desk.db, reply);
  await logReply(desk.db, reply); // a click that comes twice
  const asked = await desk.db.prisma.prompt.findMany({ where: { kind: 'reply' } });
  return { desk, reply, activityId, asked };
}

test('a colleague cannot say what a reply means: the owner is asked, once', async () => {
  const { desk, asked } = await replyNotedBy('marta', 'other');
  expect(asked.map(({ memberId, state }) => [memberId, state])).toEqual([[desk.member.colin, 'open']]);
});

test('the owner classifies it, and is done', async () => {
  const { desk, reply, asked } = await replyNotedBy('marta', 'other');
  const member = await memberOf(desk, 'colin');
  await logReply(desk.db, { ...reply, member, kind: 'will_pay', key: 'reply-2' });
  const [prompt] = await desk.db.prisma.prompt.findMany({ where: { id: asked[0]?.id ?? '' } });
  expect(prompt).toMatchObject({ state: 'done', closedBy: desk.member.colin });
});

test('taken back, nobody is asked any more', async () => {
  const { desk, reply, activityId } = await replyNotedBy('marta', 'other');
  const { workspace, member, now } = reply;
  await undoActivity(desk.db, { workspace, member, activityId, now });
  expect(await desk.db.prisma.prompt.count({ where: { kind: 'reply', state: 'open' } })).toBe(0);
});

test('who knows what it means, or owns the account, is asked nothing', async () => {
  expect((await replyNotedBy('marta', 'will_pay')).asked).toEqual([]);
  expect((await replyNotedBy('colin', 'other')).asked).toEqual([]);
});

test('late in the evening it waits for the morning', async () => {
  const { asked } = await replyNotedBy('marta', 'other', '2026-11-23T21:00:00Z');
  expect(asked.map(({ snoozedUntil }) => snoozedUntil?.toISOString())).toEqual(['2026-11-24T09:00:00.000Z']);
});
