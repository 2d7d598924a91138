import { addDays, type Day, dateOfDay, weekday } from '../../core/day.ts';
import { arePastTheirTime } from '../../core/recordsTime.ts';
import { type KeptAccount, oldAccounts } from '../../db/accountRecords.ts';
import type { Db } from '../../db/client.ts';
import { emptyMessages } from '../../db/emptyMessages.ts';
import { forgetToldAfter, noteRecordsKept, recordsKept } from '../../db/recordsKept.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Log } from '../../log.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import { eraseAccount, TOLD_AHEAD_DAYS } from './eraseAccount.ts';
import { tellOfErasures } from './tellOfErasures.ts';
import { yearsOf } from './yearsOf.ts';

const BATCH = 200;

/**
 * Once a business day, in the hours in which people are asked: erases the personal data of accounts whose time has passed and of which the
 * managers were told a week before, each in a transaction of its own, and once a week tells them what comes next. It asks the database what is left, so a missed, broken-off or doubled call
 * changes nothing. What Duly wrote on Slack and mailed is kept in the outbox no longer than the shorter of the two times, but for letters, which are
 * kept with their account. Where the clock has gone back behind the last time nothing is erased, and what was told ahead of it is told again.
 */
export async function keepRecords(
  db: Db,
  { workspace, now, log }: { workspace: WorkspaceContext; now: Date; log: Log },
): Promise<void> {
  if (!isPromptTime(workspace, now)) return;
  const today = todayOf(workspace, now);
  const kept = await recordsKept(db, workspace.id);
  if (kept.on === today) return;
  if (kept.on !== undefined && kept.on > today) await forgetToldAfter(db, workspace.id, today);
  else {
    const tellsAgain = kept.toldOn === undefined || kept.toldOn < mondayOf(today);
    await lookThrough(db, { workspace, today, now, log, tellsAgain });
    const copiesBefore = (day: Day) => dateOfDay(addDays(day, -366 * shortestYears(workspace)));
    await emptyMessages(db, {
      workspaceId: workspace.id,
      from: kept.on && copiesBefore(kept.on),
      before: copiesBefore(today),
    });
  }
  await noteRecordsKept(db, workspace.id, { from: kept.on, on: today });
}

function shortestYears(workspace: WorkspaceContext): number {
  const { house, regulationF } = yearsOf(workspace);
  return Math.min(house, regulationF);
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

async function lookThrough(
  db: Db,
  round: { workspace: WorkspaceContext; today: Day; now: Date; log: Log; tellsAgain: boolean },
): Promise<void> {
  const { workspace, today, now, log, tellsAgain } = round;
  const workspaceId = workspace.id;
  const years = yearsOf(workspace);
  const before = addDays(today, TOLD_AHEAD_DAYS - 365 * shortestYears(workspace));
  const toTell: KeptAccount[] = [];
  for (let after = ''; ; ) {
    const accounts = await oldAccounts(db, { workspaceId, before, after, most: BATCH });
    for (const account of accounts) {
      if (account.toldOn !== undefined) {
        if (account.toldOn <= addDays(today, -TOLD_AHEAD_DAYS))
          await eraseAccount(db, { workspace, debtorId: account.id, now }).catch((err: unknown) =>
            log.error({ err, debtorId: account.id }, 'an account could not be erased'),
          );
      } else if (arePastTheirTime(account, years, addDays(today, TOLD_AHEAD_DAYS))) toTell.push(account);
    }
    const last = accounts.at(-1);
    if (!last || accounts.length < BATCH) break;
    after = last.id;
  }
  if (tellsAgain) await tellOfErasures(db, { workspace, accounts: toTell, today, now });
}
