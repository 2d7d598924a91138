import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { reviewSoon } from '../../../src/db/debtors.ts';
import { settleDispute } from '../../../src/useCases/disputes/settleDispute.ts';
import { logPlan } from '../../../src/useCases/plans/logPlan.ts';
import { type PlannedDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';
import { acme, logs, memberOf, promised } from '../calls/callTeam.ts';

const states = async ({ db }: CallDesk) =>
  (await db.prisma.promise.findMany({ orderBy: { promisedOn: 'asc' } })).map(({ state }) => state);
const asked = ({ db }: CallDesk) =>
  db.prisma.prompt.count({ where: { kind: 'broken_promise', state: 'open' } });
const first = ({ invoiceIds: [id = ''] }: PlannedDebtor) => id;

/** Acme promises £840.50, all of INV-1, by Friday 27 November; to be judged on Wednesday 2 December. */
async function friday(): Promise<{ team: CallDesk; debtor: PlannedDebtor }> {
  const team = await callDesk();
  const debtor = await acme(team);
  await logs(team, 'colin', { ...promised(debtor.id, 84_050, '2026-11-27'), at: team.clock.now() });
  return { team, debtor };
}

async function contests(team: CallDesk, debtor: PlannedDebtor, amount?: bigint) {
  const dispute = { invoiceId: first(debtor), reason: 'price' as const, amount };
  await logs(team, 'colin', { debtorId: debtor.id, outcome: 'disputes', dispute });
}

async function isSettled(team: CallDesk, { id }: PlannedDebtor, outcome: 'for_us' | 'for_customer') {
  const { id: disputeId } = await team.db.prisma.dispute.findFirstOrThrow();
  await settleDispute(team.db, {
    ...{
      workspace: await team.workspace(),
      member: await memberOf(team, 'colin'),
      debtorId: id,
      key: newId(),
    },
    ...{ notes: undefined, settlement: { disputeId, outcome }, now: team.clock.now() },
  });
  await team.settle();
}

/** We pause the account until Tuesday 8 December. */
async function isPaused(team: CallDesk, { id }: PlannedDebtor) {
  await logs(team, 'colin', { debtorId: id, outcome: 'hardship', holdUntil: '2026-12-08' });
}

/** The last ledger file does not show INV-1, or shows it again. */
async function isMissing(team: CallDesk, debtor: PlannedDebtor, since: string | undefined) {
  await team.db.transaction(async (tx) => {
    const missingSince = since === undefined ? null : dateOfDay(dayOf(since));
    await tx.prisma.invoice.update({ where: { id: first(debtor) }, data: { missingSince } });
    await reviewSoon(tx, team.workspaceId, debtor.id, team.clock.now());
  });
  await team.settle();
}

async function waitsUntil(team: CallDesk, day: string) {
  await paymentsKnownUntil(team.db, team.workspaceId, day);
  await team.move(`${day}T10:00:00Z`);
}

/** A credit note takes £200 off an invoice today. */
async function isCredited({ db, workspaceId, clock, settle }: CallDesk, { id, ...debtor }: PlannedDebtor) {
  await db.transaction(async (tx) => {
    const invoice = await tx.prisma.invoice.findUniqueOrThrow({ where: { id: first({ id, ...debtor }) } });
    const [creditNoteId, recordedAt] = [newId(), clock.now()];
    const day = dateOfDay(dayOf(recordedAt.toISOString().slice(0, 10)));
    await tx.prisma.invoice.create({
      data: {
        ...{ ...invoice, id: creditNoteId, number: 'CN-1', kind: 'credit_note', recordedAt },
        ...{ amount: -20_000n, outstanding: -20_000n, issuedOn: day, dueOn: day },
      },
    });
    await tx.prisma.allocation.create({
      data: {
        ...{ id: newId(), workspaceId, creditNoteId, invoiceId: invoice.id, amount: 20_000n },
        ...{ effectiveOn: day, recordedAt },
      },
    });
    await reviewSoon(tx, workspaceId, id, recordedAt);
  });
  await settle();
}

it('while a pause that we granted lasts it is not judged, and as many days more are left to pay', async () => {
  const { team, debtor } = await friday();
  await team.move('2026-11-26T10:00:00Z');
  await isPaused(team, debtor);
  await waitsUntil(team, '2026-12-04');
  expect([await states(team), await asked(team)]).toEqual([['open'], 0]);
  await waitsUntil(team, '2026-12-14');
  expect(await states(team)).toEqual(['open']);
  await team.pays(debtor, first(debtor));
  expect(await states(team)).toEqual(['kept']);
});

it('once the pause and those days are over it is broken like any other', async () => {
  const { team, debtor } = await friday();
  await team.move('2026-11-26T10:00:00Z');
  await isPaused(team, debtor);
  await waitsUntil(team, '2026-12-15');
  expect([await states(team), await asked(team)]).toEqual([['broken'], 1]);
});

it('while its invoice is in dispute it is not judged; settled for us, the days that were left are left again', async () => {
  const { team, debtor } = await friday();
  await team.move('2026-11-25T10:00:00Z');
  await contests(team, debtor);
  await waitsUntil(team, '2026-12-10');
  expect([await states(team), await asked(team)]).toEqual([['open'], 0]);
  await isSettled(team, debtor, 'for_us');
  await waitsUntil(team, '2026-12-16');
  expect(await states(team)).toEqual(['open']);
  await waitsUntil(team, '2026-12-17');
  expect([await states(team), await asked(team)]).toEqual([['broken'], 1]);
});

it('of what is contested in part the rest has to come; what was given in to is not held against whoever paid that', async () => {
  const { team, debtor } = await friday();
  await contests(team, debtor, 20_000n);
  await team.move('2026-11-26T10:00:00Z');
  await team.pays(debtor, first(debtor), 64_050n);
  await waitsUntil(team, '2026-12-02');
  expect([await states(team), await asked(team)]).toEqual([['open'], 0]);
  await isSettled(team, debtor, 'for_customer');
  await team.settle();
  expect(await states(team)).toEqual(['kept']);
  await isCredited(team, debtor);
  expect([await states(team), await asked(team)]).toEqual([['kept'], 0]);
});

it('nobody is called about an invoice that is missing from the last file: whether it was paid is looked up first', async () => {
  const { team, debtor } = await friday();
  await team.move('2026-12-01T10:00:00Z');
  await isMissing(team, debtor, '2026-12-01');
  await waitsUntil(team, '2026-12-07');
  expect([await states(team), await asked(team)]).toEqual([['open'], 0]);
  await isMissing(team, debtor, undefined);
  expect([await states(team), await asked(team)]).toEqual([['broken'], 1]);
});

it('a call about it ends while all of it rests', async () => {
  const { team, debtor } = await friday();
  await waitsUntil(team, '2026-12-02');
  expect(await asked(team)).toBe(1);
  await isMissing(team, debtor, '2026-12-02');
  expect([await states(team), await asked(team)]).toEqual([['broken'], 0]);
  const { outcome } = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'broken_promise' } });
  expect(outcome).toBe(
    'Invoice INV-1 rests: not in the last ledger file since 2 Dec 2026: nothing is sent about it.',
  );
});

it('a dispute of one invoice does not break a plan whose other instalments are paid', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  const words = {
    ...{ currency: 'GBP', amount: 128_450n, on: '2026-11-27', method: 'transfer' as const, invoiceIds: [] },
    ...{ count: 3, rhythm: 'weekly' as const },
  };
  await logPlan(team.db, {
    ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin'), debtorId: debtor.id },
    ...{ key: newId(), callId: undefined, contactId: undefined, notes: undefined, words },
    now: team.clock.now(),
  });
  await contests(team, debtor);
  await waitsUntil(team, '2026-12-04');
  expect(await states(team)).toEqual(['open', 'open', 'open']);
  await team.pays(debtor, debtor.invoiceIds[1] ?? '');
  await waitsUntil(team, '2026-12-18');
  expect(await states(team)).not.toContain('broken');
  expect(await team.db.prisma.plan.findFirstOrThrow()).toMatchObject({ state: 'open' });
  expect(await asked(team)).toBe(0);
});
