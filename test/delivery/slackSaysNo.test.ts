import { expect, test } from 'vitest';
import { forgetHeldUp, heldUpIn, moveHeldUp } from '../../src/delivery/heldUp.ts';
import { liftStop } from '../../src/delivery/stops.ts';
import { post, postRoom, update, WORKSPACE } from './postRoom.ts';

const threadPost = { kind: 'slack_post', channel: 'C1', threadOf: 'approval:1' } as const;
const about = { kind: 'case', id: '1' };

test('a 429 on one channel holds up that channel alone, as long as Slack said', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } }, { channel: 'C1' });
  const others = [1, 2, 3, 4].flatMap((n) => [`quiet ${n}`, `silent ${n}`]);
  await room.write(
    post('C1', 'busy 1'),
    post('C1', 'busy 2'),
    ...others.map((text) => post(text.startsWith('quiet') ? 'C2' : 'C3', text)),
  );
  const started = Date.now();
  const delivery = room.start();
  await delivery.drain();
  const order = room.slack.messages.map((m) => m.text);
  expect(order.slice(0, 8).toSorted()).toEqual(others.toSorted());
  expect(order.slice(8)).toEqual(['busy 1', 'busy 2']);
  expect(Date.now() - started).toBeGreaterThanOrEqual(990);
  expect(room.slack.called('conversations.history')).toHaveLength(0);
});

test('an outage passes: the message is tried again and posted once', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { status: 503 }, { times: 3 });
  room.slack.goWrong('conversations.history', { error: 'internal_error' });
  await room.write(post('C1', 'hello'), post('C1', 'after'));
  await room.start().drain();
  expect(room.slack.textsIn('C1')).toEqual(['hello', 'after']);
});

test.each([
  ['channel', 'C1', 'C1'],
  ['direct message', 'U1', 'DU1'],
])(
  'an answer that was lost is looked for in the %s before anything is posted again',
  async (_, to, there) => {
    const room = await postRoom();
    room.slack.goWrong('chat.postMessage', 'lose_reply');
    await room.write(post(to, 'hello', { messageKey: 'm', about }));
    await room.start().drain();
    expect(room.slack.textsIn(there)).toEqual(['hello']);
    expect(await room.db.prisma.slackMessage.findFirst()).toMatchObject({ channel: there });
    expect(room.settled.map((s) => s.outcome.state)).toEqual(['sent']);
  },
);

test('an answer that was lost is looked for in the thread it was for', async () => {
  const room = await postRoom();
  await room.write(post('C1', 'digest', { messageKey: 'digest' }));
  const delivery = room.start();
  await delivery.drain();
  room.slack.goWrong('chat.postMessage', 'lose_reply');
  await room.write(
    post('C1', '', {
      key: 'd',
      payload: { kind: 'slack_post', channel: 'C1', text: 'detail', threadOf: 'digest' },
    }),
  );
  await delivery.drain();
  expect(room.slack.messages.map((m) => [m.text, m.thread_ts])).toEqual([
    ['digest', undefined],
    ['detail', room.slack.messages[0]?.ts],
  ]);
});

test('where history cannot be read it is posted once more, marked, and then a person is asked', async () => {
  const room = await postRoom();
  room.slack.goWrong('conversations.history', { error: 'missing_scope' }, { times: 9 });
  room.slack.goWrong('chat.postMessage', 'lose_reply', { times: 2 });
  await room.write(post('C1', 'hello', { about }));
  await room.start().drain();
  const [first, second, ...more] = room.slack.textsIn('C1');
  expect(first).toBe('hello');
  expect(second).toMatch(/seen this already.*hello$/);
  expect(more).toEqual([]);
  expect(room.settled.map((s) => s.outcome.state)).toEqual(['unsure']);
});

