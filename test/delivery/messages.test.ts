import { expect, test } from 'vitest';
import type { NewOutboxItem } from '../../src/delivery/OutboxItem.ts';
import { post, postRoom, update } from './postRoom.ts';

test('of several updates that are not yet sent only the newest is', async () => {
  const room = await postRoom();
  await room.write(post('C1', 'v1', { messageKey: 'card' }));
  const delivery = room.start();
  await delivery.drain();
  await room.write(update('card', 'v2'), update('card', 'v3'), update('card', 'v4'));
  await delivery.drain();
  expect(room.slack.called('chat.update').map((args) => args.text)).toEqual(['v4']);
  expect(room.slack.textsIn('C1')).toEqual(['v4']);
  expect(await room.stateOf('update:card:v2')).toBe('cancelled');
});

test('an update without blocks takes the old blocks away', async () => {
  const room = await postRoom();
  await room.write(post('C1', 'v1', { messageKey: 'card' }), update('card', 'v2'));
  await room.start().drain();
  expect(room.slack.called('chat.update')[0]?.blocks).toBe('[]');
});

test('nothing is written for a message that nobody ever wrote', async () => {
  const room = await postRoom();
  expect(await room.write(update('ghost', 'boo'))).toEqual([false]);
});

test('a message that a person deleted cannot be changed, and whoever asked hears of it', async () => {
  const room = await postRoom();
  await room.write(post('C1', 'v1', { messageKey: 'card' }));
  const delivery = room.start();
  await delivery.drain();
  room.slack.messages.length = 0;
  await room.write({ ...update('card', 'v2'), about: { kind: 'card', id: '1' } });
  await delivery.drain();
  expect(room.settled.map((s) => s.outcome)).toEqual([{ state: 'failed', why: 'message_not_found' }]);
});

test('a deleted message is forgotten, and deleting it again does no harm', async () => {
  const room = await postRoom();
  const deletion = { messageKey: 'card', payload: { kind: 'slack_delete' } } as const;
  await room.write(
    post('C1', 'v1', { messageKey: 'card' }),
    { key: 'del 1', ...deletion },
    { key: 'del 2', ...deletion },
  );
  await room.start().drain();
  expect(room.slack.messages).toEqual([]);
  expect(await room.db.prisma.slackMessage.count()).toBe(0);
});

test('a reply goes into the thread of its message, and into the channel when that was never posted or is gone', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { error: 'no_text' });
  const reply = (key: string, threadOf: string) => ({
    key,
    payload: { kind: 'slack_post', channel: 'U1', text: key, threadOf } as const,
  });
  await room.write(
    post('U1', 'refused', { messageKey: 'refused' }),
    reply('to refused', 'refused'),
    post('U1', 'list', { messageKey: 'list' }),
    reply('to list', 'list'),
  );
  const delivery = room.start();
  await delivery.drain();
  room.slack.goWrong('chat.postMessage', { error: 'cannot_reply_to_message' });
  await room.write(reply('to gone', 'list'));
  await delivery.drain();
  const list = room.slack.messages.find((m) => m.text === 'list');
  expect(room.slack.messages.map((m) => [m.text, m.thread_ts])).toEqual([
    ['to refused', undefined],
    ['list', undefined],
    ['to list', list?.ts],
    ['to gone', undefined],
  ]);
});

test('reactions that Slack refuses leave the message standing', async () => {
  const room = await postRoom();
  room.slack.goWrong('reactions.add', { error: 'invalid_name' });
  const payload: NewOutboxItem['payload'] = {
    kind: 'slack_post',
    channel: 'C1',
    text: 'vote',
    reactions: ['nope', 'x'],
  };
  await room.write({ key: 'vote', payload });
  await room.start().drain();
  expect(room.slack.messages[0]?.reactions).toEqual(['x']);
  expect(await room.stateOf('vote')).toBe('sent');
});

test('a file is uploaded once and shared by a post that carries the key, even when the answer is lost', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { status: 500 });
  const contentBase64 = Buffer.from('debtor,amount\n').toString('base64');
  await room.write({
    key: 'figures',
    messageKey: 'figures',
    payload: {
      kind: 'slack_file',
      channel: 'C1',
      filename: 'week.csv',
      title: 'The week',
      contentBase64,
      text: 'Figures',
    },
  });
  await room.start().drain();
  expect(room.slack.called('files.getUploadURLExternal')).toHaveLength(1);
  expect(room.slack.uploads.size).toBe(1);
  expect(room.slack.messages.map((m) => m.text)).toEqual(['Figures\n<https://files.example/F1|The week>']);
  expect(room.slack.messages[0]?.metadata).toBeDefined();
});

test('what is no longer to be sent is not: it is asked at the moment of sending', async () => {
  const room = await postRoom();
  const check = { kind: 'notice', id: '7' };
  await room.write(post('C1', 'Pay now', { check, about: check }), post('C1', 'other'));
  const asked: unknown[] = [];
  await room
    .start({
      check: async (item) => {
        asked.push(item.check);
        return { send: false, why: 'paid this morning' };
      },
    })
    .drain();
  expect(asked).toEqual([check]);
  expect(room.slack.textsIn('C1')).toEqual(['other']);
  expect(room.settled.map((s) => s.outcome)).toEqual([{ state: 'cancelled', why: 'paid this morning' }]);
});
