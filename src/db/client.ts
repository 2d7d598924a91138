import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { z } from 'zod';
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { isTransient } from './isTransient.ts';
import type { KnownMembers } from './KnownMembers.ts';
import { sqlParam, sqlTypes } from './sqlTypes.ts';
import { statementNames } from './statementNames.ts';
import { TransactionPool } from './TransactionPool.ts';

type Sql = <S extends z.ZodType>(
  schema: S,
  text: string,
  params?: readonly unknown[],
) => Promise<z.output<S>[]>;
type Execute = (text: string, params?: readonly unknown[]) => Promise<number>;

/** What reads and writes: Prisma for the everyday, `sql` for sets. The same inside a transaction and outside. */
export interface Queries {
  readonly prisma: Prisma.TransactionClient;
  /** Runs one statement and parses every row with `schema`; column types as sqlTypes.ts says. Throws ZodError for other rows. */
  readonly sql: Sql;
  /** Runs one statement for its effect; answers how many rows it touched. */
  readonly execute: Execute;
}

/** An open transaction. Prisma and `sql` are on one connection and see each other's changes. */
export interface Tx extends Queries {
  /** The connection itself. It goes back to the pool with the transaction; never release or end it. */
  readonly connection: pg.ClientBase;
  /** kept where one transaction asks members again and again, and changes nothing of theirs but prompts */
  readonly members?: KnownMembers;
}

export interface TransactionOptions {
  readonly isolation?: 'ReadCommitted' | 'RepeatableRead' | 'Serializable';
  /** after which the transaction is rolled back; 30 seconds unless told */
  readonly timeoutMs?: number;
}

export interface Db extends Queries {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  /**
   * Runs `work` in one transaction. When it fails because of another one at the same time (serialization failure, deadlock) it
   * is run again, five times at most, so `work` must do nothing but work on `tx`.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** told when an idle connection breaks; the pool replaces it by itself */
  readonly onError?: (error: Error) => void;
  /** connections at most; 10 unless told */
  readonly max?: number;
}

const ATTEMPTS = 6;

/** Opens a pool on `url`, lazily: a database that is away fails the first query, not this call. Sessions run in UTC. */
export function connect(url: string, { onError = () => {}, max = 10 }: ConnectOptions = {}): Db {
  const pool = new TransactionPool({
    connectionString: url,
    max,
    options: '-c timezone=UTC',
    application_name: 'duly',
  });
  pool.on('error', onError);

  const nameOf = statementNames();
  const prisma = new PrismaClient({
    // else every question remembers where it was asked, which costs more than compiling it
    errorFormat: 'minimal',
    adapter: new PrismaPg(pool, {
      onConnectionError: onError,
      // without a name a statement is parsed and planned each time
      statementNameGenerator: ({ sql }) => nameOf(sql) ?? '',
    }),
  });

  return {
    prisma,
    pool,
    ...queriesOn(pool, nameOf),
    async transaction(work, { isolation, timeoutMs = 30_000 } = {}) {
      const options = {
        timeout: timeoutMs,
        maxWait: 10_000,
        ...(isolation ? { isolationLevel: isolation } : {}),
      };
      for (let attempt = 1; ; attempt++) {
        try {
          return await prisma.$transaction(async (tx) => {
            const connection = await pool.connectionBehind((statement) => tx.$executeRawUnsafe(statement));
            return work({ prisma: tx, ...queriesOn(connection, nameOf), connection });
          }, options);
        } catch (error) {
          if (attempt === ATTEMPTS || !isTransient(error)) throw error;
          await sleep(Math.random() * 10 * 2 ** attempt); // apart from whoever we collided with
        }
      }
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

function queriesOn(
  on: Pick<pg.ClientBase, 'query'>,
  nameOf: (text: string) => string | undefined,
): { sql: Sql; execute: Execute } {
  const query = async (text: string, params: readonly unknown[]) => {
    const name = nameOf(text);
    const statement = { ...(name ? { name } : {}), text };
    return on.query({ ...statement, values: params.map(sqlParam), types: sqlTypes });
  };
  return {
    sql: async (schema, text, params = []) =>
      (await query(text, params)).rows.map((row) => schema.parse(row)),
    execute: async (text, params = []) => (await query(text, params)).rowCount ?? 0,
  };
}
