import type { MorningListView } from '../../../blocks/prompts/MorningListView.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { priority } from '../../core/priority.ts';
import { stageName } from '../../core/stageName.ts';
import { dayIn, instantAt } from '../../core/zone.ts';
import type { Queries } from '../../db/client.ts';
import { type ListedPrompt, listedPrompts } from '../../db/morningList.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { asksAgain } from './asksAgain.ts';
import { reminderKinds } from './promptKinds.ts';
import { promptTitle } from './promptTitle.ts';

/** All that is asked of a member today, by their own calendar, in priority order: what is open, and what was answered since the day began. */
export async function loadMorningList(
  tx: Queries,
  { workspace, member, now }: { workspace: WorkspaceContext; member: Member; now: Date },
): Promise<MorningListView> {
  const { id: memberId, zone, locale } = member;
  const today = dayIn(zone, now);
  const dayBegan = instantAt(today, '00:00', zone);
  const prompts = await listedPrompts(tx, { workspaceId: workspace.id, memberId, dayBegan, today });
  return viewOf(prompts, { memberId, today, zone, locale, now });
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
        putOff: putOffUntil(prompt, about),
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
        note: noteOf(prompt, about),
      })),
  };
}

function isReminder({ kind }: ListedPrompt): boolean {
  return reminderKinds.some((one) => one === kind);
}

interface Reading {
  readonly today: Day;
  readonly zone: string;
  readonly locale: string;
  readonly now: Date;
}

function noteOf(prompt: ListedPrompt, reading: Reading): string | undefined {
  return prompt.escalation >= 3 ? 'stuck: nobody answered' : putOffUntil(prompt, reading);
}

function putOffUntil({ snoozedUntil }: ListedPrompt, reading: Reading): string | undefined {
  return snoozedUntil && snoozedUntil > reading.now ? asksAgain(snoozedUntil, reading) : undefined;
}

function priorityFacts(prompt: ListedPrompt, today: Day) {
  return {
    pastDue: prompt.totals,
    daysPastDue: prompt.oldestDueOn === undefined ? 0 : today - prompt.oldestDueOn,
    brokenPromises: prompt.brokenPromises,
    onCreditHold: prompt.onCreditHold,
  };
}
