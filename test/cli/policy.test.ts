import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { policyCommand } from '../../src/cli/policy.ts';
import { loadConfig } from '../../src/config.ts';
import { readPolicyYaml } from '../../src/useCases/policies/policyYaml.ts';
import { ensureWorkspace } from '../../src/useCases/workspaces/ensureWorkspace.ts';
import { testDatabase } from '../support/testDatabase.ts';

const NOW = new Date('2026-11-23T09:30:00Z');

/** Runs `duly policy …` on a fresh database; `write` makes a file of a text. */
async function commandLine() {
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
  const write = async (text: string) => {
    const file = join(folder, 'policy.yaml');
    await writeFile(file, text);
    return file;
  };
  return { db, run, write };
}

test('duly policy show prints what duly policy check accepts; a mistake is said with its place, and fails', async () => {
  const { run, write } = await commandLine();
  const check = async (text: string) => run('check', await write(text));
  const { said: yaml } = await run('show', 'business');
  expect(await check(yaml)).toMatchObject({ code: 0 });
  const wrong = await check(yaml.replace('day: 7', 'day: seven'));
  expect(wrong).toMatchObject({ code: 1, said: expect.stringMatching(/Line \d+, column \d+: /) });
  const unreachable = await check(yaml.replace('day: 0', 'day: -7'));
  expect(unreachable).toMatchObject({ code: 1, said: expect.stringContaining('never reached') });
  await expect(run('show', 'nothing')).rejects.toThrow();
});

test('a policy file that is not there, or is a folder, is told in a sentence', async () => {
  const { run } = await commandLine();
  for (const args of [['check'], ['import']]) {
    const missing = { userMessage: 'There is no file “/nope.yaml”.' };
    await expect(run(...args, '/nope.yaml')).rejects.toMatchObject(missing);
    await expect(run(...args, tmpdir())).rejects.toMatchObject({ code: 'no_file' });
  }
});

test('duly policy import keeps a text, however long, as a draft, once, and over another one only when told', async () => {
  const { db, run, write } = await commandLine();
  const brings = async (text: string, ...flags: string[]) => run('import', await write(text), ...flags);
  const { said: yaml } = await run('show', 'business');
  const own = Array.from(
    'abcdefghijklmnopqrst',
    (letter) =>
      `  - key: own_task_${letter}_for_our_team\n    kind: task\n    day: 20\n    asks: manager\n    gate: {needs: [chase], businessDays: 2}\n`,
  );
  const long = `${yaml}\n${own.join('')}`;
  expect(long.length).toBeGreaterThan(3_000);
  expect(await brings(long)).toMatchObject({ code: 0, said: expect.stringContaining('kept as a draft') });
  expect(readPolicyYaml((await run('show', 'business')).said)).toEqual(readPolicyYaml(long));
  await brings(long);
  expect(await db.prisma.audit.findMany({ where: { action: 'policy_draft_changed' } })).toMatchObject([
    { actor: 'cli', subjectId: 'business' },
  ]);

  const other = long.replace('day: 75', 'day: 76');
  await expect(brings(other)).rejects.toMatchObject({ code: 'draft_stands' });
  expect(await brings(other, '--replace')).toMatchObject({ code: 0 });
  expect((await run('show', 'business')).said).toContain('day: 76');

  expect(await brings(yaml.replace('key: business', 'key: key accounts'))).toMatchObject({
    code: 1,
    said: expect.stringContaining('Nothing was kept'),
  });
  expect(
    await brings(yaml.replace('key: business', 'key: large').replace('day: 0', 'day: -7')),
  ).toMatchObject({
    code: 0,
    said: expect.stringMatching(/never reached(.|\n)*once what is said above is mended/),
  });
  expect((await db.prisma.policyDraft.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)).toEqual([
    'business',
    'large',
  ]);
});
