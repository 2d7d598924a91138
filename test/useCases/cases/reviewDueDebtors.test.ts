import { pino } from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { newId } from '../../../src/core/newId.ts';
import { reviewDueDebtors } from '../../../src/useCases/cases/reviewDueDebtors.ts';
import { aDebtor } from '../../support/aDebtor.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';

const NOBODY = '';

/** So many customers of Colin's, or of nobody's, three weeks late, the first of whom owes least; their ids. */
async function lateCustomers(
  { db, workspaceId, member }: CallDesk,
  count: number,
  ownerId: string = member.colin,
): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 1; n <= count; n++) {
    const customer = await aDebtor(db, workspaceId, {
      name: `Customer ${n}`,
      ...(ownerId !== NOBODY && { ownerId }),
      invoices: [{ due: '2026-11-02', amount: n * 100_00 }],
      contacts: [{ name: 'Jane Doe', email: 'ap@customer.example', phone: '+44 20 7946 0018' }],
    });
    ids.push(customer.id);
  }
  return ids;
}

async function review({ db, clock, workspace }: CallDesk, log = pino({ level: 'silent' })): Promise<number> {
  return reviewDueDebtors(db, { workspace: await workspace(), now: clock.now(), log });
}

/** With whom a step was taken, in the order in which they were. */
async function askedAbout({ db }: CallDesk): Promise<string[]> {
  const steps = new Map((await db.prisma.stageStep.findMany()).map(({ id, debtorId }) => [id, debtorId]));
  const taken = await db.prisma.audit.findMany({ where: { action: 'step_taken' }, orderBy: { id: 'asc' } });
  return taken.map(({ subjectId }) => steps.get(subjectId) ?? '');
}

it('one account that cannot be looked at is put off for an hour; all others are asked about once that morning', async () => {
  const desk = await callDesk();
  const { db, clock } = desk;
  const ids = await lateCustomers(desk, 12);
  const broken = ids[8] ?? '';
  await db.execute(`ALTER TABLE "case" ADD CONSTRAINT broken CHECK (debtor_id <> '${broken}')`);
  const failures: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => failures.push(JSON.parse(line).debtorId) });

  expect(await review(desk, log)).toBe(11);

  expect(failures).toEqual([broken]);
  expect((await askedAbout(desk)).sort()).toEqual(ids.filter((id) => id !== broken).sort());
  expect(await db.prisma.stageStep.count()).toBe(11);
  expect(await db.prisma.audit.count({ where: { action: 'case_opened' } })).toBe(11);
  const { nextReviewAt } = await db.prisma.debtor.findUniqueOrThrow({ where: { id: broken } });
  expect(nextReviewAt).toEqual(new Date(clock.now().getTime() + 3_600_000));

  await db.execute('ALTER TABLE "case" DROP CONSTRAINT broken');
  clock.moveTo('2026-11-23T10:30:00Z');
  expect(await review(desk)).toBe(1);
  expect(await askedAbout(desk)).toHaveLength(12);
});

it('one account that somebody works on stays due; the others beside it are looked at meanwhile', async () => {
  const desk = await callDesk();
  const ids = await lateCustomers(desk, 5);
  await desk.db.transaction(async (tx) => {
    await tx.execute('SELECT id FROM debtor WHERE id = $1 FOR UPDATE', [ids[2]]);
    expect(await review(desk)).toBe(4);
  });
  expect(await askedAbout(desk)).not.toContain(ids[2]);
  expect(await review(desk)).toBe(1);
  expect(await askedAbout(desk)).toContain(ids[2]);
});

it('who owes most is asked about first, and the room that a collector has goes to them', async () => {
  const desk = await callDesk();
  const ids = await lateCustomers(desk, 25);
  await desk.db.prisma.member.update({ where: { id: desk.member.colin }, data: { capacity: 12 } });

  expect(await review(desk)).toBe(25);

  expect(await askedAbout(desk)).toEqual(ids.slice(13).reverse());
  expect(await desk.db.prisma.case.count({ where: { notReachedOn: { not: null } } })).toBe(13);
});

it('customers of nobody go to whoever has least to do, those counted that were given in the same look', async () => {
  const desk = await callDesk();
  const { db, member } = desk;
  await lateCustomers(desk, 7, NOBODY);
  await db.prisma.member.update({ where: { id: member.clara }, data: { capacity: 2 } });

  expect(await review(desk)).toBe(7);

  const given = await db.prisma.prompt.groupBy({ by: ['memberId'], _count: true });
  expect(new Map(given.map(({ memberId, _count }) => [memberId, _count]))).toEqual(
    new Map([
      [member.clara, 2],
      [member.colin, 5],
    ]),
  );
});

it('where one look takes long the others are not kept from whoever clicks: they are looked at in a transaction of their own', async () => {
  const desk = await callDesk();
  await lateCustomers(desk, 4);
  let passed = 0;
  const time = vi.spyOn(performance, 'now').mockImplementation(() => {
    passed += 1_000;
    return passed;
  });
  onTestFinished(() => time.mockRestore());
  const transactions = vi.spyOn(desk.db, 'transaction');

  expect(await review(desk)).toBe(4);

  // and the morning list is drawn in one more
  expect(transactions.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(await askedAbout(desk)).toHaveLength(4);
});

it('while an import holds many accounts the others are looked at, and those wait for the next time', async () => {
  const desk = await callDesk();
  const { db, workspaceId, clock } = desk;
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
  await db.transaction(async (tx) => {
    await tx.execute('SELECT id FROM debtor WHERE id = ANY($1) FOR UPDATE', [ids.slice(0, 203)]);
    expect(await review(desk)).toBe(2);
  });
  expect(await review(desk)).toBe(203);
  expect(await review(desk)).toBe(0);
});