test('a channel that is gone is left alone from then on, and a manager hears of it once', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { error: 'is_archived' }, { channel: 'C1' });
  await room.write(post('C1', 'one', { about }), post('C1', 'two', { about }), post('C2', 'other'));
  const delivery = room.start();
  await delivery.drain();
  expect(room.stops).toEqual([{ workspaceId: 'w1', lane: 'C1', error: 'is_archived' }]);
  expect(room.settled.map((s) => s.outcome)).toEqual([
    { state: 'failed', why: 'is_archived' },
    { state: 'failed', why: 'delivery to this place stopped: is_archived' },
  ]);
  expect(room.slack.textsIn('C2')).toEqual(['other']);
  room.clock.advance(13 * 3_600_000);
  await room.write(post('C1', 'mended by hand'));
  await delivery.drain();
  expect(room.slack.textsIn('C1').toSorted()).toEqual(['mended by hand', 'one', 'two']);
  expect(await room.db.prisma.slackStop.count()).toBe(0);
});

test('what a stop held up is posted once it is lifted, as it was last changed; what Slack refused is not', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { error: 'invalid_blocks' }, { channel: 'C1' });
  await room.write(post('C1', 'bad'));
  const delivery = room.start();
  await delivery.drain();
  room.slack.goWrong('chat.postMessage', { error: 'not_in_channel' }, { channel: 'C1' });
  await room.write(
    post('C1', 'please approve', { messageKey: 'm' }),
    update('m', 'one has approved'),
    update('m', 'declined'),
  );
  await delivery.drain();
  await room.write(post('C2', 'other'));
  await delivery.drain();
  expect(room.slack.textsIn('C1')).toEqual([]);
  await room.db.transaction((tx) => liftStop(tx, WORKSPACE, 'C1'));
  await delivery.drain();
  await room.db.transaction((tx) => liftStop(tx, WORKSPACE, 'C1'));
  await delivery.drain();
  expect(room.slack.textsIn('C1')).toEqual(['declined']);
  expect(room.slack.textsIn('C2')).toEqual(['other']);
});

test('a token that works again brings out what waited in every channel', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { error: 'token_revoked' });
  const delivery = room.start();
  await room.write(post('C1', 'one'));
  await delivery.drain();
  await room.write(post('C2', 'two'));
  await delivery.drain();
  await room.db.transaction((tx) => liftStop(tx, WORKSPACE, '*'));
  await delivery.drain();
  expect(room.slack.messages.map(({ text }) => text).toSorted()).toEqual(['one', 'two']);
});

test('a failed post that is written again goes to the channel it is for now, and only once', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { error: 'is_archived' }, { channel: 'C1' });
  const delivery = room.start();
  await room.write(post('C1', 'old', { key: 'digest' }));
  await delivery.drain();
  expect(await room.write(post('C2', 'new', { key: 'digest' }))).toEqual([true]);
  await delivery.drain();
  expect(await room.write(post('C3', 'newer', { key: 'digest' }))).toEqual([false]);
  await delivery.drain();
  expect(room.slack.messages.map(({ text }) => text)).toEqual(['new']);
  expect(room.slack.textsIn('C2')).toEqual(['new']);
});

test('a failed post that is written again is looked for first: an attempt without an answer may have got through', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', 'lose_reply');
  const delivery = room.start({ pace: { attempts: 1 } });
  await room.write(post('C1', 'hello', { key: 'k' }));
  await delivery.drain();
  expect(await room.stateOf('k')).toBe('failed');
  await room.write(post('C1', 'hello', { key: 'k' }));
  await delivery.drain();
  expect(room.slack.textsIn('C1')).toEqual(['hello']);
  expect(await room.stateOf('k')).toBe('sent');
});

