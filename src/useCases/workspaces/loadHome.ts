import type { HomePrompt, HomeView } from '../../../blocks/home/HomeView.ts';
import { addDays, weekday } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import { may } from '../../core/permissions.ts';
import { priority } from '../../core/priority.ts';
import { stageName } from '../../core/stageName.ts';
import { instantAt } from '../../core/zone.ts';
import type { Queries } from '../../db/client.ts';
import { type ListedPrompt, listedPrompts } from '../../db/morningList.ts';
import {
  duePromises,
  figuresSince,
  teamPrompts,
  type WeekFigures,
  waitingApprovals,
} from '../../db/myDay.ts';
import { dayEnds, todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { callKinds, reminderKinds } from '../prompts/promptKinds.ts';
import { promptTitle } from '../prompts/promptTitle.ts';
import { setUpState } from './setUpState.ts';

/** A member's Home tab as it stands now, without the footnote that says when that was. */
export async function loadHome(
  tx: Queries,
  { workspace, member, now }: { workspace: WorkspaceContext; member: Member; now: Date },
): Promise<Omit<HomeView, 'footnote'>> {
  const { id: workspaceId, zone } = workspace;
  const { id: memberId, locale } = member;
  const today = todayOf(workspace, now);
  const monday = addDays(today, 1 - weekday(today));
  const dayBegan = instantAt(today, '00:00', zone);
  const [prompts, promises, approvals, week, team, steps] = await Promise.all([
    listedPrompts(tx, { workspaceId, memberId, dayBegan, today }),
    duePromises(tx, { workspaceId, memberId, today }),
    waitingApprovals(tx, { workspaceId, memberId }),
    figuresSince(tx, { workspaceId, memberId, since: instantAt(monday, '00:00', zone) }),
    teamPrompts(tx, { workspaceId, dayEnds: dayEnds(workspace, today) }),
    may(member.role, 'manage') ? setUpState(tx, { workspace, now, locale }) : undefined,
  ]);
  const waiting = prompts.filter((p) => p.state === 'open' && !(p.snoozedUntil && p.snoozedUntil > now));
  return {
    dayName: dayName(today, locale),
    prompts: waiting
      .map((prompt) => ({ prompt, ...priority(factsOf(prompt, today), locale) }))
      .sort((a, b) => b.score - a.score || (a.prompt.id < b.prompt.id ? -1 : 1))
      .map(({ prompt, reason }) => homePrompt(prompt, reason)),
    promises: {
      total: promises.total,
      lines: promises.rows.map(({ debtorId, debtorName, amount, currency, on }) => ({
        debtorId,
        debtorName,
        about: `${formatMoney(amount, currency, locale)} promised for ${on === today ? 'today' : dayName(on, locale)}`,
      })),
    },
    approvals: {
      total: approvals.total,
      lines: approvals.rows.map(({ debtorId, debtorName, kind, askedBy, onceMore }) => ({
        debtorId,
        debtorName,
        about: `${stageName(kind)}, asked for by ${askedBy}${onceMore ? ': confirm it once more' : ''}`,
      })),
    },
    week: weekWords(week, locale),
    team: `${count(team.open, 'open follow-up')}${team.stuck > 0 ? `, ${team.stuck} that nobody answered` : ''}.`,
    ...(steps && { setUp: { started: workspace.startedAt !== undefined, steps } }),
  };
}

function homePrompt(prompt: ListedPrompt, owed: string): HomePrompt {
  const { id, kind, stage, debtorId, debtorName, hasEmail } = prompt;
  const calls = callKinds.some((call) => call === kind);
  const looks = reminderKinds.some((one) => one === kind) && hasEmail;
  return {
    promptId: id,
    debtorId,
    debtorName,
    title: promptTitle(kind, stage),
    owed,
    ...(calls && { act: { actionId: 'prompt_log_call' as const, text: 'Log the call' } }),
    ...(looks && { act: { actionId: 'prompt_look' as const, text: 'Look at the reminder' } }),
  };
}

function factsOf({ totals, oldestDueOn, brokenPromises, onCreditHold }: ListedPrompt, today: number) {
  return {
    pastDue: totals,
    daysPastDue: oldestDueOn === undefined ? 0 : today - oldestDueOn,
    brokenPromises,
    onCreditHold,
  };
}

function weekWords({ calls, conversations, promises, promised }: WeekFigures, locale: string): string {
  const amounts = promised.map(({ amount, currency }) => formatMoney(amount, currency, locale));
  const over = amounts.length > 0 ? ` of ${amounts.join(' + ')}` : '';
  return `${count(calls, 'call')}, ${count(conversations, 'conversation')}, ${count(promises, 'promise')}${over}.`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
