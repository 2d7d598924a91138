import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { newId } from '../../src/core/newId.ts';
import type { Db } from '../../src/db/client.ts';
import { dueTimes } from '../../src/db/dueTimes.ts';
import { loadWorkspace, type WorkspaceContext } from '../../src/db/workspaceContext.ts';
import type { Delivery, DeliveryOptions } from '../../src/delivery/Delivery.ts';
import { smtpTransport } from '../../src/delivery/mail.ts';
import { slackClient } from '../../src/delivery/slackClient.ts';
import { startDelivery } from '../../src/delivery/startDelivery.ts';
import { followPlaygroundClock } from '../../src/followPlaygroundClock.ts';
import type { Log } from '../../src/log.ts';
import { Pulse } from '../../src/Pulse.ts';
import { type Playground, startPlayground } from '../../src/playground/startPlayground.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/createSlackApp.ts';
import { reactionReader } from '../../src/slack/reactionReader.ts';
import { checkBeforeSending } from '../../src/useCases/notices/checkBeforeSending.ts';
import { settled } from '../../src/useCases/settled.ts';
import { tellManagersOfStop } from '../../src/useCases/workspaces/tellManagersOfStop.ts';
import { Person } from './Person.ts';
import {
  channels,
  type Name,
  names,
  people,
  playgroundChannels,
  playgroundUsers,
  TEAM,
} from './sampleTeam.ts';
import { testDatabase } from './testDatabase.ts';
import { wakeBeforeDrain } from './wakeBeforeDrain.ts';

export interface DulyOptions {
  /** the first instant; default: Monday 23 November 2026, 09:30 in London */
  readonly start?: string;
  /** settings of the workspace over its defaults; its channels are set unless told */
  readonly settings?: Record<string, unknown>;
  /** false: no manager has started it yet */
  readonly started?: boolean;
  /** false: nobody is a member before they first write */
  readonly members?: boolean;
  /** the policy works too: reviews, prompts, digests, approvals, and what is checked before sending; as in production */
  readonly working?: boolean;
  /** in place of it: what is due, and when the next thing is; run after everything a person does and at each step of the clock */
  readonly runDue?: (duly: { db: Db; clock: Clock; log: Log }) => Promise<Date | null>;
  /** false: no mail server is set */
  readonly mails?: boolean;
  readonly delivery?: Partial<Pick<DeliveryOptions, 'check' | 'settled' | 'stopped'>>;
}

/** Duly as it runs, on a local Slack, with a team at it. */
export interface DulyInPlayground {
  readonly db: Db;
  readonly playground: Playground;
  readonly slack: SlackApp;
  readonly delivery: Delivery;
  readonly clock: Clock;
  readonly workspaceId: string;
  /** the workspace as it is set now */
  workspace(): Promise<WorkspaceContext>;
  readonly channels: typeof channels;
  /** Slack's side: who can write, click and look. */
  readonly person: Readonly<Record<Name, Person>>;
  /** ids of the members behind them */
  readonly member: Readonly<Record<Name, string>>;
  /** Moves the clock by an ISO 8601 duration (`P1D`) or to an instant; what falls due on the way is done. */
  move(to: { advance: string } | { to: string }): Promise<void>;
  /** Lets something go wrong on Slack's side: see the playground's faults. */
  fault(fault: Record<string, unknown>): Promise<void>;
  mail(): Promise<unknown[]>;
}

