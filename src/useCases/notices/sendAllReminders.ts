import { DulyError } from '../../core/DulyError.ts';
import type { Day } from '../../core/day.ts';
import { inStrands } from '../../core/inStrands.ts';
import { requireMay } from '../../core/permissions.ts';
import { dayIn } from '../../core/zone.ts';
import type { Db } from '../../db/client.ts';
import { type ReminderToSend, remindersToSend } from '../../db/remindersToSend.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { reminderKinds } from '../prompts/promptKinds.ts';
import { refreshStaleLists, type StaleLists } from '../prompts/refreshMorningList.ts';
import { sideBySide } from '../sideBySide.ts';
import { sendReminder } from './sendReminder.ts';

export interface AllSent {
  readonly sent: number;
  readonly left: readonly LeftOut[];
}

/** What was not sent, and why, as a sentence. */
interface LeftOut {
  readonly promptId: string;
  readonly debtorName: string;
  readonly why: string;
  /** a house limit alone holds it back */
  readonly mayOverride: boolean;
}

/**
 * Sends every open reminder on a member's list of today that is not put off, each checked on its own: one that may not go holds up no other.
 * Accounts that have nothing in common are written to side by side.
 * Throws DulyError `not_allowed`, `not_your_list` for the list of somebody else or of another day.
 */
export async function sendAllReminders(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Pick<Member, 'id' | 'role' | 'name' | 'zone'>;
    listOf: string;
    day: Day;
    now: Date;
  },
): Promise<AllSent> {
  const { workspace, member, listOf, day, now } = options;
  requireMay(member, 'send_reminder');
  if (listOf !== member.id || day !== dayIn(member.zone, now)) {
    throw new DulyError(
      'not_your_list',
      `member ${member.id} on the list of ${listOf}`,
      'This list is not yours of today. Send from the newest list in your messages with Duly.',
    );
  }
  const about = { workspaceId: workspace.id, memberId: member.id, kinds: [...reminderKinds], now };
  const prompts = await remindersToSend(db, about);
  const stale: StaleLists = new Set();
  let sent = 0;
  const leftOut = new Map<string, LeftOut>();
  const send = async ({ id, debtorId }: ReminderToSend) => {
    try {
      const { queued } = await sendReminder(db, { workspace, promptId: id, member, stale, now });
      if (queued) sent += 1;
    } catch (error) {
      if (!(error instanceof DulyError)) throw error;
      const debtor = await db.prisma.debtor.findFirstOrThrow({
        where: { id: debtorId, workspaceId: workspace.id },
      });
      leftOut.set(id, {
        promptId: id,
        debtorName: debtor.name,
        why: error.userMessage.replace(/^Nothing was sent\. /, ''),
        mayOverride: error.code === 'house_limit',
      });
    }
  };
  await sideBySide(
    inStrands(prompts, ({ keys }) => keys),
    async (strand) => {
      for (const prompt of strand) await send(prompt);
    },
  );
  await refreshStaleLists(db, { workspace, stale, now });
  const left = prompts.map(({ id }) => leftOut.get(id)).filter((one) => one !== undefined);
  return { sent, left };
}
