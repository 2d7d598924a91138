import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { unzipSync } from 'fflate';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { exportCommand } from '../../src/cli/export.ts';
import { loadConfig } from '../../src/config.ts';
import { ensureWorkspace } from '../../src/useCases/workspaces/ensureWorkspace.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { testDatabase } from '../support/testDatabase.ts';

const NOW = new Date('2026-11-23T09:30:00Z');

test('duly export writes the evidence pack of one account, and names those that may be meant where several are', async () => {
  const { db } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'duly-export-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const workspace = await ensureWorkspace({ db, named: undefined, now: NOW });
  for (const [name, account] of [
    ['Acme Rooms', 'ACME-01'],
    ['Acme Beds', 'ACME-02'],
  ] as const)
    await aDebtor(db, workspace.id, {
      ...{ name, account },
      invoices: [{ number: `${account}-7`, due: '2026-10-20', amount: 48_000, currency: 'EUR' }],
    });
  const printed: string[] = [];
  const run = (...words: string[]) => {
    const program = new Command().exitOverride();
    exportCommand(program, {
      db: async () => db,
      config: loadConfig,
      clock: { now: () => NOW },
      log: pino({ level: 'silent' }),
      workspace: async () => workspace,
      print: (line) => void printed.push(line),
      exitWith: () => {},
    });
    return program.parseAsync(['export', ...words], { from: 'user' });
  };
  const to = join(folder, 'acme.zip');
  await run('acme', 'rooms', '--to', to);
  expect(printed).toEqual([`${to}: the evidence pack of Acme Rooms, account ACME-01`]);
  const files = unzipSync(await readFile(to));
  const items = Buffer.from(files['items.csv'] ?? []).toString('utf8');
  expect(items).toContain('2026-10-20,34,480.00,480.00,EUR');
  expect(items).not.toContain('ACME-02');
  expect(Object.keys(files)).toContain('summary.pdf');

  await expect(run('acme')).rejects.toMatchObject({
    userMessage: expect.stringMatching(
      /^Several accounts fit “acme”[\s\S]*ACME-01[\s\S]*ACME-02|ACME-02[\s\S]*ACME-01/,
    ),
  });
  await expect(run('zzz')).rejects.toMatchObject({ userMessage: 'There is no account “zzz”.' });
  const nowhere = join(folder, 'none', 'acme.zip');
  await expect(run('ACME-01', '--to', nowhere)).rejects.toMatchObject({
    userMessage: `“${nowhere}” cannot be written: there is no such folder.`,
  });
  expect(await db.prisma.audit.findMany({ where: { action: 'evidence_exported' } })).toMatchObject([
    { actor: 'cli' },
  ]);
});
