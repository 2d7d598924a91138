import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { rememberChannel } from '../db/channelFacts.ts';
import { claimNext } from './claimNext.ts';
import type { Delivery, DeliveryOptions, Pace } from './Delivery.ts';
import { isAbort } from './isAbort.ts';
import { type Lane, laneName } from './Lane.ts';
import { forgetClaims, renewClaims } from './leases.ts';
import { openLanes } from './openLanes.ts';
import { Slots } from './Slots.ts';
import { sendRow } from './sendRow.ts';
import { Audience } from './slack/Audience.ts';
import { Pacer } from './slack/Pacer.ts';
import { tellUntold } from './tellUntold.ts';
import type { Workshop } from './Workshop.ts';

const PACE: Pace = {
  pollMs: 1000,
  postsPerSecond: 1,
  burst: 5,
  firstWaitMs: 1000,
  longestWaitMs: 5 * 60_000,
  attempts: 300,
  leaseMs: 30_000,
  concurrency: 6,
};

/** How often a lane that another process works in is looked at while draining. */
const ELSEWHERE_MS = 20;

/** A lane at work. */
interface Run {
  /** more was seen waiting in it since its last claim */
  again: boolean;
  ended: Promise<void>;
}

/**
 * Sends what the outbox holds: lanes in parallel, the rows of a lane one after the other in the order they were written,
 * across any number of processes. Waits (429, outages) are in real time and hold up their lane alone.
 */
export function startDelivery(options: DeliveryOptions): Delivery {
  const { db, clock, log, owner } = options;
  const pace = { ...PACE, ...options.pace };
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  const workshop: Workshop = {
    options,
    pace,
    slots: new Slots(pace.concurrency),
    mailSlots: new Slots(pace.concurrency),
    pacer: new Pacer(pace),
    pauses: new Map(),
    audience: new Audience((fact) => rememberChannel(db, { ...fact, now: clock.now() })),
    signal: stopping.signal,
  };
  const underWay = new Map<string, Run>();
  const claimed = new Set<string>();
  const ready = forgetClaims(db, owner);
  ready.catch((error: unknown) => log.error({ err: error }, 'delivery could not start'));
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  /** something may be due that no lane under way sends: only a look can tell */
  let mayBeMore = false;

  async function runLane(lane: Lane, run: Run): Promise<void> {
    const name = laneName(lane);
    try {
      for (let more = true; more || run.again; ) {
        if (stopping.signal.aborted) return;
        run.again = false;
        const claim = { lane, owner, now: clock.now(), leaseMs: pace.leaseMs };
        const row = await workshop.slots.run(() => claimNext(db, claim));
        if (!row) {
          mayBeMore = true; // somebody else holds the head, or sent it
          more = false;
          continue;
        }
        claimed.add(row.id);
        const aftermath = await sendRow(workshop, row).finally(() => claimed.delete(row.id));
        if (aftermath.written) wake();
        more = aftermath.more;
      }
    } catch (error) {
      mayBeMore = true;
      log.error({ err: error, lane: lane.lane }, 'a lane was left');
    } finally {
      underWay.delete(name); // at once: a look that comes after the last claim starts the lane anew
    }
  }

  /** Tells what is untold and starts work in every open lane; a lane at work is told when more waits in it. */
  async function look(): Promise<void> {
    await ready;
    mayBeMore = false;
    const lanes = () => workshop.slots.run(() => openLanes(db, clock.now()));
    let { open, untold } = await lanes();
    if (untold) {
      await workshop.slots.run(() => tellUntold(options));
      ({ open } = await lanes()); // what is told is often answered with more to send
    }
    if (stopping.signal.aborted) return;
    for (const lane of open) {
      const name = laneName(lane);
      const run = underWay.get(name);
      if (run) run.again ||= lane.waiting;
      else if (lane.taken) mayBeMore = true;
      else {
        const started: Run = { again: false, ended: Promise.resolve() };
        underWay.set(name, started);
        started.ended = runLane(lane, started);
      }
    }
    polling?.refresh();
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
    lookAgain = true;
    looking ??= lookAround().finally(() => {
      looking = undefined;
      if (lookAgain) wake();
    });
  }

  /** Looks as long as it is woken meanwhile. */
  async function lookAround(): Promise<void> {
    try {
      while (lookAgain) {
        lookAgain = false;
        await look();
      }
    } catch (error) {
      mayBeMore = true;
      log.error({ err: error }, 'the outbox could not be read');
    }
  }

  async function drain(): Promise<void> {
    for (let looked = false; !stopping.signal.aborted; looked = true) {
      // what woke us wrote before it did: the look that it began sees it too
      if (looking) await looking;
      else if (!looked || mayBeMore) await look();
      if (underWay.size > 0) await Promise.all([...underWay.values()].map((run) => run.ended));
      // another look may be telling of an outcome just now, which is often answered with more to send
      else if (looking) continue;
      else if (!mayBeMore) return;
      else await sleep(ELSEWHERE_MS, undefined, { signal: stopping.signal }).catch(unlessAborted);
    }
  }

  const renewing = setInterval(() => {
    renewClaims(db, owner, [...claimed], pace.leaseMs).catch((error: unknown) =>
      log.error({ err: error }, 'claims could not be renewed'),
    );
  }, pace.leaseMs / 3).unref();
  const polling = pace.pollMs > 0 ? setInterval(wake, pace.pollMs).unref() : undefined;
  wake();

  return {
    wake,
    drain,
    async stop() {
      stopping.abort();
      clearInterval(polling);
      await looking;
      await Promise.all([...underWay.values()].map((run) => run.ended));
      options.mail?.close();
      clearInterval(renewing);
    },
  };
}

function unlessAborted(error: unknown): void {
  if (!isAbort(error)) throw error;
}
