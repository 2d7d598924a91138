import { addBusinessDays } from '../../core/calendar.ts';
import { isoDay } from '../../core/day.ts';
import type { Reason } from '../../core/facts.ts';
import { newId } from '../../core/newId.ts';
import { dayIn, instantAt, timeIn } from '../../core/zone.ts';
import type { Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import { insertPrompt } from '../../db/prompts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { whenAsked } from './memberHours.ts';
import { postPrompt } from './postPrompt.ts';
import type { PromptKind } from './promptKinds.ts';
import { refreshMorningList, type StaleLists } from './refreshMorningList.ts';

/** It has no message yet. */
const UNLISTED = -1;

export interface NewPrompt {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly stepId?: string;
  /** the same key is asked once, however often it is opened */
  readonly key: string;
  readonly kind: PromptKind;
  readonly memberId: string;
  /** whose id that is, where the caller has locked them */
  readonly member?: Member;
  readonly reasons: readonly Reason[];
  readonly details?: Record<string, string | number | boolean | null | readonly string[]>;
  /** it is asked only then; until that it stands on the list as put off */
  readonly notBefore?: Date | undefined;
  /** it cannot wait for anybody's morning */
  readonly atOnce?: boolean | undefined;
  /** collects whose list is left to be drawn by the caller; default: it is drawn here */
  readonly stale?: StaleLists | undefined;
  readonly now: Date;
}

/**
 * Asks one member to do one thing within the workspace's answer time (business days). Shows it on the member's morning
 * list and, where it deserves a message of its own, in that list's thread or, where it pings, beside it. Returns the prompt's id, or undefined when
 * this key was asked before.
 */
export async function openPrompt(tx: Tx, prompt: NewPrompt): Promise<string | undefined> {
  const { workspace, now } = prompt;
  const member =
    prompt.member ?? (await lockMembers(tx, workspace.id, [prompt.memberId])).get(prompt.memberId);
  const memberZone = member?.zone ?? workspace.zone;
  const notBefore = whenListed(prompt, memberZone);
  const opened = await insertPrompt(tx, {
    id: newId(),
    workspaceId: workspace.id,
    debtorId: prompt.debtorId,
    stepId: prompt.stepId ?? null,
    key: prompt.key,
    kind: prompt.kind,
    memberId: prompt.memberId,
    openedAt: now,
    answerBy: answerTime(workspace, notBefore ?? now),
    snoozedUntil: notBefore ?? null,
    details: {
      reasons: prompt.reasons,
      ...prompt.details,
      listing: notBefore ? UNLISTED : 0,
      listedOn: isoDay(dayIn(memberZone, now)),
    },
  });
  if (!opened) return undefined;
  const { id: promptId } = opened;
  await refreshMorningList(tx, { workspace, member, stale: prompt.stale, now });
  if (!notBefore) await postPrompt(tx, { workspace, promptId, prompt: opened, now });
  return promptId;
}

/** Nobody is asked anything at night by their own clock; a call back is asked for at the time that the customer named, an alarm at once. */
function whenListed({ workspace, kind, notBefore, atOnce, now }: NewPrompt, memberZone: string) {
  if (atOnce || (kind === 'call_back' && notBefore)) return notBefore;
  const asked = whenAsked(workspace, memberZone, notBefore ?? now);
  return asked > now ? asked : notBefore;
}

/** When an unanswered prompt goes to the next person: the same time of day, `promptAnswerDays` business days on. */
export function answerTime(workspace: WorkspaceContext, now: Date): Date {
  const day = addBusinessDays(
    workspace.calendar,
    todayOf(workspace, now),
    workspace.settings.promptAnswerDays,
  );
  return instantAt(day, timeIn(workspace.zone, now), workspace.zone);
}
