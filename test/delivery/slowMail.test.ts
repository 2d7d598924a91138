import { expect, test } from 'vitest';
import type { DeliveryOptions } from '../../src/delivery/Delivery.ts';
import type { MailTransport } from '../../src/delivery/mail/MailTransport.ts';
import { letter, post, postRoom } from './postRoom.ts';

/** Something that happens once and can be waited for. */
function signal() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

/** A mail server that takes its time: each mail is held until it is let go. */
function slowServer() {
  const sent: string[] = [];
  const gate = signal();
  const begun = signal();
  const mail: MailTransport = {
    send: async ({ subject, to }) => {
      begun.resolve();
      await gate.promise;
      sent.push(subject);
      return { accepted: to.map(({ email }) => email), rejected: [], unknown: [], response: '250 OK' };
    },
    close() {},
  };
  return { mail, sent, begun: begun.promise, letGo: () => gate.resolve() };
}

const ONE_AT_A_TIME = { concurrency: 1 };
const check = { kind: 'notice', id: 'n1' };

test('a mail that waits for its turn is asked about when its turn comes', async () => {
  const room = await postRoom();
  const { mail, sent, begun, letGo } = slowServer();
  let stands = true;
  const ask: DeliveryOptions['check'] = async () =>
    stands ? { send: true } : { send: false, why: 'it was paid' };
  await room.write(
    letter('ap@acme.example', 'First', { check }),
    letter('ap@bolt.example', 'Second', { check }),
  );
  const drained = room.start({ mail, check: ask, pace: ONE_AT_A_TIME }).drain();
  await begun;
  stands = false;
  letGo();
  await drained;
  expect(sent).toEqual(['First']);
  expect(room.settled.map(({ key, outcome }) => [key, outcome.state])).toEqual([
    ['mail:First', 'sent'],
    ['mail:Second', 'cancelled'],
  ]);
});

test('a slow mail server holds up no message', async () => {
  const room = await postRoom();
  const { mail, begun, letGo } = slowServer();
  const posted = signal();
  await room.write(letter('ap@acme.example', 'Notice'));
  const settled: DeliveryOptions['settled'] = async (_tx, { key }) => {
    if (key === 'post:hello') posted.resolve();
  };
  const delivery = room.start({ mail, settled, pace: ONE_AT_A_TIME });
  await begun;
  await room.write(post('C1', 'hello', { about: { kind: 'case', id: 'c1' } }));
  delivery.wake();
  await posted.promise;
  letGo();
  await delivery.drain();
});

test('whoever asks at the moment of sending sees that an attempt has begun', async () => {
  const room = await postRoom();
  const { mail, letGo } = slowServer();
  letGo();
  const seen: unknown[] = [];
  const ask: DeliveryOptions['check'] = async ({ id }) => {
    seen.push((await room.db.prisma.outbox.findUniqueOrThrow({ where: { id } })).result);
    return { send: true };
  };
  await room.write(letter('ap@acme.example', 'Notice', { check }));
  await room.start({ mail, check: ask }).drain();
  expect(seen).toEqual([{ trying: true }]);
});
