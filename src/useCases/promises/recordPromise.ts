import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay, dayOfDate, parseDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { draftPromise } from '../../core/draftPromise.ts';
import { formatMoney } from '../../core/money.ts';
import { newId } from '../../core/newId.ts';
import { replacePromise } from '../../core/replacePromise.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { PromiseWords } from '../calls/CallLog.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

export interface PromiseRecording {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly activityId: string;
  readonly memberId: string;
  readonly contactId: string | undefined;
  /** given by somebody who does not pay */
  readonly unconfirmed: boolean;
  readonly words: PromiseWords;
  readonly now: Date;
}

/**
 * Records a promise to pay for the debtor's overdue invoices of its currency (or the invoices named), replaces the open
 * ones on the same invoices, and asks a manager where the rules want one to agree. The caller holds the debtor's lock.
 * Returns sentences that say what was recorded. Throws DulyError for a day in the past, or when nothing is open.
 */
export async function recordPromise(tx: Tx, recording: PromiseRecording): Promise<string[]> {
  const { workspace, debtorId, words, now } = recording;
  const today = todayOf(workspace, now);
  const on = parseDay(words.on);
  if (on === undefined || on < today) {
    throw new DulyError(
      'promise_in_past',
      `promise for ${words.on}`,
      'A promise is for today or a later day: choose another date.',
    );
  }
  const invoices = await tx.prisma.invoice.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId,
      currency: words.currency,
      outstanding: { gt: 0 },
      ...(words.invoiceIds.length > 0
        ? { id: { in: [...words.invoiceIds] } }
        : { dueOn: { lt: dateOfDay(today) } }),
    },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
  });
  if (invoices.length === 0) {
    throw new DulyError(
      'nothing_to_promise',
      `no open ${words.currency} invoices`,
      `Nothing is open in ${words.currency} that this promise could pay. It may have been paid meanwhile; the call is not saved yet.`,
    );
  }
  const money = { amount: words.amount, currency: words.currency };
  const draft = draftPromise(
    {
      money,
      madeOn: today,
      promisedOn: on,
      method: words.method,
      invoices: invoices.map((i) => ({
        id: i.id,
        number: i.number,
        dueOn: dayOfDate(i.dueOn),
        currency: i.currency,
        outstanding: i.outstanding,
      })),
    },
    workspace.calendar,
    workspace.locale,
  );
  const replaced = await replaceOpenPromises(
    tx,
    recording,
    invoices.map((i) => i.id),
  );
  const agreement = [
    ...draft.agreement,
    ...(replaced.managerAgrees ? ['It was renewed twice already.'] : []),
  ];
  const promiseId = newId();
  await tx.prisma.promise.create({
    data: {
      id: promiseId,
      workspaceId: workspace.id,
      debtorId,
      activityId: recording.activityId,
      contactId: recording.contactId ?? null,
      memberId: recording.memberId,
      currency: words.currency,
      amount: words.amount,
      madeOn: dateOfDay(today),
      promisedOn: dateOfDay(on),
      lastOn: dateOfDay(draft.lastOn),
      judgeOn: dateOfDay(draft.judgeOn),
      method: words.method,
      unconfirmed: recording.unconfirmed,
      agreed: agreement.length > 0 ? false : null,
      renewsId: replaced.promiseId ?? null,
      renewals: replaced.renewals,
      recordedAt: now,
      invoices: {
        create: draft.invoices.map((share) => ({
          invoiceId: share.invoiceId,
          workspaceId: workspace.id,
          amount: share.amount,
          inFull: share.inFull,
        })),
      },
    },
  });
  const said = [
    `Promise recorded: ${formatMoney(money.amount, money.currency, workspace.locale)} on ${dayName(on, workspace.locale)}.`,
  ];
  if (agreement.length === 0) return said;
  await askForAgreement(tx, recording, promiseId, agreement);
  return [...said, `A manager has been asked to agree: ${agreement.join(' ')}`];
}

async function askForAgreement(
  tx: Tx,
  recording: PromiseRecording,
  promiseId: string,
  why: readonly string[],
): Promise<void> {
  const { workspace, debtorId, now } = recording;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'manager', beyondCapacity: true, now });
  if (!memberId) return;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `agree:${promiseId}`,
    kind: 'agree',
    memberId,
    reasons: why.map((sentence) => ({ rule: 'promise_agreement', outcome: 'stop', sentence })),
    details: { promiseId },
    now,
  });
}

interface Replaced {
  readonly promiseId: string | undefined;
  readonly renewals: number;
  readonly managerAgrees: boolean;
}

/** Ends open promises that are for any of these invoices: renewed before their date, broken on or after it. */
async function replaceOpenPromises(
  tx: Tx,
  recording: PromiseRecording,
  invoiceIds: string[],
): Promise<Replaced> {
  const { workspace, debtorId, words, now } = recording;
  const today = todayOf(workspace, now);
  const old = await tx.prisma.promise.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId,
      state: 'open',
      currency: words.currency,
      invoices: { some: { invoiceId: { in: invoiceIds } } },
    },
    orderBy: { promisedOn: 'desc' },
  });
  let result: Replaced = { promiseId: undefined, renewals: 0, managerAgrees: false };
  for (const promise of old) {
    const ending = replacePromise(
      { promisedOn: dayOfDate(promise.promisedOn), renewals: promise.renewals },
      today,
    );
    await tx.prisma.promise.update({
      where: { id: promise.id },
      data: { state: ending.endsAs, endedOn: dateOfDay(today) },
    });
    if (ending.renewals > result.renewals || result.promiseId === undefined) {
      result = { promiseId: promise.id, renewals: ending.renewals, managerAgrees: ending.managerAgrees };
    }
  }
  return result;
}
