/**
 * `createMigration` for the WebAssembly build, which cannot replay migrations on a shadow database by itself here: the
 * difference between the migrations and the schema is the same script.
 */
export async function createMigration(engine, { migrationsList, schema, filters, migrationName, draft }) {
  const to = { tag: 'schemaDatamodel', ...schema };
  const difference = (from) => engine.diff({ from, to, script: true, exitCode: true, filters });
  // An empty migrations folder has no lock file yet, hence no provider, and cannot be diffed from.
  const first = migrationsList.migrationDirectories.length === 0;
  const result = await difference(first ? { tag: 'empty' } : { tag: 'migrations', ...migrationsList });

  const unchanged = result.exitCode === 0;
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  return {
    connectorType: 'postgresql',
    generatedMigrationName: `${stamp}_${migrationName}`,
    migrationScript: unchanged && !draft ? null : result.stdout,
    extension: 'sql',
  };
}
