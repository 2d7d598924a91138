// The database side of the stand-in: a migration-aware driver adapter over `pg`. Not @prisma/adapter-pg, whose migration
// side (7.10) cannot read the type "char" (so introspection fails), splits scripts at every `;` (so `$$` bodies break) and
// connects to the main database when asked for the shadow database.

import { randomUUID } from 'node:crypto';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { columnType, rawTypes } from './columnTypes.mjs';

const NO_SUCH_DATABASE = '3D000';
const IDENTITY = { provider: 'postgres', adapterName: 'duly-migrations' };

function rethrow(error) {
  throw new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
    originalCode: error.code,
    originalMessage: error.message,
  });
}

class Queryable {
  provider = IDENTITY.provider;
  adapterName = IDENTITY.adapterName;

  constructor(client) {
    this.client = client;
  }

  #run({ sql, args = [] }) {
    return this.client.query({ text: sql, values: args, rowMode: 'array', types: rawTypes }).catch(rethrow);
  }

  async queryRaw(query) {
    const { fields, rows } = await this.#run(query);
    return {
      columnNames: fields.map((f) => f.name),
      columnTypes: fields.map((f) => columnType(f.dataTypeID)),
      rows,
    };
  }

  async executeRaw(query) {
    return (await this.#run(query)).rowCount ?? 0;
  }
}

class Transaction extends Queryable {
  options = { usePhantomQuery: false };

  // The engine sends COMMIT and ROLLBACK itself (usePhantomQuery: false); these hooks only release, and there is nothing to.
  async commit() {}
  async rollback() {}
}

class MigrationAdapter extends Queryable {
  #afterwards;
  #disposed = false;

  constructor(client, afterwards = async () => {}) {
    super(client);
    this.#afterwards = afterwards;
  }

  async startTransaction() {
    await this.client.query('BEGIN').catch(rethrow);
    return new Transaction(this.client);
  }

  /** Whole, by the simple protocol, so that function bodies may hold semicolons. */
  async executeScript(script) {
    await this.client.query(script).catch(rethrow);
  }

  getConnectionInfo() {
    return { schemaName: 'public', supportsRelationJoins: true };
  }

  underlyingDriver() {
    return this.client;
  }

  async dispose() {
    if (this.#disposed) return;
    this.#disposed = true;
    await this.client.end();
    await this.#afterwards();
  }
}

export class MigrationAdapterFactory {
  provider = IDENTITY.provider;
  adapterName = IDENTITY.adapterName;
  #adapters = [];

  constructor(url) {
    this.url = url;
  }

  async connect() {
    return this.#keep(new MigrationAdapter(await this.#open().catch(rethrow)));
  }

  /** A database of its own, dropped when the engine is done with it. */
  async connectToShadowDb() {
    const name = `prisma_shadow_${randomUUID().slice(0, 8)}`;
    await this.#once((client) => client.query(`create database "${name}"`));
    const drop = () => this.#once((client) => client.query(`drop database "${name}" with (force)`));
    return this.#keep(new MigrationAdapter(await this.#open(name), drop));
  }

  /** Rejects with the driver's own error when the database cannot be reached. */
  async ping() {
    await (await this.#open()).end();
  }

  async createDatabase() {
    const name = decodeURIComponent(new URL(this.url).pathname.slice(1));
    await this.#once((client) => client.query(`create database ${pg.escapeIdentifier(name)}`));
  }

  /** Ends whatever the engine left open. */
  async dispose() {
    for (const adapter of this.#adapters.splice(0)) await adapter.dispose();
  }

  #keep(adapter) {
    this.#adapters.push(adapter);
    return adapter;
  }

  /** On the database of the address or, while that does not exist, on the one that every server has. */
  async #once(work) {
    const client = await this.#open().catch((error) => {
      if (error.code === NO_SUCH_DATABASE) return this.#open('postgres');
      throw error;
    });
    await work(client).finally(() => client.end());
  }

  async #open(database) {
    const url = new URL(this.url);
    if (database) url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href, options: '-c timezone=UTC' });
    await client.connect();
    return client;
  }
}
