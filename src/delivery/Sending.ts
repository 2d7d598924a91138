import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../db/client.ts';
import { type Along, together } from './Along.ts';
import { DeliveryFailure } from './DeliveryFailure.ts';
import type { ClaimedRow, Progress } from './OutboxRow.ts';
import { type OutboxItem, outboxItemOf } from './outboxItemOf.ts';
import { type Standing, standingOf } from './Standing.ts';
import { callPatiently } from './slack/callPatiently.ts';
import type { SlackAnswer, SlackClient } from './slack/SlackClient.ts';
import type { Workshop } from './Workshop.ts';

/** Another process has taken this row over, because our lease ran out: hands off. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

/** One claimed item on its way out. */
export class Sending {
  readonly item: OutboxItem;
  #progress: Progress;
  #attempts: number;
  #claimedWith: Standing | undefined;

  constructor(
    readonly workshop: Workshop,
    readonly row: ClaimedRow,
  ) {
    this.item = outboxItemOf(row);
    this.#progress = row.progress ?? {};
    this.#attempts = row.attempts;
    this.#claimedWith = row;
  }

  get progress(): Progress {
    return this.#progress;
  }

  get attempts(): number {
    return this.#attempts;
  }

  /** How things stand where it goes: asked with the claim, and anew before each further attempt. Throws ClaimLost. */
  async standing(): Promise<Standing> {
    const { row, workshop } = this;
    const now = workshop.options.clock.now();
    const standing = this.#claimedWith ?? (await this.read((db) => standingOf(db, row.id, now)));
    this.#claimedWith = undefined;
    if (!standing) throw new ClaimLost(`outbox row ${row.id} is gone`);
    return standing;
  }

  /** Calls Slack, waiting out 429s. Throws the client's errors. */
  async call(method: string, args: Record<string, unknown>): Promise<SlackAnswer> {
    const { pauses, slots, signal } = this.workshop;
    const { workspaceId, lane } = this.item;
    const client = await this.#client();
    return callPatiently({ client, workspaceId, lane, pauses, slots, signal }, method, args);
  }

  async upload(url: string, filename: string, bytes: Buffer): Promise<void> {
    const client = await this.#client();
    await this.workshop.slots.run(() => client.upload(url, filename, bytes));
  }

  async #client(): Promise<SlackClient> {
    const client = await this.workshop.options.slack(this.item.workspaceId);
    if (!client) throw new DeliveryFailure('item', 'this workspace is not connected to Slack');
    return client;
  }

  /**
   * Who reads there may read it? A direct message has the reader it was opened with: `member`, where that is known.
   * Throws DeliveryFailure `refused`.
   */
  async admit(place: string, member: string = this.item.lane): Promise<void> {
    const readers = place.startsWith('D') && /^[UW]/.test(member) ? member : place;
    const call = (method: string, args: Record<string, unknown>) => this.call(method, args);
    await this.workshop.audience.admit(call, this.item.workspaceId, readers);
  }

  /** Reads from the database when there is room for it. */
  read<T>(query: (db: Db) => Promise<T>): Promise<T> {
    return this.workshop.slots.run(() => query(this.workshop.options.db));
  }

  /** The last question before it goes out: is it still to be sent? Throws `cancelled` when not. */
  async recheck(): Promise<void> {
    if (this.item.check === undefined) return;
    const verdict = await this.workshop.options.check(this.item);
    if (!verdict.send) throw new DeliveryFailure('cancelled', verdict.why);
  }

  /** Notes that an attempt starts now, so that whoever finds this row after a crash knows that it may have gone out. */
  begin(more: Progress = {}): Promise<void> {
    this.#attempts += 1;
    return this.save({ ...more, trying: true });
  }

  /** Keeps how far sending has come, and with it what is told `along`. Throws ClaimLost when the row is no longer ours. */
  async save(more: Progress, along?: Along): Promise<void> {
    const { options, pace, slots } = this.workshop;
    const next = { ...this.#progress, ...more };
    const values = [this.row.id, options.owner, JSON.stringify(next), this.#attempts, pace.leaseMs];
    const kept = along
      ? slots.run(() => options.db.execute(together(SAVE, 5, along), [...values, ...along.params]))
      : slots.run(() => options.db.execute(SAVE, values));
    if ((await kept) === 0) throw new ClaimLost(`outbox row ${this.row.id} was taken over`);
    this.#progress = next;
  }

  /** Waits in real time. Throws AbortError when delivery stops meanwhile. */
  async wait(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await sleep(milliseconds, undefined, { signal: this.workshop.signal });
  }
}

const SAVE = `
UPDATE outbox SET result = $3::jsonb, attempts = $4::int,
  lease_until = clock_timestamp() + make_interval(secs => $5::double precision / 1000)
WHERE id = $1 AND claimed_by = $2 AND state = 'sending'`;
