import { expect, test } from 'vitest';
import { isoDay } from '../../src/core/day.ts';
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

test('after a wish to cease contact it is known what went since, by the day of the team too, where that lies ahead of the clock in Greenwich', async () => {
  const { db } = await testDatabase();
  const workspaceId = newId();
  const zone = 'Pacific/Auckland';
  await db.prisma.workspace.create({ data: { id: workspaceId, teamId: 'T0TEST', name: 'Test', zone } });
  const mary = await aDebtor(db, workspaceId, { name: 'Mary', kind: 'individual' });
  const wish = (since: string, endedOn: string | null) => ({
    ...{ id: newId(), workspaceId, debtorId: mary.id, kind: 'cease', sinceOn: new Date(since) },
    ...{ endedOn: endedOn && new Date(endedOn), recordedAt: new Date('2026-11-23T20:00:00Z') },
  });
  await db.prisma.debtorCondition.createMany({
    data: [wish('2026-08-03', '2026-09-01'), wish('2026-11-24', null)],
  });
  const notice = (kind: string, state: string, at: string) => ({
    ...{ id: newId(), workspaceId, debtorId: mary.id, kind, state, subject: 's', text: 't', html: 'h' },
    ...{ recipients: [], figures: {}, hash: 'x', asAt: new Date('2026-11-24'), createdAt: new Date(at) },
    ...(state === 'sent' && { sentAt: new Date(at) }),
  });
  await db.prisma.notice.createMany({
    data: [
      notice('remedy_possible', 'sent', '2026-08-10T10:00:00Z'),
      notice('remedy_possible', 'failed', '2026-11-23T20:30:00Z'),
      // nine in the morning of the 24th there
      notice('efforts_end', 'sent', '2026-11-23T20:10:00Z'),
      notice('remedy_intended', 'unsure', '2026-11-24T20:00:00Z'),
      notice('statement', 'sent', '2026-11-24T20:00:00Z'),
    ],
  });
  const workspace = await loadWorkspace(db, workspaceId);
  const noticed = async (at: string) => {
    const facts = await loadDebtorFacts(db, workspace, [mary.id], new Date(at));
    const wishes = facts.get(mary.id)?.conditions.filter(({ endedOn }) => endedOn === undefined);
    return wishes?.flatMap((one) => one.noticed?.map(({ kind, on }) => `${kind} ${isoDay(on)}`) ?? []);
  };
  expect(await noticed('2026-11-26T10:00:00Z')).toEqual([
    'efforts_end 2026-11-24',
    'remedy_intended 2026-11-25',
  ]);
  expect(await noticed('2026-11-23T20:05:00Z')).toEqual([]);
});
