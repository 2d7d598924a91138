import { expect, test } from 'vitest';
import { newId } from '../../../src/core/newId.ts';
import { loadWorkspace } from '../../../src/db/workspaceContext.ts';
import { revokeInstallation } from '../../../src/useCases/workspaces/revokeInstallation.ts';
import { testDatabase } from '../../support/testDatabase.ts';

test('removed from a workspace, Duly delivers nothing there any more; Slack says so twice, the record once', async () => {
  const { db } = await testDatabase();
  const now = new Date('2026-11-23T09:30:00Z');
  await db.prisma.workspace.create({ data: { id: 'w1', teamId: 'T1', name: 'Northwind' } });
  await db.prisma.installation.create({
    data: {
      id: newId(),
      workspaceId: 'w1',
      teamId: 'T1',
      appId: 'A1',
      botUserId: 'U1',
      secret: Buffer.from('x'),
    },
  });
  const workspace = await loadWorkspace(db, 'w1');
  await revokeInstallation(db, { workspace, why: 'tokens_revoked', now });
  await revokeInstallation(db, { workspace, why: 'app_uninstalled', now });
  expect(await db.prisma.installation.findMany()).toMatchObject([{ revokedAt: now }]);
  expect(await db.prisma.slackStop.findMany()).toMatchObject([{ workspaceId: 'w1', lane: '*' }]);
  expect(await db.prisma.audit.count({ where: { action: 'installation_revoked' } })).toBe(1);
});
