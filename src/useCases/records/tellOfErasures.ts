import { pickDebtorMessage } from '../../../blocks/lists/pickDebtorMessage.ts';
import { addDays, type Day, dateOfDay, isoDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import type { KeptAccount } from '../../db/accountRecords.ts';
import type { Db } from '../../db/client.ts';
import { activeMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { TOLD_AHEAD_DAYS } from './eraseAccount.ts';

/** Accounts that the message names; the others are counted. */
const MOST_NAMED = 20;

/**
 * Tells each manager, by direct message, which accounts will be erased from a week on, and how to keep them; with it their week begins. Told
 * once, whatever is run again. Nobody was told where there is no manager, so that nothing is erased before one is there.
 */
export async function tellOfErasures(
  db: Db,
  {
    workspace,
    accounts,
    today,
    now,
  }: { workspace: WorkspaceContext; accounts: readonly KeptAccount[]; today: Day; now: Date },
): Promise<void> {
  const workspaceId = workspace.id;
  if (accounts.length === 0) return;
  await db.transaction(async (tx) => {
    const managers = (await activeMembers(tx, workspaceId)).filter(({ role }) => role === 'manager');
    if (managers.length === 0) return;
    await tx.prisma.debtor.updateMany({
      where: { workspaceId, id: { in: accounts.map(({ id }) => id) } },
      data: { erasureToldOn: dateOfDay(today) },
    });
    for (const { id, slackUserId, locale } of managers) {
      const said = pickDebtorMessage({
        question: question(accounts.length, addDays(today, TOLD_AHEAD_DAYS), locale),
        debtors: accounts.slice(0, MOST_NAMED).map(({ id, name, account, lastActivityOn }) => ({
          id,
          name,
          about: `Account ${account}, nothing since ${dayName(lastActivityOn, locale)}`,
        })),
        choose: { actionId: 'open_account', text: 'Open account' },
        more: false,
      });
      const payload = { kind: 'slack_post' as const, channel: slackUserId, ...said };
      await enqueue(tx, { workspaceId, key: `erasures:${isoDay(today)}:${id}`, payload }, now);
    }
  });
}

function question(count: number, from: Day, locale: string): string {
  const which = count === 1 ? 'one account are' : `${count} accounts are`;
  const first = count > MOST_NAMED ? ` These are the first ${MOST_NAMED} of them.` : '';
  return `The personal data of ${which} past the time for which they are kept, and will be erased from ${dayName(from, locale)} on: contacts, words, letters and copies; amounts and dates stay. To keep an account, set a legal hold on it: open it, or type /debt legal-hold.${first}`;
}
