import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { attachCommand } from '../../src/cli/attach.ts';
import { loadConfig } from '../../src/config.ts';
import { ensureWorkspace } from '../../src/useCases/workspaces/ensureWorkspace.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { testDatabase } from '../support/testDatabase.ts';

const NOW = new Date('2026-11-23T09:30:00Z');

test('duly attach keeps a folder of PDFs by their names, says of each what became of it, and fails where one was not kept', async () => {
  const { db } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'duly-attach-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const workspace = await ensureWorkspace({ db, named: undefined, now: NOW });
  await aDebtor(db, workspace.id, {
    name: 'Acme Rooms',
    invoices: ['LF-1001', 'LF-1002'].map((number) => ({ number, due: '2026-11-30', amount: 48_000 })),
  });
  const run = async (...names: string[]) => {
    const printed: string[] = [];
    let code = 0;
    const program = new Command().exitOverride();
    attachCommand(program, {
      db: async () => db,
      config: loadConfig,
      clock: { now: () => NOW },
      log: pino({ level: 'silent' }),
      workspace: async () => workspace,
      print: (line) => void printed.push(line),
      exitWith: (given) => {
        code = given;
      },
    });
    await program.parseAsync(['attach', ...names.map((name) => join(folder, name))], { from: 'user' });
    return { said: printed, code };
  };
  for (const name of ['LF-1001.pdf', 'LF-1002.pdf', 'scan.pdf'])
    await writeFile(join(folder, name), `%PDF-1.7 ${name}`);
  await writeFile(join(folder, 'LF-1001.txt'), 'a letter');

  const kept = await run('LF-1001.pdf', 'LF-1002.pdf');
  expect(kept.code).toBe(0);
  for (const [index, number] of ['LF-1001', 'LF-1002'].entries())
    expect(kept.said[index]).toContain(`${number} of Acme Rooms`);
  expect((await run('LF-1001.pdf')).said.join()).toContain('already');
  const not = await run('scan.pdf', 'LF-1001.txt', 'nowhere.pdf');
  expect(not.code).toBe(1);
  expect(not.said).toHaveLength(3);
  expect(not.said[1]).toContain('“LF-1001.txt” is not a PDF. Save the invoice as a PDF and try again.');
  expect(not.said[2]).toMatch(/: There is no such file\.$/);

  const whole = await run('.');
  expect([whole.code, whole.said.length]).toEqual([1, 3]);
  expect(whole.said.join()).toContain('LF-1002.pdf: ');
  await mkdir(join(folder, 'empty'));
  expect(await run('empty')).toEqual({
    said: [expect.stringContaining('No PDF is in this folder.')],
    code: 1,
  });
  expect(await db.prisma.invoiceCopy.count()).toBe(2);
});
