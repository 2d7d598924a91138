// The engine's two one-shot commands: `cli can-connect-to-database` and `cli create-database`.

/** What the CLI turns into its own messages (P1001 "Can't reach database server", …), by PostgreSQL's or Node's code. */
const PRISMA_CODES = {
  '28P01': 'P1000',
  28000: 'P1000',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
  '3D000': 'P1003',
};

const COMMANDS = {
  'can-connect-to-database': (adapters) => adapters.ping(),
  'create-database': (adapters) => adapters.createDatabase(),
};

/** Runs it and answers the exit code; a failure is told on stderr in the engine's log format, which the CLI reads. */
export async function runCliCommand(name, adapters) {
  try {
    const command = COMMANDS[name];
    if (!command) throw new Error(`the schema engine's command "cli ${name}" is not supported`);
    await command(adapters);
    return 0;
  } catch (error) {
    const fields = { message: error.message, is_panic: false, error_code: PRISMA_CODES[error.code] };
    const entry = {
      timestamp: new Date().toISOString(),
      level: 'ERROR',
      fields,
      target: 'schema_engine::logger',
    };
    // The CLI drops the first line it reads, which is the native engine's greeting.
    console.error(`schema engine stand-in\n${JSON.stringify(entry)}`);
    return 1;
  }
}
