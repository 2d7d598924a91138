import { DulyError } from '../../core/DulyError.ts';
import { type Day, dateOfDay, dayOfDate, parseDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { draftPromise } from '../../core/draftPromise.ts';
import { formatMoney } from '../../core/money.ts';
import { newId } from '../../core/newId.ts';
import { confirmBy } from '../../core/promiseDays.ts';
import { renewalOf } from '../../core/renewalOf.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { askForAgreement } from '../agreements/askForAgreement.ts';
import { dayOfTalk } from '../agreements/dayOfTalk.ts';
import type { PromiseWords } from '../calls/CallLog.ts';
import { promisedInvoices } from './promisedInvoices.ts';
import { promisesInTheWay } from './promisesInTheWay.ts';
import { replacePromises } from './replacePromises.ts';

export interface PromiseRecording {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly activityId: string;
  readonly member: Pick<Member, 'id' | 'role' | 'name' | 'locale'>;
  readonly contactId: string | undefined;
  /** given by somebody who does not pay */
  readonly unconfirmed: boolean;
  /** when it was given: money counts from that day on */
  readonly madeAt: Date;
  readonly words: PromiseWords;
  readonly now: Date;
}

export interface RecordedPromise {
  readonly said: readonly string[];
  /** ids of the promises whose place it took */
  readonly replaced: readonly string[];
}

/**
 * Records a promise to pay for what is overdue in its currency (or the invoices named), replaces the open ones on the same
 * invoices (an unconfirmed one replaces what whoever pays promised only once they confirm it, one that a manager has to agree to only once
 * they do), and asks a manager where the rules want one to agree; a manager who records it has agreed. The caller holds the debtor's lock. Throws DulyError for a day in the past, or when nothing is open.
 */
export async function recordPromise(tx: Tx, recording: PromiseRecording): Promise<RecordedPromise> {
  const { workspace, debtorId, member, words, now } = recording;
  const { currency, amount } = words;
  const today = todayOf(workspace, now);
  const on = parseDay(words.on);
  if (on === undefined || on < today) {
    throw new DulyError(
      'promise_in_past',
      `promise for ${words.on}`,
      'A promise is for today or a later day: choose another date.',
    );
  }
  const madeOn = dayOfTalk(workspace, recording.madeAt, now);
  const invoices = await promisedInvoices(tx, { workspace, debtorId, words, now });
  const draft = draftPromise(
    {
      money: { amount, currency },
      madeOn,
      promisedOn: on,
      method: words.method,
      invoices: invoices.map((i) => ({ ...i, dueOn: dayOfDate(i.dueOn) })),
    },
    workspace.calendar,
    workspace.locale,
  );
  const invoiceIds = draft.invoices.map((share) => share.invoiceId);
  const old = await promisesInTheWay(tx, { workspace, debtorId, currency, invoiceIds });
  const renewal = renewalOf(old, madeOn);
  const renewed = renewal.managerAgrees ? ['It was renewed twice already.'] : [];
  const agreement = [...draft.agreement, ...renewed];
  const waits = agreement.length > 0 && member.role !== 'manager';
  const next = { unconfirmed: recording.unconfirmed, awaitsAgreement: waits };
  const { brokenPlans } = renewal;
  const replaced = await replacePromises(tx, { workspace, old, next, madeOn, brokenPlans, now });
  const promiseId = newId();
  await tx.prisma.promise.create({
    data: {
      id: promiseId,
      workspaceId: workspace.id,
      debtorId,
      activityId: recording.activityId,
      contactId: recording.contactId ?? null,
      memberId: member.id,
      currency,
      amount,
      madeOn: dateOfDay(madeOn),
      promisedOn: dateOfDay(on),
      lastOn: dateOfDay(draft.lastOn),
      judgeOn: dateOfDay(draft.judgeOn),
      method: words.method,
      unconfirmed: recording.unconfirmed,
      agreed: agreement.length > 0 ? !waits : null,
      renewsId: renewal.renews ?? null,
      renewals: renewal.renewals,
      recordedAt: now,
      invoices: { create: draft.invoices.map((share) => ({ ...share, workspaceId: workspace.id })) },
    },
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'promise_recorded',
    subjectKind: 'promise',
    subjectId: promiseId,
    after: {
      debtorId,
      currency,
      amount: amount.toString(),
      on: words.on,
      replaced: [...replaced.promiseIds],
    },
  });
  const money = formatMoney(amount, currency, member.locale);
  const said = [
    `Promise recorded: ${money} by ${dayName(on, member.locale)}.`,
    ...(replaced.promiseIds.length > 0 ? ['It takes the place of the earlier promise.'] : []),
    ...(replaced.stand && !waits ? ['The earlier promise stands until whoever pays confirms this one.'] : []),
    // until when it holds counts from the agreement
    ...(recording.unconfirmed && !waits
      ? [unconfirmedWords(confirmBy(madeOn, workspace.calendar), today, member)]
      : []),
  ];
  if (!waits) return { said, replaced: replaced.promiseIds };
  const what = `${member.name} recorded a promise of ${money} by ${dayName(on, workspace.locale)}.`;
  const subject = { promiseId };
  const until = replaced.stand ? { until: 'the earlier promise stands' } : {};
  const asked = await askForAgreement(tx, {
    ...{ workspace, debtorId, subject, what, why: agreement, now },
    ...until,
  });
  return { said: [...said, asked], replaced: replaced.promiseIds };
}

/** A call that is logged days later may leave no time in which it holds. */
function unconfirmedWords(until: Day, today: Day, { locale }: Pick<Member, 'locale'>): string {
  return until < today
    ? 'It is unconfirmed: it holds nothing back until whoever pays confirms it.'
    : `It is unconfirmed: it holds until ${dayName(until, locale)}, and longer once whoever pays confirms it.`;
}
