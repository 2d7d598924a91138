import { z } from 'zod';
import { dateOfDay, dayOf } from '../../core/day.ts';
import { isPrivateChannel } from '../../db/channelFacts.ts';
import type { Tx } from '../../db/client.ts';
import { reviewAwaitingApproval } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { forgetHeldUp, type HeldUp, heldUpIn, moveHeldUp } from '../../delivery/heldUp.ts';
import { CREDIT_HOLD_TOLD, tellAgain } from '../creditHolds/tellAccountManagers.ts';

interface Change {
  readonly before: WorkspaceContext;
  readonly after: WorkspaceContext;
  readonly now: Date;
}

type Channels = WorkspaceContext['settings']['channels'];
type Move = HeldUp & Change & { readonly to: string };

/**
 * What could not be posted in a channel that is not used any more goes to the one in its place: a digest that is still due as it
 * stands by then; all else as it was written, but in a public channel nothing that was written about a private individual:
 * a request is withdrawn when its account is looked at next, and a credit hold is told without the name.
 */
export async function moveMessages(tx: Tx, change: Change): Promise<void> {
  const { before, after } = change;
  for (const [prefix, channelOf, move] of [
    ['approval:', ({ approvals, collections }: Channels) => approvals ?? collections, moveRequests],
    ['digest:daily:', ({ collections }: Channels) => collections, forgetDigests],
    ['digest:weekly:', ({ finance }: Channels) => finance, forgetDigests],
    [CREDIT_HOLD_TOLD, ({ accountManagers }: Channels) => accountManagers, moveCreditHolds],
  ] as const) {
    const [from, to] = [channelOf(before.settings.channels), channelOf(after.settings.channels)];
    if (!from || !to || from === to) continue;
    const messages = await heldUpIn(tx, { workspaceId: before.id, from, prefix });
    if (messages.length > 0) await move(tx, { ...change, workspaceId: before.id, from, to, messages });
  }
}

/** The heartbeat posts what is still due, for whoever reads there. */
async function forgetDigests(tx: Tx, held: Move): Promise<void> {
  await forgetHeldUp(tx, held);
  for (const key of held.messages) {
    const [, kind = '', on = ''] = key.split(':');
    const where = { workspaceId: held.workspaceId, kind, forOn: dateOfDay(dayOf(on)) };
    await tx.prisma.digest.deleteMany({ where });
  }
}

async function moveRequests(tx: Tx, held: Move): Promise<void> {
  const about = await aboutIndividuals(tx, held, `SELECT 'approval:' || id AS key, debtor_id FROM approval`);
  await moveOthers(tx, held, about);
  if (about.length > 0) await reviewAwaitingApproval(tx, held.workspaceId, held.now);
}

async function moveCreditHolds(tx: Tx, held: Move): Promise<void> {
  const told = ['set', 'released'].map(
    (what) => `SELECT '${CREDIT_HOLD_TOLD}${what}:' || id AS key, debtor_id FROM credit_hold`,
  );
  const about = await aboutIndividuals(tx, held, told.join(' UNION ALL '));
  await moveOthers(tx, held, about);
  for (const key of about) await tellAgain(tx, { workspace: held.after, key, now: held.now });
}

async function moveOthers(tx: Tx, held: Move, about: readonly string[]): Promise<void> {
  const messages = held.messages.filter((key) => !about.includes(key));
  await moveHeldUp(tx, { ...held, messages }, held.to);
  if (about.length > 0) await forgetHeldUp(tx, { ...held, messages: about });
}

/** Those that may not stand in the new channel; `messages` asks for the key of each message and its account. */
async function aboutIndividuals(tx: Tx, held: Move, messages: string): Promise<string[]> {
  if (await isPrivateChannel(tx, held.workspaceId, held.to)) return [];
  const rows = await tx.sql(
    z.object({ key: z.string() }),
    `SELECT m.key FROM (${messages}) m JOIN debtor d ON d.id = m.debtor_id
     WHERE d.workspace_id = $1 AND d.kind = 'individual' AND m.key = ANY($2)`,
    [held.workspaceId, held.messages],
  );
  return rows.map(({ key }) => key);
}
