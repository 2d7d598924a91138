import { dateOfDay, dayOfDate } from '../../core/day.ts';
import { replacePromise } from '../../core/replacePromise.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { closePromisePrompts } from './closePromisePrompts.ts';

export interface Replaced {
  readonly promiseIds: readonly string[];
  /** the one that counts as renewed: the most renewed of them */
  readonly renews: string | undefined;
  readonly renewals: number;
  readonly managerAgrees: boolean;
}

/** Ends open promises that are for any of these invoices: renewed before their date, broken on or after it. */
export async function replaceOpenPromises(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    currency: string;
    invoiceIds: readonly string[];
    now: Date;
  },
): Promise<Replaced> {
  const { workspace, debtorId, currency, invoiceIds, now } = options;
  const today = todayOf(workspace, now);
  const old = await tx.prisma.promise.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId,
      state: 'open',
      currency,
      planId: null,
      invoices: { some: { invoiceId: { in: [...invoiceIds] } } },
    },
    orderBy: [{ promisedOn: 'desc' }, { id: 'asc' }],
  });
  let result: Replaced = {
    promiseIds: old.map(({ id }) => id),
    renews: undefined,
    renewals: 0,
    managerAgrees: false,
  };
  for (const { id, promisedOn, renewals } of old) {
    const ending = replacePromise({ promisedOn: dayOfDate(promisedOn), renewals }, today);
    await tx.prisma.promise.update({
      where: { id },
      data: { state: ending.endsAs, endedOn: dateOfDay(today), replacedOn: dateOfDay(today) },
    });
    const outcome = 'Another promise has taken its place.';
    await closePromisePrompts(tx, { workspace, promiseId: id, kinds: ['agree'], outcome, now });
    if (result.renews === undefined || ending.renewals > result.renewals)
      result = { ...result, renews: id, renewals: ending.renewals, managerAgrees: ending.managerAgrees };
  }
  return result;
}
