import { expect, test } from 'vitest';
import { post, postRoom, update } from './postRoom.ts';

const about = { kind: 'case', id: '1' };

test.each(['is_ext_shared', 'is_pending_ext_shared', 'is_org_shared'])(
  'nothing is posted into a channel with %s',
  async (flag) => {
    const room = await postRoom();
    room.slack.channels.set('C1', { [flag]: true });
    await room.write(post('C1', 'debts', { about }), post('C1', 'more debts', { about }), post('C2', 'ours'));
    await room.start().drain();
    expect(room.slack.messages.map((m) => m.text)).toEqual(['ours']);
    expect(room.settled.map((s) => s.outcome.why)).toEqual(['shared_outside', 'shared_outside']);
    expect(room.stops).toEqual([{ workspaceId: 'w1', lane: 'C1', error: 'shared_outside' }]);
  },
);

test('nothing is posted where a guest reads, nor to a guest directly', async () => {
  const room = await postRoom();
  room.slack.members.set('C1', ['U1', 'UGUEST']);
  room.slack.people.set('UGUEST', { is_ultra_restricted: true });
  await room.write(post('C1', 'debts', { about }), post('UGUEST', 'debts', { key: 'dm', about }));
  await room.start().drain();
  expect(room.slack.messages).toEqual([]);
  expect(room.settled.map((s) => s.outcome.why).toSorted()).toEqual(['has_guests', 'is_guest']);
});

test('a guest who left, and apps, are no readers', async () => {
  const room = await postRoom();
  room.slack.members.set('C1', ['UGONE', 'UAPP']);
  room.slack.people.set('UGONE', { is_restricted: true, deleted: true });
  room.slack.people.set('UAPP', { is_bot: true });
  await room.write(post('C1', 'debts'));
  await room.start().drain();
  expect(room.slack.textsIn('C1')).toEqual(['debts']);
});

test('a channel that was shared since is not written into by an update either; made private again it is', async () => {
  const room = await postRoom();
  await room.write(post('C1', 'v1', { messageKey: 'card' }));
  await room.start().drain();
  room.slack.channels.set('C1', { is_ext_shared: true });
  await room.write(update('card', 'v2'));
  const delivery = room.start();
  await delivery.drain();
  expect(room.slack.textsIn('C1')).toEqual(['v1']);
  room.slack.channels.delete('C1');
  await room.write(update('card', 'v3'));
  await room.start().drain();
  expect(room.slack.textsIn('C1')).toEqual(['v3']);
  expect(await room.db.prisma.slackStop.count()).toBe(0);
});

test('where we may not see who reads, we do not write', async () => {
  const room = await postRoom();
  room.slack.goWrong('conversations.members', { error: 'missing_scope' });
  await room.write(post('C1', 'debts', { about }));
  await room.start().drain();
  expect(room.slack.messages).toEqual([]);
  expect(room.stops.map((s) => s.error)).toEqual(['missing_scope']);
});
