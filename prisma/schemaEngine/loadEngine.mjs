// Loads the WebAssembly build of Prisma's schema engine.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const require = createRequire(import.meta.url);
const packageDir = () => dirname(require.resolve('@prisma/schema-engine-wasm'));

export function engineVersion() {
  return JSON.parse(readFileSync(join(packageDir(), 'package.json'), 'utf8')).version;
}

async function instantiate() {
  // The package's own entry is made for bundlers; this is what they would do with it.
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = readFileSync(join(packageDir(), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

let schemaEngine;

/**
 * @param {[path: string, text: string][]} datamodels the schema files, none for commands that work on a database alone
 * @param {import('./MigrationAdapter.mjs').MigrationAdapterFactory} adapters
 */
export async function loadEngine(datamodels, adapters) {
  schemaEngine ??= instantiate(); // once: the glue module holds the instance's state
  const log = () => {};
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  return (await schemaEngine).new(options, log, bindMigrationAwareSqlAdapterFactory(adapters));
}
