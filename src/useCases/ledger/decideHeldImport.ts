import { dayOfDate } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { dropHeldImport, importNotHeld } from '../../db/ledgerStaging.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { LedgerImport, Member } from '../../generated/prisma/client.ts';
import type { FormatName } from '../../imports/LedgerFormat.ts';
import { applyImport } from './applyImport.ts';
import { heldImport, sealOf } from './HeldImport.ts';
import { showHeldImport } from './showHeldImport.ts';

const CHANGED = 'The ledger has changed meanwhile, and so have the figures: look at them again.';

interface Deciding {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly importId: string;
  readonly now: Date;
}

/**
 * A manager has an import that was held back applied as it was asked for. Where the ledger has changed so that other reasons stand against it, they
 * are asked about instead and nothing is applied; the same where they are others than the manager saw (`seal`, see `sealOf`). The same click twice applies once. Returns sentences. Throws DulyError `not_allowed`,
 * `import_not_held`, `import_overtaken`.
 */
export async function applyHeldImport(
  db: Db,
  deciding: Deciding & { readonly seal: string },
): Promise<readonly string[]> {
  const { workspace, member, importId, seal, now } = deciding;
  requireMay(member, 'manage');
  const row = await heldRow(db, deciding);
  const { brake, held } = heldImport.parse(row.summary);
  if (sealOf(brake) !== seal) return [CHANGED];
  const creditor = await db.prisma.creditor.findUniqueOrThrow({ where: { id: row.creditorId } });
  const { kind, kindOfNew, controlTotal, ...staged } = held;
  const result = await applyImport(
    { db, workspace, now, memberId: member.id, kind, kindOfNew, controlTotal, agreedTo: brake },
    {
      importId,
      format: { name: row.format as FormatName, kind: row.kind === 'payments' ? 'payments' : 'ledger' },
      wasHeld: true,
      asOf: dayOfDate(row.asOf),
      creditor,
      staged: { ...staged, sample: [] },
    },
  );
  if (result.status === 'brake') return [CHANGED];
  return result.sentences;
}

/** A manager discards an import that was held back. Returns a sentence. Throws DulyError `not_allowed`, `import_not_held`. */
export async function discardHeldImport(db: Db, deciding: Deciding): Promise<string> {
  const { workspace, member, importId, now } = deciding;
  requireMay(member, 'manage');
  const { fileName } = await heldRow(db, deciding);
  await db.transaction(async (tx) => {
    const held = { workspaceId: workspace.id, importId, status: 'discarded' as const };
    if (!(await dropHeldImport(tx, { ...held, decidedBy: member.id }))) throw importNotHeld(importId);
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'ledger_import_discarded',
      subjectKind: 'ledger_import',
      subjectId: importId,
    });
    await showHeldImport(tx, { workspace, importId, now });
  });
  return `${fileName} is discarded: nothing was changed. Import it again where that was wrong.`;
}

async function heldRow(db: Db, { workspace, importId }: Deciding): Promise<LedgerImport> {
  const where = { id: importId, workspaceId: workspace.id, status: 'brake' };
  const row = await db.prisma.ledgerImport.findFirst({ where });
  if (!row) throw importNotHeld(importId);
  return row;
}
