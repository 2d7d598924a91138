import { z } from 'zod';
import { type MissingItemsView, missingItemsMessage } from '../../../blocks/lists/missingItemsMessage.ts';
import { shortDay } from '../../core/dayName.ts';
import { missingAnswers } from '../../core/missingAnswer.ts';
import { formatMoney, totalsByCurrency } from '../../core/money.ts';
import { nameInPublic } from '../../core/nameInPublic.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lastImportThatLeftOut, type MissingItem, missingItems } from '../../db/missingItems.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { keepMessage } from '../../delivery/keepMessage.ts';
import { whereItGoes } from '../../delivery/whereItGoes.ts';
import { placeOfRole } from '../members/placeOfRole.ts';

const listRow = z.object({ message_key: z.string() });

/** As many as one message holds; the others follow as these are answered. */
const SHOWN = 15;
const PREFIX = 'missing_items:';

type Listing = { readonly workspace: WorkspaceContext; readonly now: Date };

/**
 * Keeps finance's list of open items that the last ledger file did not list: one message in the finance channel (where none is set, to a
 * member of finance), posted after the import that left them out and then kept as things stand. A later import that leaves out more
 * posts a new list in place of the older. Called again it changes nothing.
 */
export async function listMissingItems(db: Db, listing: Listing): Promise<void> {
  const { workspace } = listing;
  const importId = await lastImportThatLeftOut(db, workspace.id);
  if (importId === undefined) return;
  await db.transaction(async (tx) => {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended($1 || $2, 0))`, [PREFIX, workspace.id]);
    const items = await missingItems(tx, workspace.id);
    const messageKey = `${PREFIX}${importId}`;
    const about = { workspace, channel: workspace.settings.channels.finance, asks: 'finance' as const };
    const place = await placeOfRole(tx, { ...about, now: listing.now });
    const channel = items.length > 0 ? place : undefined;
    const message = { workspaceId: workspace.id, messageKey };
    const individuals =
      place !== undefined && (await whereItGoes(tx, { ...message, channel: place })).isPrivate;
    const shown = missingItemsMessage(viewOf(items, { locale: workspace.locale, individuals }));
    const kept = { ...message, channel, shown, now: listing.now };
    if ((await keepMessage(tx, kept)) !== 'posted') return;
    await removeOlder(tx, listing, messageKey);
  });
}

/** Two lists of the same things would be answered twice. */
async function removeOlder(tx: Tx, { workspace, now }: Listing, messageKey: string): Promise<void> {
  const older = await tx.sql(
    listRow,
    `SELECT DISTINCT message_key FROM outbox WHERE workspace_id = $1 AND kind = 'slack_post' AND message_key LIKE $2 || '%'
       AND message_key <> $3`,
    [workspace.id, PREFIX, messageKey],
  );
  for (const { message_key: key } of older) {
    await enqueue(
      tx,
      {
        workspaceId: workspace.id,
        key: `delete:${key}`,
        messageKey: key,
        payload: { kind: 'slack_delete' },
      },
      now,
    );
  }
}

function viewOf(
  items: readonly MissingItem[],
  { locale, individuals }: { locale: string; individuals: boolean },
): MissingItemsView {
  const totals = totalsByCurrency(
    items.map(({ currency, outstanding }) => ({ currency, amount: outstanding })),
  );
  return {
    total: items.length,
    sum: totals.map(({ currency, amount }) => formatMoney(amount, currency, locale)).join(' and '),
    rows: items.slice(0, SHOWN).map((item) => ({
      invoiceId: item.invoiceId,
      debtorName:
        individuals || !item.individual
          ? item.debtorName
          : nameInPublic({ name: item.debtorName, account: item.account }),
      number: item.number,
      open: formatMoney(item.outstanding, item.currency, locale),
      due: shortDay(item.dueOn, locale),
      since: shortDay(item.missingSince, locale),
      answers: missingAnswers(item.outstanding),
    })),
  };
}
