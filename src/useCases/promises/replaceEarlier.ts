import type { Day } from '../../core/day.ts';
import { type OpenPromise, renewalOf } from '../../core/renewalOf.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { PromiseInvoice, Promise as PromiseRow } from '../../generated/prisma/client.ts';
import { promisesInTheWay } from './promisesInTheWay.ts';
import { type Replaced, replacePromises } from './replacePromises.ts';

/** A promise on record, or all instalments of a plan that were recorded in one. */
interface Recorded {
  readonly workspace: WorkspaceContext;
  /** as they are now */
  readonly promises: readonly (PromiseRow & { invoices: PromiseInvoice[] })[];
}

/**
 * Ends what was recorded before an agreement and gives way to it now that it was confirmed or agreed to: see givesWay. `madeOn`: the day of the
 * talk by which the earlier ones are renewed or broken. The caller holds the debtor's lock.
 */
export async function replaceEarlier(
  tx: Tx,
  agreement: Recorded & { readonly madeOn: Day; readonly now: Date },
): Promise<Replaced> {
  const [first] = agreement.promises;
  const old = await earlierPromises(tx, agreement);
  const next = { unconfirmed: first?.unconfirmed ?? false, awaitsAgreement: first?.agreed === false };
  const { brokenPlans } = renewalOf(old, agreement.madeOn);
  return replacePromises(tx, { ...agreement, old, next, brokenPlans });
}

/** The open promises on the same invoices that were recorded before it. */
export async function earlierPromises(tx: Tx, { workspace, promises }: Recorded): Promise<OpenPromise[]> {
  const [first] = promises;
  if (!first) return [];
  const { debtorId, currency, recordedAt } = first;
  const invoiceIds = promises.flatMap(({ invoices }) => invoices.map(({ invoiceId }) => invoiceId));
  const recorded = { ids: promises.map(({ id }) => id), at: recordedAt };
  return promisesInTheWay(tx, { workspace, debtorId, currency, invoiceIds, recorded });
}
