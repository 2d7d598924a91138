import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../db/client.ts';
import type { Log } from '../log.ts';
import type { MailTransport } from './mail/MailTransport.ts';
import type { OutboxItem } from './outboxItemOf.ts';
import type { SlackClient } from './slack/SlackClient.ts';

/**
 * How sending ended. `result` is `{channel, ts}` of a message or `{messageId, accepted, rejected, unknown}` of a mail;
 * of one that failed, `{unknown}` where recipients do not exist.
 */
export interface Outcome {
  readonly state: 'sent' | 'failed' | 'cancelled' | 'unsure';
  /** a code or short sentence for the log and the person who has to act */
  readonly why?: string;
  readonly result?: Record<string, unknown>;
}

export type Verdict = { readonly send: true } | { readonly send: false; readonly why: string };

/** A place to which nothing is delivered until it is mended. `lane` is `*` when it is the whole workspace. */
export interface Stop {
  readonly workspaceId: string;
  readonly lane: string;
  readonly error: string;
}

export interface DeliveryOptions {
  readonly db: Db;
  readonly clock: Clock;
  /** the workspace's client; undefined while it is not connected to Slack */
  readonly slack: (workspaceId: string) => Promise<SlackClient | undefined>;
  /** absent when no mail server is configured: mails then fail; closed when delivery stops */
  readonly mail?: MailTransport;
  /** names this process in its claims; another process must have another name */
  readonly owner: string;
  /** asked for items with `check`, right before sending */
  readonly check: (item: OutboxItem) => Promise<Verdict>;
  /**
   * told of items with `about`, in the transaction that records the outcome or, when that failed, in one of its own until it worked;
   * what it has to send it writes with `enqueue` on that transaction
   */
  readonly settled: (tx: Tx, item: OutboxItem, outcome: Outcome) => Promise<void>;
  /** told once of a place where delivery stopped, in the transaction that records it */
  readonly stopped?: (tx: Tx, stop: Stop) => Promise<void>;
  readonly log: Log;
  readonly pace?: Partial<Pace>;
}

/** Speeds and waits, all in real time. */
export interface Pace {
  /** how often new rows are looked for without being woken; 0 = only when woken or drained */
  readonly pollMs: number;
  /** posts a second to one channel, after a burst of `burst`; Infinity = unpaced */
  readonly postsPerSecond: number;
  readonly burst: number;
  /** wait after the first failure; doubles up to `longestWaitMs` */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** attempts after which an item is given up */
  readonly attempts: number;
  /** how long the claim of a process that vanished is respected */
  readonly leaseMs: number;
  /** calls and transactions at the same time, and as many mails beside them */
  readonly concurrency: number;
}

export interface Delivery {
  /** Something was written: look now. Returns at once. */
  wake(): void;
  /**
   * Resolves when nothing is due now: everything that was written before the last `wake` is sent, failed, cancelled or waits for a
   * later Clock time.
   */
  drain(): Promise<void>;
  /** Takes nothing new, lets what is under way end, gives back what waits. */
  stop(): Promise<void>;
}
