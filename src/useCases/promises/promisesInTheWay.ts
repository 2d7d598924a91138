import { dayOfDate } from '../../core/day.ts';
import type { OpenPromise } from '../../core/renewalOf.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** An agreement that takes the place of others, now or once nothing is lacking of it. */
export interface Replacing {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly currency: string;
  readonly invoiceIds: readonly string[];
  /** of one on record: only what was recorded before it, none of its own */
  readonly recorded?: { readonly ids: readonly string[]; readonly at: Date };
}

/** The open promises that are for any of its invoices, an instalment with its whole plan; the latest first. */
export async function promisesInTheWay(tx: Tx, replacing: Replacing): Promise<OpenPromise[]> {
  const { workspace, debtorId, currency, invoiceIds, recorded } = replacing;
  const open = {
    ...{ workspaceId: workspace.id, debtorId, state: 'open' },
    ...(recorded && { id: { notIn: [...recorded.ids] }, recordedAt: { lte: recorded.at } }),
  };
  const direct = await tx.prisma.promise.findMany({
    where: { ...open, currency, invoices: { some: { invoiceId: { in: [...invoiceIds] } } } },
  });
  const planIds = direct.flatMap(({ planId }) => planId ?? []);
  const found = await tx.prisma.promise.findMany({
    where: { AND: [open, { OR: [{ id: { in: direct.map(({ id }) => id) } }, { planId: { in: planIds } }] }] },
    orderBy: [{ promisedOn: 'desc' }, { id: 'asc' }],
  });
  return found.map(({ promisedOn, agreed, ...promise }) => ({
    ...promise,
    promisedOn: dayOfDate(promisedOn),
    awaitsAgreement: agreed === false,
  }));
}
