// JSON-RPC 2.0 over stdio, one message a line, as the CLI speaks it with the native engine.

import { createInterface } from 'node:readline';
import { createMigration } from './createMigration.mjs';

const ENGINE_ERROR = 4466;

/** Methods whose name or answer differs between the native engine and its WebAssembly build; the rest pass through. */
const METHODS = {
  getDatabaseVersion: (engine) => engine.version(),
  createMigration,
  async evaluateDataLoss(engine, params) {
    // This build takes no shadow database here, but finds the replayed migrations in its cache when a diagnosis filled it.
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
    return engine.evaluateDataLoss(params);
  },
  async diff(engine, params) {
    const result = await engine.diff(params);
    // The native engine prints through the CLI while it works; the WebAssembly build hands the text back.
    if (result.stdout != null) send({ id: 1, method: 'print', params: { content: result.stdout } });
    return { ...result, stdout: null };
  },
};

const send = (message, sent) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`, sent);

const failure = (id, error) => ({
  id,
  error: {
    code: ENGINE_ERROR,
    message: 'An error happened. Check the data field for details.',
    data: {
      is_panic: false,
      message: error?.message ?? String(error),
      meta: error?.meta ?? {},
      error_code: error?.code,
    },
  },
});

/**
 * Every request gets an engine, and connections, of its own, so that Prisma's advisory lock, which lives as long as its
 * connection, is given back and no request depends on what was asked before it.
 *
 * @param {(work: (engine: object) => Promise<unknown>) => Promise<unknown>} withEngine
 */
export function serveRpc(withEngine) {
  let current = 0;
  let queue = Promise.resolve();

  async function answer(line) {
    const { id, method, params } = JSON.parse(line);
    if (!method) return; // the CLI's acknowledgement of a `print`
    current = id;
    const call = METHODS[method] ?? ((engine) => engine[method](params));
    try {
      const result = await withEngine((engine) => call(engine, params));
      send({ id, result: result ?? null });
    } catch (error) {
      send(failure(id, error));
    }
  }

  // A trap inside WebAssembly surfaces outside any promise. Unanswered, the CLI would exit 0 having done nothing.
  process.on('uncaughtException', (error) => {
    const crash = new Error(`the schema engine crashed: ${error?.message}`);
    send(failure(current, crash), () => process.exit(1));
  });

  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    queue = queue.then(() => answer(line));
  });
  lines.on('close', () => queue.then(() => process.exit(0)));
}
