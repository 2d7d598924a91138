#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which is a download from binaries.prisma.sh at install time. Same command
// line, same JSON-RPC over stdio; the work is done by the very same engine compiled to WebAssembly
// (@prisma/schema-engine-wasm, pinned to the CLI's engine commit) over `pg`. The CLI is pointed here by
// PRISMA_SCHEMA_ENGINE_BINARY (../generate.mjs). For authoring migrations; Duly itself applies them (src/db/migrate.ts).

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runCliCommand } from './cliCommand.mjs';
import { engineVersion, loadEngine } from './loadEngine.mjs';
import { MigrationAdapterFactory } from './MigrationAdapter.mjs';
import { serveRpc } from './serveRpc.mjs';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { version: { type: 'boolean' }, datasource: { type: 'string' }, datamodels: { type: 'string' } },
});

if (values.version) {
  console.log(`schema-engine-wasm ${engineVersion()}`);
} else {
  const { url } = JSON.parse(values.datasource ?? '{}');
  const adapters = new MigrationAdapterFactory(url);
  if (positionals[0] === 'cli') {
    process.exitCode = await runCliCommand(positionals[1], adapters);
  } else {
    const paths = (values.datamodels ?? '').split(',').filter(Boolean);
    const datamodels = paths.map((path) => [path, readFileSync(path, 'utf8')]);
    serveRpc(async (work) => {
      try {
        return await work(await loadEngine(datamodels, adapters));
      } finally {
        await adapters.dispose();
      }
    });
  }
}
