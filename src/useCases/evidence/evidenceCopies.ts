import type { Queries } from '../../db/client.ts';
import { invoiceCopyContent } from '../../db/invoiceCopies.ts';
import type { Evidence } from '../../reports/evidence/Evidence.ts';

export interface EvidenceCopies {
  readonly copies: Evidence['copies'];
  /** numbers of invoices whose copies did not fit */
  readonly leftOut: string[];
}

/** The copies on file of these invoices, in their order, as far as they fit into so many bytes. */
export async function evidenceCopies(
  tx: Queries,
  of: {
    readonly workspaceId: string;
    readonly debtorId: string;
    readonly invoices: readonly { readonly id: string; readonly number: string }[];
    readonly mostBytes: number;
  },
): Promise<EvidenceCopies> {
  const { workspaceId, debtorId, invoices, mostBytes } = of;
  const sizes = await tx.prisma.invoiceCopy.findMany({
    where: { workspaceId, debtorId, invoiceId: { in: invoices.map(({ id }) => id) } },
    select: { invoiceId: true, size: true },
  });
  const copies: { number: string; content: Uint8Array }[] = [];
  const leftOut: string[] = [];
  let bytes = 0;
  for (const { id: invoiceId, number } of invoices) {
    const size = sizes.find((one) => one.invoiceId === invoiceId)?.size;
    if (size === undefined) continue;
    if (bytes + size > mostBytes) {
      leftOut.push(number);
      continue;
    }
    const content = await invoiceCopyContent(tx, { workspaceId, invoiceId, debtorId });
    if (content === undefined) continue;
    copies.push({ number, content });
    bytes += size;
  }
  return { copies, leftOut };
}
