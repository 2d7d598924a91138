import { expect, test } from 'vitest';
import { newId } from '../../src/core/newId.ts';
import { loadDebtorFacts } from '../../src/db/debtorFacts.ts';
import { loadWorkspace } from '../../src/db/workspaceContext.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { testDatabase } from '../support/testDatabase.ts';

test('a reply that ended the weekly notices is known half a year later too; our own messages of then are not', async () => {
  const { db } = await testDatabase();
  const workspaceId = newId();
  await db.prisma.workspace.create({ data: { id: workspaceId, teamId: 'T0TEST', name: 'Test' } });
  const acme = await aDebtor(db, workspaceId, {
    name: 'Acme',
    invoices: [{ due: '2026-01-01', amount: 9_000 }],
  });
  const did = (kind: string, direction: string, day: string) => ({
    ...{ id: newId(), workspaceId, debtorId: acme.id, kind, direction },
    ...{ at: new Date(`${day}T10:00:00Z`), recordedAt: new Date(`${day}T10:00:00Z`) },
  });
  await db.prisma.activity.createMany({
    data: [
      did('email', 'out', '2026-03-02'),
      did('reply', 'in', '2026-03-03'),
      did('email', 'out', '2026-08-20'),
    ],
  });
  const workspace = await loadWorkspace(db, workspaceId);
  const facts = await loadDebtorFacts(db, workspace, [acme.id], new Date('2026-09-01T09:00:00Z'));
  expect(facts.get(acme.id)?.activities.map(({ kind }) => kind)).toEqual(['reply', 'email']);
});
