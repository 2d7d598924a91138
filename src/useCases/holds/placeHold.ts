import { addBusinessDays } from '../../core/calendar.ts';
import { DulyError } from '../../core/DulyError.ts';
import { addDays, type Day, dateOfDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { newId } from '../../core/newId.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

/** The longest hold, in calendar days; the database knows it too. */
const LONGEST = 90;
/** Over this many calendar days a manager decides. */
const FREELY = 14;
/** Business days that everything waits for the ledger to confirm what was said to be paid. */
const PAID_WAITS = 3;

interface Placing {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly activityId: string;
  readonly member: Pick<Member, 'id' | 'role'>;
  readonly reason: string;
  readonly now: Date;
}

/**
 * Pauses a debtor's clock from today until `until`, both included. Over 14 days, or straight after another hold, only a
 * manager may. Returns sentences for the member; throws DulyError that says what to do instead.
 */
export async function placeHold(tx: Tx, placing: Placing & { readonly until: Day }): Promise<string[]> {
  const { workspace, debtorId, member, until, now } = placing;
  const today = todayOf(workspace, now);
  if (until < today || until - today > LONGEST) {
    throw new DulyError(
      'hold_length',
      `hold of ${until - today} days`,
      `A hold ends between today and ${dayName(addDays(today, LONGEST), workspace.locale)}: choose another day.`,
    );
  }
  const earlier = await tx.prisma.hold.count({
    where: {
      workspaceId: workspace.id,
      debtorId,
      invoiceId: null,
      kind: 'hold',
      untilOn: { gte: dateOfDay(addDays(today, -1)) },
      // one that was taken back ended on the day it began
      OR: [
        { endedOn: null },
        { endedOn: { gt: dateOfDay(addDays(today, -1)) }, fromOn: { lt: dateOfDay(today) } },
      ],
    },
  });
  if (member.role !== 'manager' && (until - today > FREELY || earlier > 0)) {
    throw new DulyError(
      'hold_needs_manager',
      'a long or second hold',
      `A hold of more than ${FREELY} days, or a second one in a row, is placed by a manager: choose an earlier day or ask one.`,
    );
  }
  await create(tx, placing, 'hold', until);
  return [`On hold until ${dayName(until, workspace.locale)}: its clock has stopped.`];
}

/** The customer says that it is paid: everything waits for the ledger, three business days at the most. */
export async function waitForPayment(tx: Tx, placing: Placing): Promise<string[]> {
  const { workspace, now } = placing;
  const until = addBusinessDays(workspace.calendar, todayOf(workspace, now), PAID_WAITS);
  await create(tx, placing, 'already_paid', until);
  return [
    `Nothing is sent until the ledger confirms the payment, at most until ${dayName(until, workspace.locale)}.`,
  ];
}

async function create(tx: Tx, placing: Placing, kind: 'hold' | 'already_paid', until: Day): Promise<void> {
  const { workspace, debtorId, activityId, member, reason, now } = placing;
  await tx.prisma.hold.create({
    data: {
      id: newId(),
      workspaceId: workspace.id,
      debtorId,
      activityId,
      kind,
      fromOn: dateOfDay(todayOf(workspace, now)),
      untilOn: dateOfDay(until),
      reason,
      memberId: member.id,
      recordedAt: now,
    },
  });
}
