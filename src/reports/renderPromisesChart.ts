import type { Day } from '../core/day.ts';
import { formatMoney } from '../core/money.ts';
import { drawPng } from './drawPng.ts';
import { fromTheEnd } from './fromTheEnd.ts';
import { inUnits, shortMoney } from './inUnits.ts';
import type { Picture } from './Picture.ts';
import { percentOf } from './percent.ts';
import { shortDay } from './shortDay.ts';
import { ink } from './theme.ts';

export interface PromisesWeek {
  readonly endsOn: Day;
  /** promised for this week */
  readonly promised: bigint;
  /** received on those promises */
  readonly collected: bigint;
}

export interface PromisesChartData {
  currency: string;
  locale: string;
  /** oldest first, the last one is the week reported; at least one, up to eight look best */
  weeks: readonly PromisesWeek[];
}

const OUTLINE = '#b45309';

/**
 * What was promised for each week against what came in on it, minor units of one currency, as pairs of bars: promised hatched and
 * outlined, collected solid. Rejects with RangeError without a week.
 */
export async function renderPromisesChart(data: PromisesChartData): Promise<Picture> {
  const { currency, locale, weeks } = data;
  const last = weeks.at(-1);
  if (!last) throw new RangeError('a promises chart needs a week');
  const short = (minor: bigint) => shortMoney(minor, currency, locale);
  const bars = (name: string, amounts: readonly bigint[]) => ({
    name,
    type: 'bar' as const,
    barGap: '6%',
    barCategoryGap: '22%',
    barMaxWidth: 110,
    data: amounts.map((amount) => inUnits(amount, currency)),
    label: {
      show: weeks.length <= 8,
      position: 'top' as const,
      fontSize: weeks.length <= 5 ? 16 : 13,
      color: ink.strong,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const week = weeks[dataIndex];
        return week && week.promised + week.collected > 0n ? short(amounts[dataIndex] ?? 0n) : '';
      },
    },
  });
  const hatch = {
    symbol: 'rect' as const,
    dashArrayX: [1, 0] as [number, number],
    dashArrayY: [3, 5] as [number, number],
  };
  const png = await drawPng({
    title: {
      left: 24,
      top: 18,
      text: headline(data, last),
      subtext: 'Promised for each week, by its last day, against what came in on those promises',
      textStyle: { fontSize: 25, fontWeight: 'bold', color: ink.strong },
      subtextStyle: { fontSize: 17, color: ink.soft },
      itemGap: 8,
    },
    legend: {
      right: 24,
      top: 92,
      itemWidth: 30,
      itemHeight: 18,
      itemGap: 26,
      selectedMode: false,
      textStyle: { fontSize: 17, color: ink.strong },
    },
    grid: { left: 24, right: 24, top: 152, bottom: 74 },
    xAxis: {
      type: 'category',
      data: weeks.map((week) => `${shortDay(week.endsOn, locale)}\n${share(week)}`),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.soft } },
      axisLabel: {
        fontSize: 16,
        lineHeight: 23,
        color: ink.soft,
        margin: 12,
        interval: fromTheEnd(weeks.length, 8),
      },
      z: 10,
    },
    yAxis: { type: 'value', show: false, min: 0 },
    series: [
      {
        ...bars(
          'promised',
          weeks.map((week) => week.promised),
        ),
        itemStyle: {
          color: '#fdf0dc',
          borderColor: OUTLINE,
          borderWidth: 2,
          decal: { ...hatch, color: OUTLINE, rotation: -Math.PI / 4 },
        },
      },
      {
        ...bars(
          'collected',
          weeks.map((week) => week.collected),
        ),
        itemStyle: { color: ink.brand, borderColor: ink.brand, borderWidth: 2 },
      },
    ],
  });
  return { png, altText: altTextOf(data, last) };
}

function headline({ currency, locale }: PromisesChartData, last: PromisesWeek): string {
  const short = (minor: bigint) => shortMoney(minor, currency, locale);
  const week = `week to ${shortDay(last.endsOn, locale)}`;
  return last.promised > 0n
    ? `${currency}: ${short(last.collected)} came in of ${short(last.promised)} promised, ${week}`
    : `${currency}: nothing promised, ${week}`;
}

function share({ promised, collected }: PromisesWeek): string {
  const percent = percentOf(collected, promised);
  return percent === undefined ? 'none' : `${percent} %`;
}

function altTextOf({ currency, locale, weeks }: PromisesChartData, last: PromisesWeek): string {
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const promised = weeks.reduce((sum, week) => sum + week.promised, 0n);
  const collected = weeks.reduce((sum, week) => sum + week.collected, 0n);
  const percent = percentOf(last.collected, last.promised);
  const lastWeek =
    percent === undefined
      ? 'nothing promised'
      : `${money(last.collected)} collected of ${money(last.promised)} promised, ${percent} %`;
  const all =
    weeks.length > 1
      ? ` Over the ${weeks.length} weeks shown: ${money(collected)} collected of ${money(promised)} promised.`
      : '';
  return `Promises in ${currency} for the week to ${shortDay(last.endsOn, locale)}: ${lastWeek}.${all}`;
}
