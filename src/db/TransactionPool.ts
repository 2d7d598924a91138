import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

type Connected = Parameters<typeof pg.Pool.prototype.connect>[0];

/** A pool that remembers which of its connections a piece of work took first: Prisma does not hand out the one of its transaction. */
export class TransactionPool extends pg.Pool {
  readonly #work = new AsyncLocalStorage<{ first?: pg.PoolClient }>();

  /** Runs `work`, which may ask `connection` for the first connection that it took from this pool; undefined before it took one. */
  watch<T>(work: (connection: () => pg.PoolClient | undefined) => Promise<T>): Promise<T> {
    const taken: { first?: pg.PoolClient } = {};
    return this.#work.run(taken, () => work(() => taken.first));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (!callback) return this.#connect();
    super.connect(callback);
    return undefined;
  }

  async #connect(): Promise<pg.PoolClient> {
    const client = await super.connect();
    const taken = this.#work.getStore();
    if (taken) taken.first ??= client;
    return client;
  }
}
