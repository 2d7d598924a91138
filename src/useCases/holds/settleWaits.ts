import { confirmedWaits, shortOfSaid, type Wait } from '../../core/confirmedWaits.ts';
import { addDays, dateOfDay } from '../../core/day.ts';
import { formatMoney } from '../../core/money.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { isStopped } from '../../db/isStopped.ts';
import { moneySince } from '../../db/moneySince.ts';
import { saidPaid } from '../../db/saidPaid.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Hold } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';
import { closeFindPayment } from './closeFindPayment.ts';
import { questionsOfWait } from './questionsOfWait.ts';

interface Settling {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly now: Date;
}

/** Money that came counts for what was seen at the bank in so many calendar days before. */
const COUNTS_FOR = 30;
const CAME = 'The money came.';

/**
 * Ends the waits for payments that the ledger has confirmed, also those whose days are over, and the questions where they are; what
 * was confirmed by money that was taken back since waits again for the rest of its days. The caller holds the debtor's lock. Returns
 * whether any changed.
 */
export async function settleWaits(tx: Tx, settling: Settling): Promise<boolean> {
  const today = dateOfDay(todayOf(settling.workspace, settling.now));
  const waits = await waitsOf(tx, settling);
  const mayChange = ({ confirmed, untilOn }: Hold) => !confirmed || untilOn >= today;
  if (!waits.some(mayChange)) return false;
  const known = new Map<Hold, Wait>();
  for (const wait of waits) known.set(wait, await whatCame(tx, wait));
  const confirmed = confirmedWaits([...known.values()], settling.workspace.settings);
  let changed = false;
  for (const [wait, whatCameOfIt] of known) {
    const isConfirmed = confirmed.has(wait.id);
    if (!wait.confirmed && isConfirmed) await confirm(tx, settling, wait, whatCameOfIt);
    else if (
      wait.confirmed &&
      !isConfirmed &&
      mayChange(wait) &&
      whatCameOfIt.came.some(({ takenBack }) => takenBack)
    )
      await waitAgain(tx, settling, wait);
    else continue;
    changed = true;
  }
  return changed;
}

/** Waits that nobody ended, the oldest first. */
async function waitsOf(tx: Tx, { workspace, debtorId, now }: Settling): Promise<Hold[]> {
  const of = { workspaceId: workspace.id, debtorId };
  const lately = { gt: dateOfDay(addDays(todayOf(workspace, now), -COUNTS_FOR)) };
  return tx.prisma.hold.findMany({
    where: {
      OR: [
        { ...of, kind: 'already_paid', endedOn: null },
        { ...of, kind: 'payment_seen', endedOn: null, fromOn: lately },
        { ...of, confirmed: true, fromOn: lately },
      ],
    },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
}

async function whatCame(tx: Tx, wait: Hold): Promise<Wait> {
  const { id, workspaceId, debtorId, amount, currency, confirmed, recordedAt: since, fromOn } = wait;
  const came = await moneySince(tx, { workspaceId, debtorId, since });
  const said = amount === null ? await saidPaid(tx, { workspaceId, debtorId, since, dueBefore: fromOn }) : [];
  return { id, amount, currency, since, confirmed, came, said };
}

async function confirm(tx: Tx, settling: Settling, wait: Hold, came: Wait): Promise<void> {
  const { workspace, now } = settling;
  const short = shortOfSaid(came).map(({ amount, currency }) =>
    formatMoney(amount, currency, workspace.locale),
  );
  const outcome = short.length > 0 ? `${CAME} ${short.join(' and ')} less than was owed.` : CAME;
  await change(tx, settling, wait, 'payment_confirmed', short);
  await closeFindPayment(tx, { ...settling, state: 'overtaken', outcome });
  for (const { id: promptId } of await questionsOfWait(tx, wait))
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, now });
}

async function waitAgain(tx: Tx, settling: Settling, wait: Hold): Promise<void> {
  const { workspace, debtorId, now } = settling;
  await change(tx, settling, wait, 'payment_taken_back');
  if (await isStopped(tx, { workspaceId: workspace.id, debtorId })) return;
  for (const { id: promptId, state, outcome } of await questionsOfWait(tx, wait))
    if (state === 'overtaken' && outcome?.startsWith(CAME))
      await reopenPrompt(tx, { workspace, promptId, now });
}

async function change(
  tx: Tx,
  { workspace, now }: Settling,
  { id, confirmed, endedOn: ended }: Hold,
  action: 'payment_confirmed' | 'payment_taken_back',
  short: readonly string[] = [],
): Promise<void> {
  const endedOn = confirmed ? null : dateOfDay(todayOf(workspace, now));
  await tx.prisma.hold.update({ where: { id }, data: { endedOn, confirmed: !confirmed } });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action,
    subjectKind: 'hold',
    subjectId: id,
    before: { endedOn: ended?.toISOString() ?? null },
    ...(short.length > 0 && { after: { short } }),
  });
}
