import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { ManualClock } from '../../src/clock.ts';
import type { Db } from '../../src/db/client.ts';
import type { Delivery, DeliveryOptions, Outcome, Stop } from '../../src/delivery/Delivery.ts';
import { enqueue } from '../../src/delivery/enqueue.ts';
import type { NewOutboxItem } from '../../src/delivery/OutboxItem.ts';
import { slackClient } from '../../src/delivery/slackClient.ts';
import { startDelivery } from '../../src/delivery/startDelivery.ts';
import { ScriptedSlack } from '../support/scriptedSlack.ts';
import { testDatabase } from '../support/testDatabase.ts';
import { wakeBeforeDrain } from '../support/wakeBeforeDrain.ts';

export const WORKSPACE = 'w1';

type Written = Omit<NewOutboxItem, 'workspaceId'>;

/** A database, a Slack and a clock for one test, and as many delivery processes as it wants. */
export interface PostRoom {
  readonly db: Db;
  readonly slack: ScriptedSlack;
  readonly clock: ManualClock;
  readonly settled: { readonly key: string; readonly outcome: Outcome }[];
  readonly stops: Stop[];
  write(...items: Written[]): Promise<boolean[]>;
  /** A process; one that `died` is not waited for at the end. */
  start(options?: Partial<DeliveryOptions>, died?: Promise<void>): Delivery;
  stateOf(key: string): Promise<string | undefined>;
}

export async function postRoom(): Promise<PostRoom> {
  const { db } = await testDatabase();
  const slack = await new ScriptedSlack().start();
  onTestFinished(() => slack.stop());
  const clock = new ManualClock('2026-11-23T08:00:00Z');
  slack.epoch = clock.now().getTime() / 1000;
  const settled: PostRoom['settled'] = [];
  const stops: Stop[] = [];
  let processes = 0;
  return {
    db,
    slack,
    clock,
    settled,
    stops,
    write: (...items) =>
      db.transaction(async (tx) => {
        const written: boolean[] = [];
        for (const item of items)
          written.push(await enqueue(tx, { workspaceId: WORKSPACE, ...item }, clock.now()));
        return written;
      }),
    start(options = {}, died) {
      const client = slackClient({ token: 'xoxb-test', apiUrl: slack.apiUrl });
      const delivery = startDelivery({
        db,
        clock,
        slack: async () => client,
        owner: `process-${++processes}`,
        check: async () => ({ send: true }),
        settled: async (_tx, item, outcome) => void settled.push({ key: item.key, outcome }),
        stopped: async (_tx, stop) => void stops.push(stop),
        log: pino({ level: 'silent' }),
        ...options,
        pace: {
          pollMs: 0,
          postsPerSecond: Number.POSITIVE_INFINITY,
          firstWaitMs: 5,
          leaseMs: 300,
          ...options.pace,
        },
      });
      onTestFinished(() => Promise.race([delivery.stop(), ...(died ? [died] : [])]));
      return wakeBeforeDrain(delivery);
    },
    stateOf: async (key) =>
      (await db.prisma.outbox.findUnique({ where: { workspaceId_key: { workspaceId: WORKSPACE, key } } }))
        ?.state,
  };
}

export function post(channel: string, text: string, more: Partial<Written> = {}): Written {
  return { key: `post:${text}`, payload: { kind: 'slack_post', channel, text }, ...more };
}

export function update(messageKey: string, text: string): Written {
  return { key: `update:${messageKey}:${text}`, messageKey, payload: { kind: 'slack_update', text } };
}

export function letter(to: string, subject: string, more: Partial<Written> = {}): Written {
  const address = { email: to, name: 'Accounts payable' };
  const from = { email: 'credit@northwind.example', name: 'Northwind' };
  return {
    key: `mail:${subject}`,
    payload: {
      kind: 'mail',
      to: [address],
      from,
      subject,
      text: 'Pay.',
      html: '<p>Pay.</p>',
      attachments: [],
    },
    about: { kind: 'notice', id: subject },
    ...more,
  };
}
