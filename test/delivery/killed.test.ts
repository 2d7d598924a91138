import { describe, expect, onTestFinished, test } from 'vitest';
import type { MailTransport, OutgoingMail } from '../../src/delivery/mail/MailTransport.ts';
import { slackClient } from '../../src/delivery/slackClient.ts';
import { Mortal } from './mortal.ts';
import { letter, type PostRoom, post, postRoom } from './postRoom.ts';

/** More dealings than any of these items needs: killing later is killing a process that has nothing left to do. */
const STEPS = 32;
const WHEN = ['before', 'after'] as const;

/** Lets a process work until it is killed at that step, or until it has nothing left to do. False: it outlived the item. */
async function workAndDie(room: PostRoom, mortal: Mortal, mail?: MailTransport): Promise<boolean> {
  const client = slackClient({ token: 'xoxb-test', apiUrl: room.slack.apiUrl });
  const delivery = room.start(
    {
      db: mortal.db(room.db),
      slack: async () => mortal.slack(client),
      ...(mail ? { mail: mortal.mail(mail) } : {}),
    },
    mortal.died,
  );
  const drained = delivery.drain().then(() => true);
  const outlived = await Promise.race([drained, mortal.died.then(() => false)]);
  await Promise.race([delivery.stop(), mortal.died]);
  return outlived;
}

describe.each(WHEN)('killed just %s any one of its dealings with the world', (when) => {
  test('a message with its reaction is in the channel once', async () => {
    const room = await postRoom();
    for (let step = 1; ; step++) {
      const channel = `C${step}`;
      const about = { kind: 'case', id: channel };
      await room.write(
        post(channel, 'Approve?', {
          key: channel,
          messageKey: channel,
          about,
          payload: { kind: 'slack_post', channel, text: 'Approve?', reactions: ['white_check_mark'] },
        }),
      );
      const outlived = await workAndDie(room, new Mortal(step, when));
      await room.start().drain();
      const there = room.slack.messages.filter((m) => m.channel === channel);
      expect(there.map((m) => [m.text, m.reactions])).toEqual([['Approve?', ['white_check_mark']]]);
      expect(await room.stateOf(channel)).toBe('sent');
      const known = await room.db.prisma.slackMessage.findMany({ where: { key: channel } });
      expect(known.map((m) => m.ts)).toEqual(there.map((m) => m.ts));
      expect(room.settled.filter((s) => s.key === channel)).toHaveLength(1);
      if (outlived) return expect(step).toBeLessThan(STEPS);
    }
  }, 60_000);

  test('a mail is never sent twice, and whoever asked for it hears about it', async () => {
    const room = await postRoom();
    const mailbox: OutgoingMail[] = [];
    const mail: MailTransport = {
      send: async (letter) => {
        mailbox.push(letter);
        return { accepted: letter.to.map((to) => to.email), rejected: [], unknown: [], response: '250 OK' };
      },
      close() {},
    };
    const outcomes = new Set<string | undefined>();
    for (let step = 1; ; step++) {
      const subject = `Notice ${step}`;
      await room.write(letter('ap@acme.example', subject));
      const outlived = await workAndDie(room, new Mortal(step, when), mail);
      await room.start({ mail }).drain();
      const copies = mailbox.filter((m) => m.subject === subject).length;
      const state = await room.stateOf(`mail:${subject}`);
      outcomes.add(state);
      expect(copies).toBeLessThanOrEqual(1);
      expect(state === 'sent' ? copies === 1 : state === 'unsure').toBe(true);
      expect(room.settled.filter((s) => s.key === `mail:${subject}`).map((s) => s.outcome.state)).toEqual([
        state,
      ]);
      if (outlived) {
        expect(step).toBeLessThan(STEPS);
        expect(outcomes).toEqual(new Set(['sent', 'unsure']));
        return;
      }
    }
  }, 60_000);
});

test('a successor of the same name goes on at once with what its predecessor left', async () => {
  const room = await postRoom();
  await room.write(post('C1', 'hello'));
  const dies = new Mortal(6, 'after');
  const client = slackClient({ token: 'xoxb-test', apiUrl: room.slack.apiUrl });
  const dead = room.start(
    {
      db: dies.db(room.db),
      slack: async () => dies.slack(client),
      owner: 'duly',
      pace: { leaseMs: 60_000 },
    },
    dies.died,
  );
  void dead.drain();
  await dies.died;
  expect(await room.stateOf('post:hello')).toBe('sending');
  const successor = room.start({ owner: 'duly' });
  await successor.drain();
  expect(room.slack.textsIn('C1')).toEqual(['hello']);
});

test('delivery that stops gives back what it waits with', async () => {
  const room = await postRoom();
  room.slack.goWrong('chat.postMessage', { status: 429, headers: { 'retry-after': '60' } });
  await room.write(post('C1', 'hello'));
  const stopping = room.start();
  const drained = stopping.drain();
  await new Promise<void>((resolve) => {
    const watch = setInterval(() => {
      if (room.slack.called('chat.postMessage').length === 0) return;
      clearInterval(watch);
      resolve();
    }, 5);
    onTestFinished(() => clearInterval(watch));
  });
  await stopping.stop();
  await drained;
  expect(await room.stateOf('post:hello')).toBe('pending');
  await room.start().drain();
  expect(room.slack.textsIn('C1')).toEqual(['hello']);
});
