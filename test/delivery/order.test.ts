import { expect, test } from 'vitest';
import { enqueue } from '../../src/delivery/enqueue.ts';
import { post, postRoom, update, WORKSPACE } from './postRoom.ts';

test('two processes empty ten channels together: every message once, each channel in the order it was written', async () => {
  const room = await postRoom();
  const channels = Array.from({ length: 10 }, (_, i) => `C${i}`);
  for (let n = 0; n < 8; n++)
    await room.write(...channels.map((channel) => post(channel, `${channel} ${n}`)));
  const processes = [room.start(), room.start()];
  await Promise.all(processes.map((delivery) => delivery.drain()));
  for (const channel of channels) {
    expect(room.slack.textsIn(channel)).toEqual(Array.from({ length: 8 }, (_, n) => `${channel} ${n}`));
  }
  const owners = await room.db.prisma.outbox.groupBy({ by: ['claimedBy'] });
  expect(owners).toHaveLength(2);
});

test('drain waits for what another process is sending', async () => {
  const room = await postRoom();
  await room.write(post('C1', 'slow'));
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = () => {};
  const sending = new Promise<void>((resolve) => {
    asked = resolve;
  });
  await room.write(post('C2', 'checked', { check: { kind: 'x', id: '1' } }));
  const slow = room.start({
    check: async () => {
      asked();
      await held;
      return { send: true };
    },
  });
  const slowDone = slow.drain();
  await sending;
  let drained = false;
  const other = room
    .start()
    .drain()
    .then(() => {
      drained = true;
    });
  expect(drained).toBe(false);
  release();
  await Promise.all([slowDone, other]);
  expect(room.slack.textsIn('C2')).toEqual(['checked']);
});

test('a row that waits for its time does not hold up its channel, and what hangs on it waits with it', async () => {
  const room = await postRoom();
  const tomorrow = new Date('2026-11-24T08:00:00Z');
  await room.write(
    post('C1', 'tomorrow', { notBefore: tomorrow, messageKey: 'list' }),
    update('list', 'tomorrow, changed'),
    post('C1', 'now'),
  );
  const delivery = room.start();
  await delivery.drain();
  expect(room.slack.textsIn('C1')).toEqual(['now']);
  room.clock.moveTo(tomorrow);
  await delivery.drain();
  expect(room.slack.textsIn('C1')).toEqual(['now', 'tomorrow, changed']);
});

test('a claim holds while its process lives, however long Slack makes it wait', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
  await room.write(post('C1', 'hello'));
  const patient = room.start({ owner: 'patient', pace: { leaseMs: 200 } }).drain();
  await room.start({ pace: { leaseMs: 200 } }).drain();
  await patient;
  expect(room.slack.textsIn('C1')).toEqual(['hello']);
  const row = await room.db.prisma.outbox.findFirst();
  expect(row).toMatchObject({ state: 'sent', attempts: 1 });
});

test('the same key is sent once, whoever writes it again', async () => {
  const room = await postRoom();
  expect(await room.write(post('C1', 'hello'), post('C1', 'hello'))).toEqual([true, false]);
  const delivery = room.start();
  await delivery.drain();
  expect(await room.write(post('C1', 'hello'))).toEqual([false]);
  await delivery.drain();
  expect(room.slack.textsIn('C1')).toEqual(['hello']);
});

test('what is written while its channel is at work is sent at the wake, without a drain', async () => {
  const room = await postRoom();
  const about = { kind: 'case', id: '1' };
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const delivery = room.start({
    settled: async (_tx, { key }) => {
      if (key === 'post:second') return tell();
      await room.write(post('C1', 'second', { about }));
      delivery.wake();
    },
  });
  await room.write(post('C1', 'first', { about }));
  delivery.wake();
  await told;
  expect(room.slack.textsIn('C1')).toEqual(['first', 'second']);
});

test('what an outcome is answered with is sent with the same drain, in whatever channel', async () => {
  const room = await postRoom();
  const delivery = room.start({
    settled: async (tx) => {
      const answer = { workspaceId: WORKSPACE, ...post('C2', 'answer') };
      await enqueue(tx, answer, room.clock.now());
    },
  });
  await room.write(post('C1', 'question', { about: { kind: 'case', id: '1' } }));
  await delivery.drain();
  expect(room.slack.textsIn('C2')).toEqual(['answer']);
});

test('wake sends without a drain', async () => {
  const room = await postRoom();
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const delivery = room.start({ settled: async () => tell() });
  await room.write(post('C1', 'hello', { about: { kind: 'case', id: '1' } }));
  delivery.wake();
  await told;
  expect(room.slack.textsIn('C1')).toEqual(['hello']);
});
