import pg from 'pg';

/** What a connection answers when it is asked which one it is. */
const NOTHING = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * A pool whose connections can be told apart by a statement: Prisma does not hand out the connection of its transaction, but it sends
 * statements there. What a connection is asked this way it answers itself; the server never sees it.
 */
export class TransactionPool extends pg.Pool {
  readonly #asking: Map<string, (connection: pg.PoolClient) => void>;
  #asked = 0;

  constructor(options: pg.PoolConfig) {
    const asking = new Map<string, (connection: pg.PoolClient) => void>();
    super({ ...options, Client: answering(asking) });
    this.#asking = asking;
  }

  /** The connection to which `send` sends the statement that it is given. Throws where it was sent elsewhere or nowhere. */
  async connectionBehind(send: (statement: string) => Promise<unknown>): Promise<pg.PoolClient> {
    const statement = `-- which connection is this? ${++this.#asked}`;
    let found: pg.PoolClient | undefined;
    this.#asking.set(statement, (connection) => {
      found = connection;
    });
    try {
      await send(statement);
    } finally {
      this.#asking.delete(statement);
    }
    if (!found) throw new Error('the transaction is on no connection of this pool');
    return found;
  }
}

function answering(asking: ReadonlyMap<string, (connection: pg.PoolClient) => void>): typeof pg.Client {
  return class extends pg.Client {
    // one of several overloads each of which is passed on as it came
    // biome-ignore lint/suspicious/noExplicitAny: see above
    override query(...asked: any[]): any {
      const told = asking.size > 0 && asking.get(asked[0]?.text ?? asked[0]);
      if (told) {
        told(this as unknown as pg.PoolClient);
        return Promise.resolve(NOTHING);
      }
      return super.query(...(asked as [string]));
    }
  };
}
