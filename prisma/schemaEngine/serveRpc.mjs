// JSON-RPC 2.0 over stdio, one message a line, as the CLI speaks it with the native engine.

import { createInterface } from 'node:readline';
import { createMigration } from './createMigration.mjs';

const ENGINE_ERROR = 4466;

/** Methods whose name or answer differs between the native engine and its WebAssembly build; the rest pass through. */
const METHODS = {
  getDatabaseVersion: (engine) => engine.version(),
  createMigration,
  async diff(engine, params) {
    const result = await engine.diff(params);
    // The native engine prints through the CLI while it works; the WebAssembly build hands the text back.
    if (result.stdout != null) send({ id: 1, method: 'print', params: { content: result.stdout } });
    return { ...result, stdout: null };
  },
};

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

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

/** @param {() => Promise<object>} open makes the engine; called once, at the first request, so that its failure is an answer */
export function serveRpc(open) {
  let engine;
  let current = 0;
  let queue = Promise.resolve();

  async function answer(line) {
    const { id, method, params } = JSON.parse(line);
    if (!method) return; // the CLI's acknowledgement of a `print`
    current = id;
    try {
      engine ??= await open();
      const result = await (METHODS[method] ? METHODS[method](engine, params) : engine[method](params));
      send({ id, result: result ?? null });
    } catch (error) {
      send(failure(id, error));
    }
  }

  // A trap inside WebAssembly surfaces outside any promise. Unanswered, the CLI would exit 0 having done nothing.
  process.on('uncaughtException', (error) => {
    process.stdout.write(
      `${JSON.stringify({ jsonrpc: '2.0', ...failure(current, new Error(`the schema engine crashed: ${error?.message}`)) })}\n`,
      () => process.exit(1),
    );
  });

  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    queue = queue.then(() => answer(line));
  });
  lines.on('close', () => queue.then(() => process.exit(0)));
}
