import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ScheduledJob } from '../../src/jobs/ScheduledJob.ts';
import { type SchedulerOptions, startScheduler } from '../../src/jobs/scheduler.ts';
import { createLog } from '../../src/log.ts';

/** One job store, empty, for one test. */
export interface TestStore {
  readonly store: SchedulerOptions['store'];
  /** what the store says of a job */
  readonly find: (
    name: string,
  ) => Promise<{ nextRunAt: Date; locked: boolean; failReason: string | null } | undefined>;
  /** as if the tick had fallen due while nobody ran */
  readonly makeOverdue: (name: string) => Promise<void>;
  /** absent where a real server cannot be taken away */
  readonly outage?: { begin(): Promise<void>; end(): Promise<void> };
}

const silent = createLog('silent');
const BEAT = '0.3 seconds';
const QUICK = { processEveryMs: 50, lockLifetimeMs: 600, log: silent };
const patience = { timeout: 10_000, interval: 20 };

function start(store: TestStore['store'], jobs: ScheduledJob[], options: Partial<SchedulerOptions> = {}) {
  const scheduler = startScheduler({ ...QUICK, ...options, store, jobs });
  onTestFinished(() => scheduler.stop());
  return scheduler;
}

/** A job that notes when it ran, and does `work`. */
function heartbeat(every: string, work: () => Promise<void> | void = () => {}, name = 'sweep') {
  const runs: number[] = [];
  const run = async () => {
    runs.push(Date.now());
    await work();
  };
  return {
    runs,
    name,
    every,
    run,
    ran: (times: number) => vi.waitUntil(() => runs.length >= times, patience),
  };
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** What every job store must bear. The same tests for PostgreSQL and MongoDB. */
export function schedulerSuite(name: string, openStore: () => Promise<TestStore>): void {
  describe(name, () => {
    test('a heartbeat beats, at once and then in its rhythm', async () => {
      const { store } = await openStore();
      const sweep = heartbeat(BEAT);
      await start(store, [sweep]).ready;
      await sweep.ran(3);
      const [first = 0, , third = 0] = sweep.runs;
      expect(third - first).toBeGreaterThan(450);
    });

    test('two processes share the beats', async () => {
      const { store } = await openStore();
      const running = { now: 0, most: 0 };
      const sweep = heartbeat(BEAT, async () => {
        running.most = Math.max(running.most, ++running.now);
        await new Promise(setImmediate);
        running.now--;
      });
      await Promise.all([start(store, [sweep]).ready, start(store, [sweep]).ready]);
      await sweep.ran(4);
      const [first = 0, , , fourth = 0] = sweep.runs;
      expect(fourth - first).toBeGreaterThan(500); // one a beat; the two starts may each have put one in
      expect(running.most).toBe(1);
    });

    test('a job that fails is tried again at its next beat, and keeps nobody else from running', async () => {
      const { store, find } = await openStore();
      const broken = heartbeat(BEAT, () => Promise.reject(new Error('x'.repeat(20_000))), 'broken');
      const sound = heartbeat(BEAT, undefined, 'sound');
      await start(store, [broken, sound]).ready;
      await Promise.all([broken.ran(2), sound.ran(2)]);
      expect((await find('broken'))?.failReason?.length).toBeLessThan(1000);
    });

    test('a job longer than its lock is not begun by another process meanwhile', async () => {
      const { store } = await openStore();
      const done = gate();
      const sweep = heartbeat('1 hour', () => done.opened);
      const beat = heartbeat(BEAT, undefined, 'beat');
      await Promise.all([start(store, [sweep, beat]).ready, start(store, [sweep, beat]).ready]);
      await beat.ran(5);
      expect(sweep.runs).toHaveLength(1);
      done.open();
    });

    test('stopping waits for what is running, and leaves no lock behind', async () => {
      const { store, find } = await openStore();
      const done = gate();
      const sweep = heartbeat('2 seconds', () => done.opened);
      const scheduler = start(store, [sweep]);
      await sweep.ran(1);
      let stopped = false;
      const stop = scheduler.stop().then(() => {
        stopped = true;
      });
      await new Promise(setImmediate);
      expect(stopped).toBe(false);
      done.open();
      await stop;
      expect((await find('sweep'))?.locked).toBe(false);
      await expect(scheduler.runNow('sweep')).rejects.toThrow();
    });

    test('a tick that is waiting for its moment is given back when the process stops', async () => {
      const { store, find } = await openStore();
      const sweep = heartbeat('2 seconds');
      const scheduler = start(store, [sweep], { processEveryMs: 3000 }); // looks three seconds ahead
      await sweep.ran(1);
      await start(store, [heartbeat(BEAT, undefined, 'other')], { processEveryMs: 50 }).ready;
      await scheduler.stop();
      expect((await find('sweep'))?.locked).toBe(false);
    });

    test('a job that goes on too long does not hold up the stop for ever', async () => {
      const { store } = await openStore();
      const done = gate();
      const sweep = heartbeat('1 hour', () => done.opened);
      const scheduler = start(store, [sweep]);
      await sweep.ran(1);
      await scheduler.stop(50);
      done.open();
    });

    test('a running job is told that Duly stops', async () => {
      const { store } = await openStore();
      const begun = gate();
      const told = gate();
      const run = async (stopping: AbortSignal) => {
        stopping.addEventListener('abort', told.open);
        begun.open();
        await told.opened;
      };
      const scheduler = start(store, [{ name: 'sweep', every: '1 hour', run }]);
      await begun.opened;
      await scheduler.stop();
    });

    test('a restart keeps the schedule', async () => {
      const { store, find } = await openStore();
      const sweep = heartbeat('1 hour');
      const first = start(store, [sweep]);
      await sweep.ran(1);
      await first.stop();
      const before = await find('sweep');
      const beat = heartbeat(BEAT, undefined, 'beat');
      await start(store, [sweep, beat]).ready;
      await beat.ran(2);
      expect(await find('sweep')).toEqual(before);
      expect(sweep.runs).toHaveLength(1);
    });

    test('what fell due while nobody ran is run at the start', async () => {
      const { store, makeOverdue } = await openStore();
      const monthly = { ...heartbeat('0 9 1 1 *'), timezone: 'Europe/London' };
      const first = start(store, [monthly]);
      await first.ready;
      await first.stop();
      expect(monthly.runs).toHaveLength(0);
      await makeOverdue('sweep');
      await start(store, [monthly]).ready;
      await monthly.ran(1);
    });

    test('a new rhythm counts from the next start', async () => {
      const { store } = await openStore();
      const slow = heartbeat('1 hour');
      const first = start(store, [slow]);
      await slow.ran(1);
      await first.stop();
      const quick = heartbeat(BEAT);
      await start(store, [quick]).ready;
      await quick.ran(2);
    });

    test('a job can be run at once: after the run under way, and its failure is told', async () => {
      const { store } = await openStore();
      const order: string[] = [];
      const done = gate();
      const sweep = heartbeat('1 hour', async () => {
        order.push('begins');
        await done.opened;
        order.push('ends');
      });
      const broken = heartbeat('1 hour', () => Promise.reject(new Error('the bank file is empty')), 'broken');
      const scheduler = start(store, [sweep, broken]);
      await sweep.ran(1);
      const now = scheduler.runNow('sweep');
      done.open();
      await now;
      expect(order).toEqual(['begins', 'ends', 'begins', 'ends']);
      await expect(scheduler.runNow('broken')).rejects.toThrow('the bank file is empty');
      await expect(scheduler.runNow('nothing')).rejects.toThrow('nothing');
    });

    test('a machine that slept for longer than a lock lives beats again when it wakes', async () => {
      const { store, find } = await openStore();
      const sweep = heartbeat('0.7 seconds');
      await start(store, [sweep], { processEveryMs: 500 }).ready;
      // taken ahead of its time, when the lid is closed
      await vi.waitUntil(async () => {
        const job = await find('sweep');
        return job?.locked && job.nextRunAt > new Date();
      }, patience);
      const before = sweep.runs.length;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, QUICK.lockLifetimeMs * 2);
      await sweep.ran(before + 2);
    });

    test('the store goes away and comes back: the heart goes on', async ({ skip }) => {
      const { store, outage } = await openStore();
      if (!outage) return skip();
      const sweep = heartbeat(BEAT);
      await start(store, [sweep]).ready;
      await sweep.ran(1);
      await outage.begin();
      const complaint = gate();
      const log = createLog('warn', { write: complaint.open });
      start(store, [heartbeat('1 hour', undefined, 'other')], { log });
      await complaint.opened;
      const before = sweep.runs.length;
      await outage.end();
      await sweep.ran(before + 2);
    });

    test('Duly starts without its store: jobs can be run by hand, and beat once it is there', async ({
      skip,
    }) => {
      const { store, outage } = await openStore();
      if (!outage) return skip();
      await outage.begin();
      const sweep = heartbeat('1 hour');
      const scheduler = start(store, [sweep]);
      await scheduler.runNow('sweep');
      expect(sweep.runs).toHaveLength(1);
      await outage.end();
      await scheduler.ready;
      await sweep.ran(2);
    });

    test('Duly stops while its store is away', async ({ skip }) => {
      const { store, outage } = await openStore();
      if (!outage) return skip();
      await outage.begin();
      const scheduler = start(store, [heartbeat('1 hour')]);
      await scheduler.stop();
      await expect(scheduler.ready).rejects.toThrow();
      await outage.end();
    });
  });
}
