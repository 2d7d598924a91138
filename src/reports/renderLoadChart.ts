import type { Day } from '../core/day.ts';
import { drawPng } from './drawPng.ts';
import type { Picture } from './Picture.ts';
import { shortDay } from './shortDay.ts';
import { ink } from './theme.ts';

export interface LoadChartData {
  /** whose tasks these are: "the policies as they are" */
  readonly under: string;
  readonly locale: string;
  readonly days: readonly Day[];
  /** at least one; the busiest first. Those beyond the twelfth are not shown */
  readonly members: readonly {
    readonly name: string;
    /** prompts a business day */
    readonly capacity: number;
    /** tasks of each of the days */
    readonly counts: readonly number[];
  }[];
}

const MOST_MEMBERS = 12;

/** The tasks of each member on each day as a table of numbers; darker is more, and what is over a member's capacity is in bold with a `!`. */
export async function renderLoadChart({ under, locale, days, members }: LoadChartData): Promise<Picture> {
  const shown = members.slice(0, MOST_MEMBERS);
  const most = Math.max(1, ...shown.flatMap(({ counts }) => counts));
  const cells = shown.flatMap(({ counts }, row) =>
    days.map((_, column) => [column, row, counts[column] ?? 0]),
  );
  const over = ([, row = 0, count = 0]: readonly number[]) => count > (shown[row]?.capacity ?? Infinity);
  const headline = headlineOf(shown, under);
  const png = await drawPng({
    title: {
      left: 24,
      top: 18,
      text: headline,
      subtext: `Tasks per member and day; ! is more than the member’s daily capacity${members.length > MOST_MEMBERS ? `; ${members.length - MOST_MEMBERS} members with less are not shown` : ''}`,
      textStyle: { fontSize: 20, fontWeight: 'bold', color: ink.strong },
      subtextStyle: { fontSize: 15, color: ink.soft },
      itemGap: 8,
    },
    grid: { left: 150, right: 24, top: 100, bottom: 60 },
    xAxis: {
      type: 'category',
      data: days.map((day) => shortDay(day, locale).replace(' ', '\n')),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { fontSize: 12, lineHeight: 15, color: ink.soft, interval: 0 },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ name }) => (name.length > 16 ? `${name.slice(0, 15)}…` : name)),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { fontSize: 14, color: ink.strong },
    },
    visualMap: { show: false, min: 0, max: most, dimension: 2, inRange: { color: ['#ffffff', '#9db8d9'] } },
    series: [
      {
        type: 'heatmap',
        data: cells,
        itemStyle: { borderColor: ink.grid, borderWidth: 1 },
        label: {
          show: true,
          fontSize: 12,
          color: ink.strong,
          formatter: ({ data }: { data?: unknown }) => {
            const cell = data as number[];
            const count = cell[2] ?? 0;
            if (count === 0) return '';
            return over(cell) ? `{over|${count}!}` : String(count);
          },
          rich: { over: { fontWeight: 'bold', fontSize: 12, color: ink.strong } },
        },
      },
    ],
  });
  const lines = shown.map(({ name, counts, capacity }) => {
    const busiest = Math.max(0, ...counts);
    return `${name} ${sum(counts)}, at most ${busiest} a day${busiest > capacity ? `, over the capacity of ${capacity}` : ''}`;
  });
  return { png, altText: `${headline}. ${lines.join('; ')}.` };
}

function headlineOf(members: LoadChartData['members'], under: string): string {
  const crowded = members.filter(({ counts, capacity }) => counts.some((count) => count > capacity)).length;
  const total = members.reduce((all, { counts }) => all + sum(counts), 0);
  const whose = `${total} tasks under ${under}`;
  if (crowded === 0) return `${whose}: nobody over their capacity`;
  return `${whose}: ${crowded} ${crowded === 1 ? 'member' : 'members'} over their capacity`;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
