import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type MissingItemsView, missingItemsMessage } from '../../../blocks/lists/missingItemsMessage.ts';
import { shortDay } from '../../core/dayName.ts';
import { missingAnswers } from '../../core/missingAnswer.ts';
import { formatMoney, totalsByCurrency } from '../../core/money.ts';
import { newId } from '../../core/newId.ts';
import { rightPerson } from '../../core/rightPerson.ts';
import { isPrivateChannel } from '../../db/channelFacts.ts';
import type { Db, Queries, Tx } from '../../db/client.ts';
import { loadMemberFacts } from '../../db/memberFacts.ts';
import { lastImportThatLeftOut, type MissingItem, missingItems } from '../../db/missingItems.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';

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
    const said = await lastSaid(tx, workspace.id, messageKey);
    if (!said && items.length === 0) return;
    const channel = await placeFor(tx, listing);
    if (channel === undefined) return;
    const individuals = await isPrivateChannel(tx, workspace.id, channel);
    const shown = missingItemsMessage(viewOf(items, { locale: workspace.locale, individuals }));
    if (said) return update(tx, listing, { messageKey, said, shown });
    await enqueue(
      tx,
      {
        workspaceId: workspace.id,
        key: `post:${messageKey}`,
        messageKey,
        payload: { kind: 'slack_post', channel, ...shown },
      },
      listing.now,
    );
    await removeOlder(tx, listing, messageKey);
  });
}

async function placeFor(tx: Tx, { workspace, now }: Listing): Promise<string | undefined> {
  const { finance } = workspace.settings.channels;
  if (finance !== undefined) return finance;
  const members = await loadMemberFacts(tx, workspace, now);
  const { memberId } = rightPerson({ asks: 'finance', debtor: {}, members, cannotWait: true });
  if (memberId === undefined) return undefined;
  return (await tx.prisma.member.findUniqueOrThrow({ where: { id: memberId } })).slackUserId;
}

const saidSchema = z.object({ payload: z.object({ text: z.string(), blocks: z.array(z.unknown()) }) });
type Said = z.infer<typeof saidSchema>['payload'];

async function lastSaid(tx: Queries, workspaceId: string, messageKey: string): Promise<Said | undefined> {
  const [last] = await tx.sql(
    saidSchema,
    `SELECT payload FROM outbox WHERE workspace_id = $1 AND message_key = $2 AND kind IN ('slack_post', 'slack_update')
     ORDER BY seq DESC LIMIT 1`,
    [workspaceId, messageKey],
  );
  return last?.payload;
}

async function update(
  tx: Tx,
  { workspace, now }: Listing,
  { messageKey, said, shown }: { messageKey: string; said: Said; shown: { text: string; blocks: unknown[] } },
): Promise<void> {
  const { text, blocks } = shown;
  if (said.text === text && isDeepStrictEqual(said.blocks, JSON.parse(JSON.stringify(blocks)))) return;
  await enqueue(
    tx,
    {
      workspaceId: workspace.id,
      key: `update:${messageKey}:${newId()}`,
      messageKey,
      payload: { kind: 'slack_update', text, blocks },
    },
    now,
  );
}

/** Two lists of the same things would be answered twice. */
async function removeOlder(tx: Tx, { workspace, now }: Listing, messageKey: string): Promise<void> {
  const older = await tx.sql(
    z.object({ message_key: z.string() }),
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
      debtorName: individuals || !item.individual ? item.debtorName : `Account ${item.account}`,
      number: item.number,
      open: formatMoney(item.outstanding, item.currency, locale),
      due: shortDay(item.dueOn, locale),
      since: shortDay(item.missingSince, locale),
      answers: missingAnswers(item.outstanding),
    })),
  };
}
