import { pino } from 'pino';
import { expect, it } from 'vitest';
import { newId } from '../../../src/core/newId.ts';
import { reviewDueDebtors } from '../../../src/useCases/cases/reviewDueDebtors.ts';
import { callDesk } from '../calls/callDesk.ts';

it('while an import holds many accounts the others are looked at, and those wait for the next time', async () => {
  const { db, workspaceId, clock, workspace } = await callDesk();
  const ids = Array.from({ length: 205 }, (_, index) => `d${String(index).padStart(3, '0')}`);
  const now = clock.now();
  const creditorId = newId();
  await db.prisma.creditor.create({
    data: { id: creditorId, workspaceId, name: 'Northwind', createdAt: now },
  });
  await db.prisma.debtor.createMany({
    data: ids.map((id) => ({
      ...{
        id,
        workspaceId,
        creditorId,
        account: id,
        name: id,
        kind: 'business',
        createdAt: now,
        nextReviewAt: now,
      },
    })),
  });
  const review = async () =>
    reviewDueDebtors(db, { workspace: await workspace(), now, log: pino({ level: 'silent' }) });
  await db.transaction(async (tx) => {
    await tx.execute('SELECT id FROM debtor WHERE id = ANY($1) FOR UPDATE', [ids.slice(0, 203)]);
    expect(await review()).toBe(2);
  });
  expect(await review()).toBe(203);
  expect(await review()).toBe(0);
});
