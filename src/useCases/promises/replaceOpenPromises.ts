import { type Day, dateOfDay, dayOfDate } from '../../core/day.ts';
import { replacePromise } from '../../core/replacePromise.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Promise as PromiseRow } from '../../generated/prisma/client.ts';
import { closeAgreementPrompt } from '../agreements/closeAgreementPrompt.ts';

export interface Replaced {
  /** the promises that ended */
  readonly promiseIds: readonly string[];
  /** the one that counts as renewed: the most renewed of them */
  readonly renews: string | undefined;
  readonly renewals: number;
  readonly managerAgrees: boolean;
  /** some of them stand beside the new one: whoever pays gave them, and has still to confirm it */
  readonly stand: boolean;
}

interface Replacing {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly currency: string;
  readonly invoiceIds: readonly string[];
  /** `unconfirmed`: the new one is of somebody who does not pay; `confirmed`: whoever pays has just confirmed it */
  readonly ends: 'all' | 'unconfirmed' | 'confirmed';
  /** the day of the talk in which the new one was given, where it was written down later; default: today */
  readonly madeOn?: Day;
  readonly now: Date;
}

/**
 * Ends open promises that are for any of these invoices: renewed where the talk came before their date, broken where it came on or after it. An instalment takes its whole plan
 * with it: broken where an instalment's date has come, renewed otherwise. What whoever pays promised stands beside an unconfirmed agreement until
 * they confirm that; as a renewal of theirs it counts all the same.
 */
export async function replaceOpenPromises(tx: Tx, replacing: Replacing): Promise<Replaced> {
  const { workspace, ends, now } = replacing;
  const today = todayOf(workspace, now);
  const { madeOn = today } = replacing;
  const old = await inTheWay(tx, replacing);
  const isEnded = ({ unconfirmed }: PromiseRow) => ends === 'all' || unconfirmed === (ends === 'unconfirmed');
  const ended = old.filter(isEnded);
  const brokenPlans = new Set(
    old
      .filter(({ promisedOn, unconfirmed }) => !unconfirmed && dayOfDate(promisedOn) <= madeOn)
      .map(({ planId }) => planId ?? ''),
  );
  let result: Replaced = {
    promiseIds: ended.map(({ id }) => id),
    renews: undefined,
    renewals: 0,
    managerAgrees: false,
    stand: ended.length < old.length,
  };
  const outcome = 'Another agreement has taken its place.';
  for (const promise of old) {
    const { id, planId } = promise;
    const ending = replacePromise({ ...promise, promisedOn: dayOfDate(promise.promisedOn) }, madeOn);
    if (isEnded(promise)) {
      await tx.prisma.promise.update({
        where: { id },
        data: { state: ending.endsAs, endedOn: dateOfDay(today), replacedOn: dateOfDay(today) },
      });
      await closeAgreementPrompt(tx, { workspace, subject: { promiseId: id }, outcome, now });
    }
    const isRenewed = planId === null || !brokenPlans.has(planId);
    if (isRenewed && (result.renews === undefined || ending.renewals > result.renewals))
      result = { ...result, renews: id, renewals: ending.renewals, managerAgrees: ending.managerAgrees };
  }
  for (const planId of new Set(ended.flatMap((promise) => promise.planId ?? []))) {
    const state = brokenPlans.has(planId) ? 'broken' : 'cancelled';
    await tx.prisma.plan.update({ where: { id: planId }, data: { state, endedOn: dateOfDay(today) } });
    await closeAgreementPrompt(tx, { workspace, subject: { planId }, outcome, now });
  }
  return result;
}

async function inTheWay(
  tx: Tx,
  { workspace, debtorId, currency, invoiceIds }: Replacing,
): Promise<PromiseRow[]> {
  const open = { workspaceId: workspace.id, debtorId, state: 'open' };
  const direct = await tx.prisma.promise.findMany({
    where: { ...open, currency, invoices: { some: { invoiceId: { in: [...invoiceIds] } } } },
  });
  const planIds = direct.flatMap(({ planId }) => planId ?? []);
  return tx.prisma.promise.findMany({
    where: { ...open, OR: [{ id: { in: direct.map(({ id }) => id) } }, { planId: { in: planIds } }] },
    orderBy: [{ promisedOn: 'desc' }, { id: 'asc' }],
  });
}
