import { hostname } from 'node:os';
import { type Clock, systemClock } from './clock.ts';
import type { Db } from './db/client.ts';
import type { Delivery, DeliveryOptions } from './delivery/Delivery.ts';
import { smtpTransport } from './delivery/mail.ts';
import { slackClients } from './delivery/slackClient.ts';
import { startDelivery } from './delivery/startDelivery.ts';
import { followPlaygroundClock, type PlaygroundClock } from './followPlaygroundClock.ts';
import { heartbeat } from './jobs/heartbeat.ts';
import { type SchedulerOptions, startScheduler } from './jobs/scheduler.ts';
import type { Log } from './log.ts';
import { type DueSource, Pulse } from './Pulse.ts';
import { createSlackApp, type SlackApp, type SlackConnection } from './slack/createSlackApp.ts';
import { reactionReader } from './slack/reactionReader.ts';
import { checkBeforeSending } from './useCases/notices/checkBeforeSending.ts';
import { settled } from './useCases/settled.ts';
import { connectWorkspace } from './useCases/workspaces/connectWorkspace.ts';
import { tellManagersOfStop } from './useCases/workspaces/tellManagersOfStop.ts';

export interface DulyOptions {
  readonly db: Db;
  readonly slack: SlackConnection;
  readonly jobStore: SchedulerOptions['store'];
  readonly smtpUrl: string | null;
  /** a playground's clock to live by; null = the system's */
  readonly clockUrl: string | null;
  /** what else falls due; made once the workspace is known */
  readonly sources?: (workspaceId: string, clock: Clock) => Promise<DueSource[]>;
  readonly pace?: DeliveryOptions['pace'];
  readonly log: Log;
}

export interface RunningDuly {
  readonly workspaceId: string;
  readonly clock: Clock;
  readonly slack: SlackApp;
  readonly delivery: Delivery;
  readonly pulse: Pulse;
  /** Resolves when what falls due by itself is done; not before the job store is there. Rejects when stopped first. */
  readonly ready: Promise<void>;
  /** Stops taking clicks, finishes what was acknowledged, lets what is under way end. Safe to call once. */
  stop(): Promise<void>;
}

/** Everything that runs, on a database that is open: the Slack app, delivery, the heartbeat. */
export async function startDuly(options: DulyOptions): Promise<RunningDuly> {
  const { db, log } = options;
  let pulse: Pulse | undefined;
  let slack: SlackApp | undefined;
  const settle = async (question: { idle: boolean }) => {
    await slack?.idle();
    return (await pulse?.settle(question)) ?? null;
  };
  const followed =
    options.clockUrl === null ? undefined : await followPlaygroundClock(options.clockUrl, settle);
  const clock: Clock | PlaygroundClock = followed ?? systemClock;

  slack = await createSlackApp(options.slack, {
    ...{ db, clock, log, mails: options.smtpUrl !== null },
    wake: () => pulse?.wake(),
  });
  const { teamId, teamName } = slack;
  const workspaceId = await connectWorkspace(db, { teamId, teamName, now: clock.now() });
  const { apiUrl, botToken } = options.slack;
  const delivery = startDelivery({
    db,
    clock,
    slack: slackClients({
      tokenOf: async (id) => (id === workspaceId ? botToken : undefined),
      ...(apiUrl ? { apiUrl } : {}),
    }),
    ...(options.smtpUrl ? { mail: smtpTransport({ url: options.smtpUrl }) } : {}),
    owner: `${hostname()}:${process.pid}`,
    check: (item) => checkBeforeSending(db, { item, now: clock.now() }),
    settled: (tx, item, outcome) => settled(tx, { item, outcome, now: clock.now() }),
    stopped: (tx, stop) => tellManagersOfStop(tx, { stop, now: clock.now() }),
    ...(options.pace ? { pace: options.pace } : {}),
    log,
  });
  pulse = new Pulse({
    db,
    clock,
    delivery,
    reactions: reactionReader(slack.client),
    sources: (await options.sources?.(workspaceId, clock)) ?? [],
    log,
  });
  const beating = pulse;
  const scheduler = startScheduler({ store: options.jobStore, jobs: [heartbeat(() => beating.beat())], log });
  await slack.start();
  pulse.wake();
  return {
    workspaceId,
    clock,
    slack,
    delivery,
    pulse,
    ready: scheduler.ready,
    async stop() {
      await slack.stop();
      await scheduler.stop();
      await beating.idle();
      await delivery.stop();
      await followed?.close();
    },
  };
}
