import { addBusinessDays } from '../../core/calendar.ts';
import { addDays, dateOfDay, dayOfDate } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { formatMoney, type Money } from '../../core/money.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Recording } from '../agreements/logAgreement.ts';
import { askToFindPayment } from './askToFindPayment.ts';
import { closeFindPayment } from './closeFindPayment.ts';

/** Business days that everything waits for the ledger to confirm a payment. */
const WAITS = 3;
/** A payment that was said to be made within so many calendar days, and never came, is not waited for again. */
const SAID_BEFORE = 30;

/**
 * The customer says that it is paid: everything waits for the ledger, three business days at the most, and finance is asked to find the
 * money, with what was found. Said again without any money since, it waits no longer. The caller holds the debtor's lock.
 */
export async function waitForSaidPayment(tx: Tx, recording: Recording, reason: string): Promise<string[]> {
  const { workspace, debtorId, now } = recording;
  const today = todayOf(workspace, now);
  const before = await tx.prisma.hold.findFirst({
    where: {
      workspaceId: workspace.id,
      debtorId,
      kind: 'already_paid',
      endedOn: null,
      fromOn: { gt: dateOfDay(addDays(today, -SAID_BEFORE)) },
    },
    orderBy: { fromOn: 'desc' },
  });
  if (before) {
    const until = dayOfDate(before.untilOn);
    const waits =
      until < today
        ? 'nothing waits for it again'
        : `it waits until ${dayName(until, workspace.locale)} and no longer`;
    return [
      `That was said before and the ledger has not confirmed it: ${waits}. Ask for the date and proof of payment.`,
    ];
  }
  const until = await wait(tx, recording, { kind: 'already_paid', reason });
  await askToFindPayment(tx, recording);
  return [
    `Nothing is sent until the ledger confirms the payment, at most until ${until}. Finance is asked to find it.`,
  ];
}

/**
 * Finance saw the money at the bank before the ledger did: everything waits until the ledger shows as much, three business days at
 * the most. The caller holds the debtor's lock.
 */
export async function waitForSeenPayment(tx: Tx, recording: Recording, money: Money): Promise<string[]> {
  const { workspace, member } = recording;
  const seen = formatMoney(money.amount, money.currency, member.locale);
  const reason = `${seen} seen at the bank by ${member.name}`;
  const until = await wait(tx, recording, { kind: 'payment_seen', reason, ...money });
  await closeFindPayment(tx, {
    ...recording,
    state: 'done',
    outcome: `${member.name} saw ${seen} at the bank.`,
  });
  return [
    `${seen} seen at the bank. Nothing is sent until the ledger shows it, at most until ${until}.`,
    ...(workspace.startedAt ? [] : ['Duly has not been started yet: nothing is sent before.']),
  ];
}

async function wait(
  tx: Tx,
  { workspace, debtorId, activityId, member, now }: Recording,
  waiting: { kind: 'already_paid' | 'payment_seen'; reason: string } & Partial<Money>,
): Promise<string> {
  const today = todayOf(workspace, now);
  const until = addBusinessDays(workspace.calendar, today, WAITS);
  const id = newId();
  await tx.prisma.hold.create({
    data: {
      ...{ id, workspaceId: workspace.id, debtorId, activityId, memberId: member.id, recordedAt: now },
      ...waiting,
      ...{ fromOn: dateOfDay(today), untilOn: dateOfDay(until) },
    },
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: waiting.kind,
    subjectKind: 'hold',
    subjectId: id,
    after: {
      debtorId,
      ...(waiting.currency && { currency: waiting.currency, amount: String(waiting.amount) }),
    },
  });
  return dayName(until, member.locale);
}
