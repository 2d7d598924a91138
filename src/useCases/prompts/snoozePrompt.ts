import { businessDaysBetween } from '../../core/calendar.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { Day } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { instantAt } from '../../core/zone.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { openPromptFor } from './openPromptFor.ts';
import { rememberOnPrompt } from './rememberOnPrompt.ts';
import { requireMayMove } from './requireMayMove.ts';
import { snoozeUntil } from './snoozeUntil.ts';
import { whenShown } from './whenShown.ts';

/** A prompt may be put off by at most so many business days, so many times. */
export const MOST_SNOOZE_DAYS = 5;
export const MOST_SNOOZES = 2;

/** Puts a prompt off until the morning of a day. Throws DulyError beyond five business days or a third time. */
export async function snoozePrompt(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    promptId: string;
    until: Day;
    /** the same submission delivered twice puts it off once */
    key: string;
    now: Date;
  },
): Promise<string> {
  const { workspace, member, promptId, until, key, now } = options;
  const today = todayOf(workspace, now);
  if (until <= today || businessDaysBetween(workspace.calendar, today, until) > MOST_SNOOZE_DAYS) {
    throw new DulyError(
      'snooze_length',
      `snooze until ${until}`,
      `A prompt can be put off by one to ${MOST_SNOOZE_DAYS} business days: choose another day.`,
    );
  }
  return db.transaction(async (tx) => {
    const prompt = await openPromptFor(tx, workspace, promptId);
    requireMayMove(member, prompt.kind);
    const said = `Put off until ${dayName(until, member.locale)}. The account's clock goes on.`;
    if ((prompt.details as { snoozedBy?: string }).snoozedBy === key) return said;
    if (prompt.snoozes >= MOST_SNOOZES) throw snoozedTwice();
    await lockMembers(tx, workspace.id, [prompt.memberId]);
    await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details: { snoozedBy: key } });
    await snoozeUntil(tx, {
      workspace,
      promptId,
      until: whenShown(workspace, instantAt(until, workspace.settings.promptsAt, workspace.zone)),
      byMember: true,
      now,
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'prompt_snoozed',
      subjectKind: 'prompt',
      subjectId: promptId,
    });
    return said;
  });
}

export function snoozedTwice(): DulyError {
  return new DulyError(
    'snoozed_twice',
    'a third snooze',
    'It was put off twice already. Do it now, or hand it over.',
  );
}
