import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '../../src/core/newId.ts';
import { dueTimes } from '../../src/db/dueTimes.ts';
import { loadMemberFacts } from '../../src/db/memberFacts.ts';
import { loadReviewFacts } from '../../src/db/reviewFacts.ts';
import { loadWorkspace } from '../../src/db/workspaceContext.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { testDatabase } from '../support/testDatabase.ts';

/** Tables that grow with the years, whatever the team owes or is owed today. */
const HISTORY = [
  'activity',
  'allocation',
  'ledger_import',
  'outbox',
  'payment',
  'prompt',
  'stage_step_invoice',
];

test('a beat, the choice of the right person and a review find what they ask for, however many files, prompts and steps there were', async () => {
  const { db } = await testDatabase();
  const workspaceId = newId();
  await db.prisma.workspace.create({ data: { id: workspaceId, teamId: 'T0TEST', name: 'Test' } });
  const acme = await aDebtor(db, workspaceId, {
    name: 'Acme',
    invoices: [{ due: '2026-01-01', amount: 9_000 }],
  });
  const member = { workspaceId, slackUserId: 'U0COLIN', name: 'Colin', role: 'collector' };
  await db.prisma.member.create({ data: { id: newId(), ...member } });
  await db.prisma.digest.create({
    data: {
      ...{ workspaceId, kind: 'daily', forOn: new Date('2026-11-23') },
      figures: { at: '2026-11-23T09:00:00Z' },
      postedAt: new Date('2026-11-23T09:00:00Z'),
    },
  });
  const now = new Date('2026-11-23T10:00:00Z');

  const readWhole = await db.transaction(async (tx) => {
    // what a planner chooses once a table is long
    await tx.execute('SET LOCAL enable_seqscan = off');
    const [due] = await dueTimes(tx, now);
    expect(due?.daily).toHaveLength(1);
    const workspace = await loadWorkspace(tx, workspaceId);
    expect(await loadMemberFacts(tx, workspace, now)).toHaveLength(1);
    for (const ids of [[acme.id], [acme.id, newId()]]) {
      const found = await loadReviewFacts(tx, workspace, ids, now);
      expect(found.get(acme.id)?.facts.invoices).toHaveLength(1);
    }
    return tx.sql(
      z.object({ relname: z.string() }),
      'SELECT relname FROM pg_stat_xact_user_tables WHERE seq_scan > 0 AND relname = ANY($1) ORDER BY relname',
      [HISTORY],
    );
  });
  expect(readWhole).toEqual([]);
});
