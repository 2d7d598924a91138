import { isoDay } from '../../core/day.ts';
import type { Money } from '../../core/money.ts';
import type { LedgerScope } from '../../db/ledgerScope.ts';
import { dropHeldImport } from '../../db/ledgerStaging.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { heldImport } from './HeldImport.ts';
import { showHeldImport } from './showHeldImport.ts';

/**
 * Gives up held imports of the same kind and ledger that this one is at least as new as: the same file again, or a ledger with a currency of
 * theirs. Another bank statement takes the place of none: each has its own payments.
 */
export async function overtakeHeldImports(
  { tx, importId, workspaceId, creditorId, asOf, now }: LedgerScope,
  options: { workspace: WorkspaceContext; kind: 'ledger' | 'payments'; openInFile: readonly Money[] },
): Promise<void> {
  const { workspace, kind, openInFile } = options;
  const waiting = await tx.prisma.ledgerImport.findMany({
    where: {
      ...{ workspaceId, creditorId, kind, status: 'brake', id: { not: importId } },
      asOf: { lte: new Date(isoDay(asOf)) },
    },
  });
  if (waiting.length === 0) return;
  const { sha256 } = await tx.prisma.ledgerImport.findUniqueOrThrow({ where: { id: importId } });
  for (const { id, sha256: heldSha, summary } of waiting) {
    const { held } = heldImport.parse(summary);
    const shared = held.openInFile.some(({ currency }) =>
      openInFile.some((one) => one.currency === currency),
    );
    if (heldSha !== sha256 && !shared) continue;
    await dropHeldImport(tx, { workspaceId, importId: id, status: 'overtaken' });
    await showHeldImport(tx, { workspace, importId: id, now });
  }
}
