import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { simulateCommand } from '../../src/cli/simulate.ts';
import { loadConfig } from '../../src/config.ts';
import { newId } from '../../src/core/newId.ts';
import { ensureWorkspace } from '../../src/useCases/workspaces/ensureWorkspace.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { testDatabase } from '../support/testDatabase.ts';

const NOW = new Date('2026-11-23T09:30:00Z');

test('duly simulate says where its pictures cannot be written', async () => {
  const { db } = await testDatabase();
  const workspace = await ensureWorkspace({ db, named: undefined, now: NOW });
  const clara = await db.prisma.member.create({
    data: {
      ...{ id: newId(), workspaceId: workspace.id, slackUserId: 'U1', name: 'Clara', role: 'collector' },
      ...{ zone: 'Europe/London', locale: 'en-GB', createdAt: NOW },
    },
  });
  await aDebtor(db, workspace.id, {
    name: 'Acme Rooms',
    ownerId: clara.id,
    invoices: [{ due: '2026-10-20', amount: 48_000 }],
  });
  const program = new Command().exitOverride();
  simulateCommand(program, {
    db: async () => db,
    config: loadConfig,
    clock: { now: () => NOW },
    log: pino({ level: 'silent' }),
    workspace: async () => workspace,
    print: () => {},
    exitWith: () => {},
  });
  const nowhere = join(tmpdir(), 'duly-nowhere', 'tasks');
  const run = program.parseAsync(['simulate', '--picture', nowhere], { from: 'user' });
  await expect(run).rejects.toMatchObject({
    userMessage: `“${nowhere}-1.png” cannot be written: there is no such folder.`,
  });
});
