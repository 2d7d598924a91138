import { hostname } from 'node:os';
import { setInterval } from 'node:timers';
import { Agenda, type Job } from 'agenda';
import type { Log } from '../log.ts';
import { ensureSchedule } from './ensureSchedule.ts';
import type { JobStore } from './JobStore.ts';
import { mongoJobStore } from './mongoJobStore.ts';
import { patientBackend } from './patientBackend.ts';
import { persist } from './persist.ts';
import { postgresJobStore } from './postgresJobStore.ts';
import type { ScheduledJob } from './ScheduledJob.ts';

export interface SchedulerOptions {
  /** PostgreSQL: Duly's own database, migrated. MongoDB: any. */
  readonly store: { readonly databaseUrl: string } | { readonly mongodbUri: string };
  readonly jobs: readonly ScheduledJob[];
  readonly log: Log;
  /** how often the store is asked what is due; 5 seconds unless told */
  readonly processEveryMs?: number;
  /** after which a job of a process that was killed is taken over; a job that runs longer keeps its lock. 60 seconds unless told */
  readonly lockLifetimeMs?: number;
}

export interface Scheduler {
  /** Resolves when the schedule stands in the store and ticks; not before the store is there. Rejects when stopped first. */
  readonly ready: Promise<void>;
  /** Runs a job here and now, after the run of it that is under way, if any. Rejects when the job fails. Needs no store. */
  runNow(name: string): Promise<void>;
  /** No new ticks; running jobs are told and waited for, `withinMs` at most (20 seconds unless told). */
  stop(withinMs?: number): Promise<void>;
}

/**
 * Starts the heartbeats. It returns at once and never fails: while the store is away it keeps trying, and jobs can still be run by `runNow`.
 * Agenda keeps a timer for half a lock lifetime after each run, so a process that wants to end must exit.
 */
export function startScheduler(options: SchedulerOptions): Scheduler {
  const { jobs, log, processEveryMs = 5000, lockLifetimeMs = 60_000 } = options;
  const store = openStore(options);
  const stopping = new AbortController();
  const backend = patientBackend(store.backend, stopping.signal, log);
  const agenda = new Agenda({
    backend,
    name: `${hostname()}:${process.pid}`,
    processEvery: processEveryMs,
    defaultLockLifetime: lockLifetimeMs,
    defaultConcurrency: 1,
    // with a limit, a job whose lock ran out while it waited for its time (the machine slept) is dropped and never taken again
    defaultLockLimit: 0,
  });
  agenda.on('error', (err) => log.warn({ err }, 'the scheduler had trouble'));

  const lastRuns = new Map<string, Promise<void>>();
  function run(job: ScheduledJob): Promise<void> {
    const previous = lastRuns.get(job.name) ?? Promise.resolve();
    const current = previous.catch(() => {}).then(() => job.run(stopping.signal));
    lastRuns.set(job.name, current);
    current.catch((err: unknown) => log.error({ err, job: job.name }, 'a job failed'));
    return current;
  }

  for (const job of jobs) {
    agenda.define(job.name, (tick) => keepingLock(tick, lockLifetimeMs, log, () => run(job)));
  }

  const begin = async () => {
    const complain = (err: unknown) => log.warn({ err }, 'the schedule could not be stored; trying again');
    for (const job of jobs) await persist(() => ensureSchedule(agenda, job), stopping.signal, complain);
    await agenda.start();
  };
  const stopped = new Promise<never>((_, reject) => {
    stopping.signal.addEventListener('abort', () => reject(new Error('the scheduler was stopped')), {
      once: true,
    });
  });
  const ready = Promise.race([begin(), stopped]);
  ready.catch(() => {}); // who waits for it is told; who does not stopped it himself

  return {
    ready,
    async runNow(name) {
      if (stopping.signal.aborted) throw new Error('the scheduler was stopped');
      const job = jobs.find((candidate) => candidate.name === name);
      if (!job) throw new Error(`there is no job ${name}`);
      await run(job);
    },
    async stop(withinMs = 20_000) {
      if (stopping.signal.aborted) return;
      stopping.abort();
      const allRuns = Promise.allSettled(lastRuns.values());
      await agenda.drain({ timeout: withinMs, closeConnection: false });
      await within(withinMs, allRuns);
      await backend.unlockWaiting();
      await store.close();
    },
  };
}

function openStore({ store, log }: SchedulerOptions): JobStore {
  return 'mongodbUri' in store ? mongoJobStore(store.mongodbUri) : postgresJobStore(store.databaseUrl, log);
}

const LONGEST_REASON = 500;

/** Renews the job's lock while `work` goes on, and tells the store no more of a failure than fits. */
async function keepingLock(
  tick: Job,
  lifetimeMs: number,
  log: Log,
  work: () => Promise<void>,
): Promise<void> {
  let touching: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    touching = tick.touch().catch((err: unknown) => log.warn({ err }, 'a lock could not be renewed'));
  }, lifetimeMs / 3);
  timer.unref();
  try {
    await work();
  } catch (error) {
    throw new Error((error instanceof Error ? error.message : String(error)).slice(0, LONGEST_REASON));
  } finally {
    clearInterval(timer);
    await touching; // a renewal that arrives late would lock the job again
  }
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
