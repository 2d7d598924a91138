import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { policyCommand } from '../../src/cli/policy.ts';
import { loadConfig } from '../../src/config.ts';
import { ensureWorkspace } from '../../src/useCases/workspaces/ensureWorkspace.ts';
import { testDatabase } from '../support/testDatabase.ts';

const NOW = new Date('2026-11-23T09:30:00Z');

test('duly policy show prints what duly policy check accepts; a mistake is said with its place, and fails', async () => {
  const { db } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'duly-policy-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const run = async (...args: string[]) => {
    const printed: string[] = [];
    let code = 0;
    const program = new Command().exitOverride();
    policyCommand(program, {
      db: async () => db,
      config: loadConfig,
      clock: { now: () => NOW },
      log: pino({ level: 'silent' }),
      workspace: (named) => ensureWorkspace({ db, named, now: NOW }),
      print: (line) => void printed.push(line),
      exitWith: (given) => {
        code = given;
      },
    });
    await program.parseAsync(['policy', ...args], { from: 'user' });
    return { said: printed.join('\n'), code };
  };
  const check = async (text: string) => {
    const file = join(folder, 'policy.yaml');
    await writeFile(file, text);
    return run('check', file);
  };
  const { said: yaml } = await run('show', 'business');
  expect(await check(yaml)).toMatchObject({ code: 0 });
  const wrong = await check(yaml.replace('day: 7', 'day: seven'));
  expect(wrong).toMatchObject({ code: 1, said: expect.stringMatching(/Line \d+, column \d+: /) });
  const unreachable = await check(yaml.replace('day: 0', 'day: -7'));
  expect(unreachable).toMatchObject({ code: 1, said: expect.stringContaining('never reached') });
  await expect(run('show', 'nothing')).rejects.toThrow();
});