test('what a stop held up moves with its thread to the channel chosen instead; the rest stays', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { error: 'is_archived' }, { channel: 'C1' });
  const delivery = room.start();
  await room.write(
    post('C1', 'please approve', { messageKey: 'approval:1' }),
    post('C1', '', { key: 't', payload: { ...threadPost, text: 'the letter' } }),
    post('C1', 'a digest', { messageKey: 'digest:1' }),
  );
  await delivery.drain();
  const stopped = { workspaceId: WORKSPACE, from: 'C1' };
  await room.db.transaction(async (tx) => {
    const messages = await heldUpIn(tx, { ...stopped, prefix: 'approval:' });
    await moveHeldUp(tx, { ...stopped, messages }, 'C2');
  });
  await delivery.drain();
  const [request, letter, ...more] = room.slack.messages;
  expect([request?.text, letter?.text, letter?.thread_ts]).toEqual([
    'please approve',
    'the letter',
    request?.ts,
  ]);
  expect(more).toEqual([]);
  expect(room.slack.textsIn('C1')).toEqual([]);
});

test('what a stop held up and is forgotten is never sent, with its thread and its changes; it can be written anew elsewhere', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { error: 'is_archived' }, { channel: 'C1' });
  const delivery = room.start();
  const letter = { ...threadPost, text: 'the letter' };
  await room.write(
    post('C1', 'Peter Private', { key: 'p', messageKey: 'approval:1' }),
    post('C1', '', { key: 't', messageKey: 'part', payload: letter }),
  );
  await delivery.drain();
  await room.write(update('approval:1', 'Peter Private again'), update('part', 'and again'));
  await delivery.drain();
  await room.db.transaction(async (tx) => {
    const stopped = { workspaceId: WORKSPACE, from: 'C1' };
    const messages = await heldUpIn(tx, { ...stopped, prefix: 'approval:' });
    expect(messages).toEqual(['approval:1']);
    await forgetHeldUp(tx, { ...stopped, messages });
  });
  await room.write(post('C2', 'account P-1', { key: 'p', messageKey: 'approval:1' }));
  await delivery.drain();
  await room.db.transaction((tx) => liftStop(tx, WORKSPACE, 'C1'));
  await delivery.drain();
  expect(room.slack.messages.map((m) => m.text)).toEqual(['account P-1']);
});

test('a revoked token stops the whole workspace', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { error: 'token_revoked' });
  await room.write(post('C1', 'one'));
  const delivery = room.start();
  await delivery.drain();
  await room.write(post('C2', 'two'));
  await delivery.drain();
  expect(room.stops.map((s) => s.lane)).toEqual(['*']);
  expect(room.slack.messages).toEqual([]);
});

test('content that Slack refuses fails alone, with what Slack says about it', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { error: 'invalid_blocks', messages: ['no more than 50 items'] });
  await room.write(
    post('C1', 'bad', { messageKey: 'bad', about }),
    update('bad', 'worse'),
    post('C1', 'good'),
  );
  await room.start().drain();
  expect(room.slack.textsIn('C1')).toEqual(['good']);
  expect(room.settled.map((s) => s.outcome)).toEqual([
    { state: 'failed', why: 'invalid_blocks: no more than 50 items' },
  ]);
  expect(room.stops).toEqual([]);
  expect(await room.stateOf('update:bad:worse')).toBe('failed');
});

test('an item that never gets through is given up and lets the next one go', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { error: 'internal_error' }, { times: 3 });
  await room.write(post('C1', 'cursed', { about }), post('C1', 'next'));
  await room.start({ pace: { attempts: 3 } }).drain();
  expect(room.slack.textsIn('C1')).toEqual(['next']);
  expect(room.settled.map((s) => s.outcome.state)).toEqual(['failed']);
});

test('a listener that throws does not send the message again', async () => {
  const room = await postRoom();
  await room.write(post('C1', 'hello', { about }));
  await room.start({ settled: () => Promise.reject(new Error('a mistake of ours')) }).drain();
  expect(room.slack.textsIn('C1')).toEqual(['hello']);
  expect(await room.stateOf('post:hello')).toBe('sent');
});

test('without a connection to Slack the item fails and says so', async () => {
  const room = await postRoom();
  await room.write(post('C1', 'hello', { about }));
  await room.start({ slack: async () => undefined }).drain();
  expect(room.settled.map((s) => s.outcome.state)).toEqual(['failed']);
});
