import type { WorklistRowView, WorklistView } from '../../../blocks/lists/WorklistView.ts';
import type { Day } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import { priority } from '../../core/priority.ts';
import type { Queries } from '../../db/client.ts';
import { type AskedPrompt, type WorklistFilter, type WorklistRow, worklist } from '../../db/worklist.ts';
import { dayEnds, todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { asksAgain } from '../prompts/asksAgain.ts';
import { promptTitle } from '../prompts/promptTitle.ts';
import { writeFilter } from './worklistFilter.ts';

const PER_PAGE = 10;

const titles: Readonly<Record<Exclude<WorklistFilter['kind'], 'over' | 'member'>, string>> = {
  overdue: 'Overdue accounts',
  due: 'Accounts with something to do',
  promises: 'Accounts with an open promise',
  broken: 'Broken promises, still overdue',
  disputes: 'Accounts in dispute',
  unassigned: 'Overdue accounts without an owner who collects',
  habitual: 'Habitual late payers',
};

/** One page of a worklist in priority order, for a reader of that locale; a page beyond the end is the last one. */
export async function loadWorklist(
  tx: Queries,
  options: { workspace: WorkspaceContext; filter: WorklistFilter; page: number; locale: string; now: Date },
): Promise<WorklistView> {
  const { workspace, filter, locale, now } = options;
  const today = todayOf(workspace, now);
  const rows = await worklist(tx, {
    workspaceId: workspace.id,
    filter,
    today,
    dayEnds: dayEnds(workspace, today),
  });
  const ranked = rows
    .map((row) => ({
      row,
      ...priority(
        {
          pastDue: row.pastDue,
          daysPastDue: row.oldestDueOn === undefined ? 0 : today - row.oldestDueOn,
          brokenPromises: row.brokenPromises,
          onCreditHold: row.onCreditHold,
        },
        locale,
      ),
    }))
    .sort((a, b) => b.score - a.score || (a.row.id < b.row.id ? -1 : 1));
  const pages = Math.max(1, Math.ceil(ranked.length / PER_PAGE));
  const page = Math.min(Math.max(0, options.page), pages - 1);
  return {
    title: await titleOf(tx, workspace.id, filter),
    filter: writeFilter(filter),
    page,
    pages,
    total: ranked.length,
    rows: ranked
      .slice(page * PER_PAGE, (page + 1) * PER_PAGE)
      .map(({ row, reason }) => rowView(row, reason, { today, zone: workspace.zone, locale, now })),
  };
}

async function titleOf(tx: Queries, workspaceId: string, filter: WorklistFilter): Promise<string> {
  if (filter.kind === 'over') return `Accounts over ${filter.days} days late`;
  if (filter.kind !== 'member') return titles[filter.kind];
  const member = await tx.prisma.member.findFirst({ where: { id: filter.memberId, workspaceId } });
  return `Accounts of ${member?.name ?? 'somebody who left'}`;
}

function ownerWords({ owner, unassigned }: WorklistRow): string {
  if (owner === undefined) return 'no owner';
  return unassigned ? `${owner}, who does not collect any more` : owner;
}

interface Reading {
  readonly today: Day;
  readonly zone: string;
  readonly locale: string;
  readonly now: Date;
}

function promptWords({ kind, stage, until }: AskedPrompt, reading: Reading): string {
  const title = promptTitle(kind, stage);
  return until && until > reading.now ? `${title}, ${asksAgain(until, reading)}` : title;
}

function rowView(row: WorklistRow, reason: string, reading: Reading): WorklistRowView {
  const { locale } = reading;
  const { promise, prompt, openDisputes, stopped, handedTo } = row;
  return {
    debtorId: row.id,
    name: row.name,
    owed: reason || 'nothing overdue',
    notes: [
      ownerWords(row),
      ...(stopped ? ['stopped'] : []),
      ...(handedTo ? [`handed to ${handedTo}`] : []),
      ...(promise
        ? [
            `promised ${formatMoney(promise.amount, promise.currency, locale)} by ${dayName(promise.on, locale)}`,
          ]
        : []),
      ...(openDisputes > 0 ? ['in dispute'] : []),
      ...(prompt ? [`to do: ${promptWords(prompt, reading)}`] : []),
    ],
  };
}
