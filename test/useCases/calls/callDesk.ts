import { pino } from 'pino';
import { ManualClock } from '../../../src/clock.ts';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import type { Db } from '../../../src/db/client.ts';
import { reviewSoon } from '../../../src/db/debtors.ts';
import { loadWorkspace, type WorkspaceContext } from '../../../src/db/workspaceContext.ts';
import { reviewDueDebtors } from '../../../src/useCases/cases/reviewDueDebtors.ts';
import { relistPrompts } from '../../../src/useCases/prompts/relistPrompts.ts';
import type { PlannedDebtor } from '../../support/aDebtor.ts';
import { type Name, names, people } from '../../support/sampleTeam.ts';
import { testDatabase } from '../../support/testDatabase.ts';

/** Northwind's team at its desks without Slack: a database, a clock that is set, and the daily review. */
export interface CallDesk {
  readonly db: Db;
  readonly clock: ManualClock;
  readonly workspaceId: string;
  /** ids of the members */
  readonly member: Readonly<Record<Name, string>>;
  workspace(): Promise<WorkspaceContext>;
  /** What is due now is decided. */
  settle(): Promise<void>;
  /** The clock is set to that instant; then what is due is decided. */
  move(to: string): Promise<void>;
  /** Money arrives at the bank today, or is booked today and arrived on an earlier day, and pays that invoice, wholly or as much as is given. */
  pays(debtor: PlannedDebtor, invoiceId: string, amount?: bigint, valueOn?: string): Promise<void>;
}

/** Monday 23 November 2026, 09:30 in London. */
export async function callDesk(): Promise<CallDesk> {
  const { db } = await testDatabase();
  const clock = new ManualClock('2026-11-23T09:30:00Z');
  const workspaceId = newId();
  await db.prisma.workspace.create({
    data: {
      ...{ id: workspaceId, name: 'Northwind Credit', zone: 'Europe/London', locale: 'en-GB' },
      ...{ country: 'GB', currency: 'GBP', createdAt: clock.now(), startedAt: clock.now() },
    },
  });
  const member = Object.fromEntries(names.map((name) => [name, newId()])) as Record<Name, string>;
  for (const name of names) {
    const { id: slackUserId, role, name: realName, tz } = people[name];
    if (role === undefined) continue;
    await db.prisma.member.create({
      data: {
        ...{ id: member[name], workspaceId, slackUserId, name: realName, role },
        ...{ zone: tz, locale: 'en-GB', createdAt: clock.now() },
      },
    });
  }
  const workspace = () => loadWorkspace(db, workspaceId);
  const settle = async () => {
    const due = { workspace: await workspace(), now: clock.now(), log: pino({ level: 'silent' }) };
    await reviewDueDebtors(db, due);
    await relistPrompts(db, due);
  };
  return {
    ...{ db, clock, workspaceId, member, workspace, settle },
    async move(to) {
      clock.moveTo(to);
      await settle();
    },
    async pays(debtor, invoiceId, amount, valueOn) {
      await db.transaction(async (tx) => {
        const invoice = await tx.prisma.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
        const { creditorId, currency } = invoice;
        const paid = amount ?? invoice.outstanding;
        const id = newId();
        const recordedAt = clock.now();
        const on = dateOfDay(dayOf(valueOn ?? recordedAt.toISOString().slice(0, 10)));
        await tx.prisma.payment.create({
          data: {
            ...{ id, workspaceId, creditorId, debtorId: debtor.id, currency, recordedAt },
            ...{ amount: paid, unapplied: paid, valueOn: on, origin: 'bank', key: `bank:${id}` },
          },
        });
        await tx.prisma.allocation.create({
          data: {
            ...{ id: newId(), workspaceId, paymentId: id, invoiceId, amount: paid, recordedAt },
            effectiveOn: on,
          },
        });
        await reviewSoon(tx, workspaceId, debtor.id, recordedAt);
      });
      await settle();
    },
  };
}
