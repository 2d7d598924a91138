import { dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { CallTrace } from '../calls/callConsequences.ts';
import { replaceEarlier } from './replaceEarlier.ts';
import { standingConfirmations } from './standingConfirmations.ts';

/**
 * Whoever pays wrote that they will: what somebody else promised for them is confirmed, and stops clocks as if they had promised it
 * and takes the place of what they promised before, once a manager has agreed where one has to. What replies before it confirmed it confirms as well: it
 * stays confirmed when one of them is taken back. The caller holds the debtor's lock.
 */
export async function confirmPromises(
  tx: Tx,
  { workspace, debtorId, now }: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<{ readonly said: readonly string[]; readonly trace: CallTrace }> {
  const before = await standingConfirmations(tx, { workspaceId: workspace.id, debtorId });
  const where = { workspaceId: workspace.id, debtorId, state: 'open', unconfirmed: true };
  const open = await tx.prisma.promise.findMany({
    where,
    include: { invoices: true },
    orderBy: [{ promisedOn: 'asc' }, { id: 'asc' }],
  });
  const replacedPromises = [...before.replaced];
  const confirmed = open.map((promise) => ({ ...promise, unconfirmed: false }));
  for (const agreement of new Set(confirmed.map(({ id, planId }) => planId ?? id))) {
    const promises = confirmed.filter(({ id, planId }) => (planId ?? id) === agreement);
    const by = { workspace, promises, madeOn: todayOf(workspace, now), now };
    replacedPromises.push(...(await replaceEarlier(tx, by)).promiseIds);
  }
  await tx.prisma.promise.updateMany({ where, data: { unconfirmed: false } });
  const said = open.map(({ amount, currency, promisedOn }) => {
    const money = formatMoney(amount, currency, workspace.locale);
    return `That confirms the promise of ${money} for ${shortDay(dayOfDate(promisedOn), workspace.locale)}.`;
  });
  const confirmedPromises = [...before.confirmed, ...open.map(({ id }) => id)];
  return { said, trace: { replacedPromises, confirmedPromises } };
}
