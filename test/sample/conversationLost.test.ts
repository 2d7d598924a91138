import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { conversationLost } from '../../src/sample/conversationLost.ts';
import { SAMPLE_TEAM } from '../../src/sample/sampleTeam.ts';
import { connectWorkspace } from '../../src/useCases/workspaces/connectWorkspace.ts';
import { testDatabase } from '../support/testDatabase.ts';

test('a sample whose conversation was deleted is begun anew by deleting its database too, which is named', async () => {
  const { db, url } = await testDatabase();
  const dataDir = await realpath(await mkdtemp(join(tmpdir(), 'duly-sample-')));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  await mkdir(join(dataDir, 'postgres'));
  const embedded = { dataDir, databaseUrl: null };
  expect(await conversationLost(db, embedded)).toBeUndefined();
  await connectWorkspace(db, { teamId: SAMPLE_TEAM.id, teamName: SAMPLE_TEAM.name, now: new Date() });
  expect(await conversationLost(db, embedded)).toContain(`delete ${join(dataDir, 'postgres')}`);
  expect(await conversationLost(db, { dataDir, databaseUrl: url })).toContain(
    'an empty database in DATABASE_URL',
  );
  await writeFile(join(dataDir, 'playground.json'), '{}');
  expect(await conversationLost(db, embedded)).toBeUndefined();
});
