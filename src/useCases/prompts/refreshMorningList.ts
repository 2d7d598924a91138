import type { MorningListView } from '../../../blocks/prompts/MorningListView.ts';
import { morningListMessage } from '../../../blocks/prompts/morningListMessage.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { newId } from '../../core/newId.ts';
import { priority } from '../../core/priority.ts';
import { stageName } from '../../core/stageName.ts';
import { dayIn, instantAt, timeIn } from '../../core/zone.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import { type ListedPrompt, listedPrompts } from '../../db/morningList.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { whenAsked } from './memberHours.ts';
import { reminderKinds } from './promptKinds.ts';
import { promptTitle } from './promptTitle.ts';

/** One list a day, by the member's own calendar. */
export function morningListKey({ id, zone }: { id: string; zone: string }, now: Date): string {
  return `morning:${id}:${isoDay(dayIn(zone, now))}`;
}

/**
 * Members whose list of today is to be drawn once by the caller, by `refreshStaleLists`, after much was changed on it. A list
 * left stale by a kill in between is drawn anew with the next change.
 */
export type StaleLists = Set<string>;

/** Draws the lists that were left stale, each in a transaction of its own. */
export async function refreshStaleLists(
  db: Db,
  { workspace, stale, now }: { workspace: WorkspaceContext; stale: StaleLists; now: Date },
): Promise<void> {
  for (const memberId of stale) {
    await db.transaction(async (tx) => {
      await lockMembers(tx, workspace.id, [memberId]);
      await refreshMorningList(tx, { workspace, memberId, now });
    });
  }
}

async function isListed(tx: Tx, workspace: WorkspaceContext, member: Member, now: Date): Promise<boolean> {
  const key = `post:${morningListKey(member, now)}`;
  const rows = await tx.execute(
    `SELECT FROM outbox WHERE workspace_id = $1 AND key = $2 AND state <> 'failed'`,
    [workspace.id, key],
  );
  return rows > 0;
}

/**
 * Shows a member's list as it stands in this transaction: posted once a day, not at night by the member's own clock, then updated in place. The caller holds the
 * member's lock (`lockMembers`), so that no two transactions list without seeing each other's prompts.
 */
export async function refreshMorningList(
  tx: Tx,
  options: { workspace: WorkspaceContext; memberId: string; stale?: StaleLists | undefined; now: Date },
): Promise<void> {
  const { workspace, memberId, stale, now } = options;
  const member = await tx.prisma.member.findFirst({ where: { id: memberId, workspaceId: workspace.id } });
  if (!member || member.leftAt) return;
  if (stale && (await isListed(tx, workspace, member, now))) {
    stale.add(memberId);
    return;
  }
  const isAwake = whenAsked(workspace, member.zone, now) <= now;
  if (!isAwake && !(await isListed(tx, workspace, member, now))) return;
  const today = dayIn(member.zone, now);
  const prompts = await listedPrompts(tx, {
    workspaceId: workspace.id,
    memberId,
    dayBegan: instantAt(today, '00:00', member.zone),
    today,
  });
  const messageKey = morningListKey(member, now);
  const { text, blocks } = morningListMessage(
    viewOf(prompts, { memberId, today, zone: member.zone, locale: member.locale, now }),
  );
  const posted = await enqueue(
    tx,
    {
      workspaceId: workspace.id,
      key: `post:${messageKey}`,
      messageKey,
      payload: { kind: 'slack_post', channel: member.slackUserId, text, blocks },
    },
    now,
  );
  if (posted) return;
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

function viewOf(
  prompts: readonly ListedPrompt[],
  about: { memberId: string; today: Day; zone: string; locale: string; now: Date },
): MorningListView {
  const ranked = prompts
    .map((prompt) => ({ prompt, ...priority(priorityFacts(prompt, about.today), about.locale) }))
    .sort((a, b) => b.score - a.score || a.prompt.debtorName.localeCompare(b.prompt.debtorName));
  return {
    memberId: about.memberId,
    day: isoDay(about.today),
    dayName: dayName(about.today, about.locale),
    reminders: ranked
      .filter(({ prompt }) => isReminder(prompt))
      .map(({ prompt, reason }) => ({
        promptId: prompt.id,
        debtorId: prompt.debtorId,
        debtorName: prompt.debtorName,
        stage: stageName(prompt.kind === 'reminder' ? (prompt.stage ?? '') : prompt.kind),
        owed: reason,
        state: prompt.state,
        outcome: prompt.outcome,
        sendable: prompt.hasEmail,
      })),
    tasks: ranked
      .filter(({ prompt }) => !isReminder(prompt) && prompt.kind !== 'issued')
      .map(({ prompt, reason }) => ({
        promptId: prompt.id,
        debtorName: prompt.debtorName,
        title: promptTitle(prompt.kind, prompt.stage),
        owed: reason,
        state: prompt.state,
        outcome: prompt.outcome,
        note: noteOf(prompt, about),
      })),
    arrivals: ranked
      .filter(({ prompt }) => prompt.kind === 'issued')
      .map(({ prompt }) => ({
        promptId: prompt.id,
        debtorName: prompt.debtorName,
        missing: prompt.reasons,
        state: prompt.state,
        outcome: prompt.outcome,
      })),
  };
}

function isReminder({ kind }: ListedPrompt): boolean {
  return reminderKinds.some((one) => one === kind);
}

function noteOf(
  prompt: ListedPrompt,
  { today, zone, locale, now }: { today: Day; zone: string; locale: string; now: Date },
): string | undefined {
  if (prompt.escalation >= 3) return 'stuck: nobody answered';
  if (prompt.snoozedUntil && prompt.snoozedUntil > now) {
    const day = dayIn(zone, prompt.snoozedUntil);
    return `${day === today ? 'today' : dayName(day, locale)} at ${timeIn(zone, prompt.snoozedUntil)}`;
  }
  return undefined;
}

function priorityFacts(prompt: ListedPrompt, today: Day) {
  return {
    pastDue: prompt.totals,
    daysPastDue: prompt.oldestDueOn === undefined ? 0 : today - prompt.oldestDueOn,
    brokenPromises: prompt.brokenPromises,
    onCreditHold: prompt.onCreditHold,
  };
}
