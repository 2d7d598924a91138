import { type Day, dateOfDay } from '../../core/day.ts';
import { givesWay, type Pending } from '../../core/givesWay.ts';
import { isBinding, type OpenPromise } from '../../core/renewalOf.ts';
import { replacePromise } from '../../core/replacePromise.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { closeAgreementPrompt } from '../agreements/closeAgreementPrompt.ts';

export interface Replaced {
  /** the promises that ended */
  readonly promiseIds: readonly string[];
  /** some of them stand beside the new one until it lacks nothing that they have */
  readonly stand: boolean;
}

/**
 * Ends those open promises in the way that give way to an agreement: renewed where the talk came before their date, broken where it came on
 * or after it. A plan ends with its instalments: broken where an instalment's date had come, renewed otherwise. The caller holds the debtor's lock.
 */
export async function replacePromises(
  tx: Tx,
  replacing: {
    readonly workspace: WorkspaceContext;
    readonly old: readonly OpenPromise[];
    /** what the new agreement still lacks */
    readonly next: Pending;
    /** the day of the talk in which the new one was given */
    readonly madeOn: Day;
    /** see renewalOf */
    readonly brokenPlans: ReadonlySet<string>;
    readonly now: Date;
  },
): Promise<Replaced> {
  const { workspace, old, next, madeOn, brokenPlans, now } = replacing;
  const endedOn = dateOfDay(todayOf(workspace, now));
  const ended = old.filter((one) => givesWay(one, next));
  const outcome = 'Another agreement has taken its place.';
  for (const { id, ...promise } of ended) {
    const { endsAs } = replacePromise({ ...promise, unconfirmed: !isBinding(promise) }, madeOn);
    await tx.prisma.promise.update({ where: { id }, data: { state: endsAs, endedOn, replacedOn: endedOn } });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: 'duly',
      action: 'promise_replaced',
      subjectKind: 'promise',
      subjectId: id,
      before: { state: 'open', endedOn: null },
      after: { state: endsAs },
    });
    await closeAgreementPrompt(tx, { workspace, subject: { promiseId: id }, outcome, now });
  }
  for (const planId of new Set(ended.flatMap((promise) => promise.planId ?? []))) {
    const state = brokenPlans.has(planId) ? 'broken' : 'cancelled';
    await tx.prisma.plan.update({ where: { id: planId }, data: { state, endedOn } });
    await closeAgreementPrompt(tx, { workspace, subject: { planId }, outcome, now });
  }
  return { promiseIds: ended.map(({ id }) => id), stand: ended.length < old.length };
}
