import { Command } from 'commander';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { digestCommand } from '../../src/cli/digest.ts';
import { loadConfig } from '../../src/config.ts';
import { DulyError } from '../../src/core/DulyError.ts';
import { loadWorkspace } from '../../src/db/workspaceContext.ts';
import { testDatabase } from '../support/testDatabase.ts';
import { bringIn, ledgerFile, NOW } from '../useCases/ledger/ledgerKit.ts';

test('duly digest prints a day’s figures, each currency’s line first', { timeout: 60_000 }, async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledgerFile('ibm-accounts-receivable.csv'), { currency: 'USD' });
  const { id } = await db.prisma.workspace.findFirstOrThrow();
  const run = async (...args: string[]) => {
    const printed: string[] = [];
    const program = new Command().exitOverride();
    digestCommand(program, {
      db: async () => db,
      config: loadConfig,
      clock: { now: () => NOW },
      log: pino({ level: 'silent' }),
      workspace: () => loadWorkspace(db, id),
      print: (line) => {
        printed.push(line);
      },
      exitWith: () => {},
    });
    await program.parseAsync(['digest', ...args], { from: 'user' });
    return printed;
  };
  const [first, ...more] = await run('--date', '2013-06-01');
  expect(first).toBe('USD 111 open, 16 past due, 15 debtors, 856.10');
  expect(more.join('\n')).toContain('of which in dispute 0.00');
  expect((await run())[0]).toBe('Nothing is open on 2026-11-22.');
  await expect(run('--date', '1 June')).rejects.toThrow(DulyError);
  expect(await db.prisma.outbox.count()).toBe(0);
});
