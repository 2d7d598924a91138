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
  const about = await aboutIndividuals(tx, held, (where) =>
    tx.prisma.approval.findMany({ where, select: { id: true, debtorId: true } }),
  );
  await moveOthers(tx, held, about);
  if (about.length > 0) await reviewAwaitingApproval(tx, held.workspaceId, held.now);
}

async function moveCreditHolds(tx: Tx, held: Move): Promise<void> {
  const about = await aboutIndividuals(tx, held, (where) =>
    tx.prisma.creditHold.findMany({ where, select: { id: true, debtorId: true } }),
  );
  await moveOthers(tx, held, about);
  for (const key of about) await tellAgain(tx, { workspace: held.after, key, now: held.now });
}

async function moveOthers(tx: Tx, held: Move, about: readonly string[]): Promise<void> {
  const messages = held.messages.filter((key) => !about.includes(key));
  await moveHeldUp(tx, { ...held, messages }, held.to);
  if (about.length > 0) await forgetHeldUp(tx, { ...held, messages: about });
}

/** Those that may not stand in the new channel; the key of each message ends with the id of what it tells, by which `find` knows the account. */
async function aboutIndividuals(
  tx: Tx,
  held: Move,
  find: (where: { workspaceId: string; id: { in: string[] } }) => Promise<{ id: string; debtorId: string }[]>,
): Promise<string[]> {
  const { workspaceId } = held;
  if (await isPrivateChannel(tx, workspaceId, held.to)) return [];
  const idOf = (key: string) => key.split(':').at(-1) ?? '';
  const told = await find({ workspaceId, id: { in: held.messages.map(idOf) } });
  const individuals = await tx.prisma.debtor.findMany({
    where: { workspaceId, kind: 'individual', id: { in: told.map(({ debtorId }) => debtorId) } },
    select: { id: true },
  });
  const named = new Set(individuals.map(({ id }) => id));
  const ids = new Set(told.filter(({ debtorId }) => named.has(debtorId)).map(({ id }) => id));
  return held.messages.filter((key) => ids.has(idOf(key)));
}