/** Starts database, local Slack, the Slack app and delivery for the running test; everything ends with it. */
export async function dulyInPlayground(options: DulyOptions = {}): Promise<DulyInPlayground> {
  const { db } = await testDatabase();
  const start = options.start ?? '2026-11-23T09:30:00Z';
  const playground = await startPlayground({
    manifest: JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8')),
    team: TEAM,
    users: playgroundUsers(),
    channels: playgroundChannels(),
    start: new Date(start),
  });
  onTestFinished(() => playground.stop());
  const { workspaceId, member } = await seed(db, options, new Date(start));

  const log = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' });
  let pulse: Pulse | undefined;
  let settle = async (): Promise<Date | null> => null;
  const clock = await followPlaygroundClock(playground.clockUrl, () => settle());
  onTestFinished(() => clock.close());
  const client = slackClient({ token: playground.botToken, apiUrl: playground.apiUrl });
  const delivery = wakeBeforeDrain(
    startDelivery({
      db,
      clock,
      slack: async () => client,
      ...(options.mails === false ? {} : { mail: smtpTransport({ url: playground.smtpUrl }) }),
      owner: 'test',
      ...(options.working
        ? {
            check: (item) => checkBeforeSending(db, { item, now: clock.now() }),
            settled: (tx, item, outcome) => settled(tx, { item, outcome, now: clock.now() }),
            stopped: (tx, stop) => tellManagersOfStop(tx, { stop, now: clock.now() }),
          }
        : { check: async () => ({ send: true }), settled: async () => {} }),
      ...options.delivery,
      log,
      pace: { pollMs: 0, postsPerSecond: Number.POSITIVE_INFINITY, firstWaitMs: 5 },
    }),
  );
  onTestFinished(() => delivery.stop());
  const slack = await createSlackApp(
    { botToken: playground.botToken, appToken: playground.appToken, apiUrl: playground.apiUrl },
    { db, clock, log, mails: options.mails ?? true, wake: () => (pulse ?? delivery).wake() },
  );
  if (options.working) {
    pulse = new Pulse({ db, clock, delivery, reactions: reactionReader(slack.client), sources: [], log });
  }
  settle = async () => {
    await slack.idle();
    if (pulse) return pulse.settle();
    const next = (await options.runDue?.({ db, clock, log })) ?? null;
    await delivery.drain();
    const sends = (await dueTimes(db, clock.now())).map(({ sendAt }) => sendAt ?? null);
    const ahead = [next, ...sends].filter((instant) => instant !== null && instant > clock.now());
    return ahead.reduce<Date | null>((a, b) => (a && b && a < b ? a : b), null);
  };
  await slack.start();
  onTestFinished(async () => {
    await slack.stop();
    await pulse?.idle();
  });

  return {
    db,
    playground,
    slack,
    delivery,
    clock,
    workspaceId,
    workspace: () => loadWorkspace(db, workspaceId),
    channels,
    person: byName((name) => new Person(playground.url, people[name].id)),
    member,
    move: (to) => post(`${playground.url}/client/clock`, to),
    fault: (fault) => post(`${playground.url}/client/faults`, fault),
    mail: async () => (await (await fetch(`${playground.url}/client/mail`)).json()) as unknown[],
  };
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const said = await answer.text();
  if (!answer.ok || said.includes('"ok":false')) throw new Error(`${url}: ${said}`);
}

async function seed(db: Db, options: DulyOptions, now: Date) {
  const workspaceId = newId();
  const member = byName(() => newId());
  await db.prisma.workspace.create({
    data: {
      id: workspaceId,
      teamId: TEAM.id,
      name: TEAM.name,
      zone: 'Europe/London',
      locale: 'en-GB',
      country: 'GB',
      currency: 'GBP',
      settings: JSON.parse(
        JSON.stringify({
          channels: {
            collections: channels.collections,
            approvals: channels.approvals,
            finance: channels.finance,
          },
          ...options.settings,
        }),
      ),
      createdAt: now,
      startedAt: options.started === false ? null : now,
      startedBy: options.started === false ? null : member.marta,
    },
  });
  if (options.members !== false) {
    for (const name of names) {
      const { id, role, name: realName, tz } = people[name];
      if (role === undefined) continue;
      await db.prisma.member.create({
        data: {
          id: member[name],
          workspaceId,
          slackUserId: id,
          name: realName,
          role,
          zone: tz,
          locale: 'en-GB',
          createdAt: now,
        },
      });
    }
  }
  return { workspaceId, member };
}

function byName<T>(make: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;
}
