import { z } from 'zod';
import { type HeldImportView, heldImportMessage } from '../../../blocks/imports/heldImportMessage.ts';
import { dayOfDate } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { debtorKindName } from '../../core/debtorKindName.ts';
import { formatMoney } from '../../core/money.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { keepMessage } from '../../delivery/keepMessage.ts';
import type { LedgerImport } from '../../generated/prisma/client.ts';
import { placeOfRole } from '../members/placeOfRole.ts';
import { heldImport, sealOf } from './HeldImport.ts';

const decided = z.object({ decidedBy: z.string().nullish() });

/**
 * Asks the managers about an import that was held back, once, in the approvals channel (where none is set, one of them), and keeps that
 * message as things stand: who had it applied or discarded, or that a later import took its place. Asks nobody before the workspace is
 * started. The caller holds the import's row.
 */
export async function showHeldImport(
  tx: Tx,
  { workspace, importId, now }: { workspace: WorkspaceContext; importId: string; now: Date },
): Promise<void> {
  const row = await tx.prisma.ledgerImport.findUniqueOrThrow({ where: { id: importId } });
  const asks = row.status === 'brake' && workspace.startedAt !== undefined;
  const { approvals } = workspace.settings.channels;
  const place = { workspace, channel: approvals, asks: 'manager' as const, now };
  await keepMessage(tx, {
    workspaceId: workspace.id,
    messageKey: `held_import:${importId}`,
    channel: asks ? await placeOfRole(tx, place) : undefined,
    shown: heldImportMessage(await viewOf(tx, workspace, row)),
    now,
  });
}

async function viewOf(tx: Tx, { locale }: WorkspaceContext, row: LedgerImport): Promise<HeldImportView> {
  const { name: creditor } = await tx.prisma.creditor.findUniqueOrThrow({ where: { id: row.creditorId } });
  const file = `${row.fileName}, as of ${dayName(dayOfDate(row.asOf), locale)} (${creditor})`;
  if (row.status !== 'brake') return { file, outcome: await outcomeOf(tx, row) };
  const { brake, held } = heldImport.parse(row.summary);
  const money = held.openInFile.map(({ amount, currency }) => formatMoney(amount, currency, locale));
  const { controlTotal: typed, kindOfNew } = held;
  return {
    file,
    ask: {
      importId: row.id,
      seal: sealOf(brake),
      reasons: brake,
      figures: [
        `${held.rows} rows read${held.rejected > 0 ? `, ${held.rejected} of them could not be taken` : ''}`,
        ...(row.kind === 'ledger' ? [`Open in the file: ${money.join(', ') || 'nothing'}`] : []),
        ...(kindOfNew ? [`New customers are taken for: ${debtorKindName(kindOfNew)}`] : []),
        ...(typed ? [`Control total typed in: ${formatMoney(typed.amount, typed.currency, locale)}`] : []),
      ],
    },
  };
}

async function outcomeOf(tx: Tx, { status, summary, workspaceId }: LedgerImport): Promise<string> {
  const { decidedBy } = decided.parse(summary);
  const by = decidedBy
    ? await tx.prisma.member.findFirst({ where: { id: decidedBy, workspaceId } })
    : undefined;
  if (status === 'overtaken') return 'A later import of this ledger took its place.';
  return status === 'applied'
    ? `${by?.name ?? 'A manager'} had it imported all the same.`
    : `${by?.name ?? 'A manager'} discarded it: nothing was changed.`;
}
