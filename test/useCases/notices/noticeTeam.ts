import { pino } from 'pino';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { reviewSoon } from '../../../src/db/debtors.ts';
import { Pulse } from '../../../src/Pulse.ts';
import { reactionReader } from '../../../src/slack/reactionReader.ts';
import { checkBeforeSending } from '../../../src/useCases/notices/checkBeforeSending.ts';
import { noticeSettled } from '../../../src/useCases/notices/noticeSettled.ts';
import { aDebtor, type DebtorPlan, type PlannedDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../../support/dulyInPlayground.ts';
import type { Seen } from '../../support/Person.ts';
import { wordsOf } from '../../support/wordsOf.ts';

export interface Mailed {
  readonly to: string[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: {
    readonly filename: string;
    readonly type: string;
    readonly content_base64: string;
  }[];
}

/** Northwind's team on the local Slack, with everything that is written to customers connected. */
export interface NoticeTeam extends DulyInPlayground {
  mails(): Promise<Mailed[]>;
  /** Money of the debtor arrives at the bank today, or is booked today and arrived on an earlier day, and pays that invoice in full, or as much as is given. */
  pays(debtor: PlannedDebtor, invoiceId: string, amount?: bigint, valueOn?: string): Promise<void>;
  /** What is due now is done and delivered. */
  settle(): Promise<void>;
  /** The newest request for approval, as somebody sees it in the channel; throws when there is none. */
  request(): Promise<Seen>;
  /** The thread of a message, as words. */
  thread(of: Seen): Promise<string>;
}

export async function noticeTeam(
  options: { start?: string; settings?: Record<string, unknown> } = {},
): Promise<NoticeTeam> {
  let pulse: Pulse | undefined;
  let duly: DulyInPlayground | undefined;
  const here = () => {
    if (!duly) throw new Error('not started yet');
    return duly;
  };
  duly = await dulyInPlayground({
    ...options,
    runDue: async () => (await pulse?.settle()) ?? null,
    delivery: {
      check: (item) => checkBeforeSending(here().db, { item, now: here().clock.now() }),
      settled: (tx, item, outcome) => noticeSettled(tx, { item, outcome, now: here().clock.now() }),
    },
  });
  const { db, clock, delivery, slack, workspaceId, person, channels } = duly;
  pulse = new Pulse({
    db,
    clock,
    delivery,
    reactions: reactionReader(slack.client),
    sources: [],
    log: silent,
  });
  const beating = pulse;
  const settle = async () => {
    await beating.settle();
  };
  return {
    ...duly,
    settle,
    mails: async () => (await here().mail()) as Mailed[],
    async pays(debtor, invoiceId, amount, valueOn) {
      await db.transaction(async (tx) => {
        const invoice = await tx.prisma.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
        const { creditorId, currency } = invoice;
        const paid = amount ?? invoice.outstanding;
        const id = newId();
        const common = { id, workspaceId, currency, amount: paid, recordedAt: clock.now() };
        const on = dateOfDay(dayOf(valueOn ?? clock.now().toISOString().slice(0, 10)));
        await tx.prisma.payment.create({
          data: {
            ...common,
            creditorId,
            debtorId: debtor.id,
            unapplied: paid,
            valueOn: on,
            origin: 'bank',
            key: id,
          },
        });
        await tx.prisma.allocation.create({
          data: {
            id: newId(),
            workspaceId,
            paymentId: id,
            invoiceId,
            amount: paid,
            effectiveOn: on,
            recordedAt: clock.now(),
          },
        });
        await reviewSoon(tx, workspaceId, debtor.id, clock.now());
      });
      await settle();
    },
    async request() {
      const messages = await person.max.messages(channels.approvals);
      const found = messages.findLast((m) => m.thread_ts === undefined || m.thread_ts === m.ts);
      if (!found) throw new Error('nothing stands in the channel for approvals');
      return found;
    },
    async thread(of) {
      const messages = await person.max.messages(of.channel);
      const replies = messages.filter((m) => m.thread_ts === of.ts && m.ts !== of.ts);
      return replies.map((m) => `${m.text}\n${wordsOf(m)}`).join('\n');
    },
  };
}

const silent = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' });

/** A stage, its day of the policy, the day on which it was done, and the deadline that it named. */
export type PastStep = readonly [stage: string, day: number, on: string, deadline?: string];

/** Acme, 84 days late: the call for a firm date and the late-payment notice are done, so that the final notice is next. */
export async function acmeBeforeFinalNotice(
  team: DulyInPlayground,
  plan: {
    amounts?: readonly number[];
    kind?: DebtorPlan['kind'];
    due?: string;
    steps?: readonly PastStep[];
  } = {},
): Promise<PlannedDebtor> {
  const { db, workspaceId, member } = team;
  const amounts = plan.amounts ?? [120_000];
  const debtor = await aDebtor(db, workspaceId, {
    name: 'Acme Rooms',
    account: 'ACME-01',
    ...(plan.kind && { kind: plan.kind }),
    ownerId: member.colin,
    invoices: amounts.map((amount, index) => ({
      number: `INV-${index + 1}`,
      due: plan.due ?? '2026-08-31',
      amount,
    })),
    contacts: [
      { name: 'Accounts', role: 'other', email: 'ap@acme.example', phone: '+44 20 7946 0001' },
      { name: 'Jane Miller', role: 'payables', email: 'jane@acme.example', phone: '+44 20 7946 0000' },
    ],
  });
  await db.prisma.creditor.updateMany({
    where: { workspaceId },
    data: {
      email: 'credit@northwind.example',
      phone: '+44 20 7946 0100',
      bankDetails: { holder: 'Northwind Ltd', iban: 'GB33BUKB20201555555555' },
    },
  });
  const caseId = newId();
  const started = new Date('2026-08-24T08:00:00Z');
  await db.prisma.case.create({
    data: { id: caseId, workspaceId, debtorId: debtor.id, cycle: 1, openedOn: started },
  });
  for (const [stage, day, on, deadline] of [
    ['commitment_call', 30, '2026-10-05'],
    ['firm_notice', 60, '2026-11-02'],
    ...(plan.steps ?? []),
  ] as readonly PastStep[]) {
    const stepId = newId();
    const [carryingInvoiceId = ''] = debtor.invoiceIds;
    await db.prisma.stageStep.create({
      data: {
        id: stepId,
        workspaceId,
        caseId,
        debtorId: debtor.id,
        stage,
        carryingInvoiceId,
        stageDay: day,
        takenOn: dateOfDay(dayOf(on)),
        takenAt: new Date(`${on}T09:00:00Z`),
        state: 'done',
        doneOn: dateOfDay(dayOf(on)),
        deadlineOn: deadline === undefined ? null : dateOfDay(dayOf(deadline)),
        imported: true,
      },
    });
    await db.prisma.stageStepInvoice.createMany({
      data: debtor.invoiceIds.map((invoiceId) => ({ stepId, invoiceId, workspaceId, outstanding: 120_000n })),
    });
  }
  await paymentsKnownUntil(db, workspaceId, '2026-11-23');
  return debtor;
}

/** Clicks a button of the newest message of the member's that has it. */
export async function click(
  team: DulyInPlayground,
  name: keyof DulyInPlayground['person'],
  actionId: string,
  channel?: string,
): Promise<void> {
  const person = team.person[name];
  const messages = await person.messages(channel ?? person.dm);
  const found = messages.findLast((m) => JSON.stringify(m.blocks).includes(`"action_id":"${actionId}"`));
  if (!found)
    throw new Error(`${name} sees no button ${actionId}:\n${messages.map((m) => m.text).join('\n')}`);
  await person.click(found, actionId);
}
