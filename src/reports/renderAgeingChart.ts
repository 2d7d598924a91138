import { formatMoney } from '../core/money.ts';
import { type AgeingWeek, ageBands } from './AgeingWeek.ts';
import { drawPng } from './drawPng.ts';
import { fromTheEnd } from './fromTheEnd.ts';
import { inUnits, shortMoney } from './inUnits.ts';
import type { Picture } from './Picture.ts';
import { changeInWords } from './percent.ts';
import { shortDay } from './shortDay.ts';
import { spreadLabels } from './spreadLabels.ts';
import { canvas, ink } from './theme.ts';

export interface AgeingChartData {
  currency: string;
  locale: string;
  /** oldest first, the last one is the week reported; at least one, about twelve look best */
  weeks: readonly AgeingWeek[];
}

/** One hue from light to dark, the older the darker: the order survives grey and any color vision. Oldest at the base line. */
const shades = {
  current: '#cfdae7',
  days1to30: '#a9c4de',
  days31to60: '#6f9bc6',
  days61to90: '#3a6ea5',
  over90: '#12335c',
};
const grid = { left: 24, right: 250, top: 118, bottom: 52 };

/**
 * Receivables by age at the end of each week, one currency, as stacked bars labelled in place. Rejects with RangeError without a week.
 */
export async function renderAgeingChart(data: AgeingChartData): Promise<Picture> {
  const { currency, locale, weeks } = data;
  const last = weeks.at(-1);
  if (!last) throw new RangeError('an ageing chart needs a week');
  const bands = ageBands.toReversed();
  const short = (minor: bigint) => shortMoney(minor, currency, locale);
  const top = Math.max(...weeks.map((week) => inUnits(totalOf(week), currency)), 1);
  const heightOf = (minor: bigint) =>
    (inUnits(minor, currency) / top) * (canvas.height - grid.top - grid.bottom);
  const labelYs = spreadLabels(
    bands.map((band) => heightOf(last[band.key])),
    { base: canvas.height - grid.bottom, ceiling: grid.top - 10, step: 44 },
  );
  const png = await drawPng({
    title: {
      left: 24,
      top: 18,
      text: `${currency}: ${short(pastDueOf(last))} past due of ${short(totalOf(last))} open`,
      subtext: `Open invoices by days past due at the end of each week${movement(data)}`,
      textStyle: { fontSize: 25, fontWeight: 'bold', color: ink.strong },
      subtextStyle: { fontSize: 17, color: ink.soft },
      itemGap: 8,
    },
    grid: { ...grid, containLabel: false },
    xAxis: {
      type: 'category',
      data: weeks.map((week) => shortDay(week.endsOn, locale)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.soft } },
      axisLabel: { fontSize: 16, color: ink.soft, interval: fromTheEnd(weeks.length, 6), margin: 12 },
      z: 10,
    },
    yAxis: { type: 'value', show: false, min: 0, max: top },
    series: bands.map((band, index) => ({
      type: 'bar',
      stack: 'age',
      barCategoryGap: '24%',
      barMaxWidth: 96,
      data: weeks.map((week) => (week[band.key] === 0n ? null : inUnits(week[band.key], currency))),
      itemStyle: { color: shades[band.key], borderColor: ink.ground, borderWidth: 1 },
      ...(index === bands.length - 1 ? totalsAbove(weeks.map((week) => short(totalOf(week)))) : {}),
    })),
    graphic: bands.flatMap((band, index) => {
      const y = labelYs[index] ?? 0;
      const x = canvas.width - grid.right + 12;
      return [
        { type: 'rect', shape: { x, y: y - 17, width: 14, height: 34 }, style: { fill: shades[band.key] } },
        text(x + 24, y - 18, band.label, 16, 'normal', ink.soft),
        text(x + 24, y + 1, short(last[band.key]), 17, 'bold', ink.strong),
      ];
    }),
  });
  return { png, altText: altTextOf(data, last) };
}

function totalsAbove(labels: readonly string[]) {
  const shown = fromTheEnd(labels.length, 6);
  return {
    label: {
      show: true,
      position: 'top' as const,
      fontSize: 15,
      fontWeight: 'bold' as const,
      color: ink.strong,
      formatter: ({ dataIndex }: { dataIndex: number }) =>
        shown(dataIndex) ? (labels[dataIndex] ?? '') : '',
    },
  };
}

function text(
  x: number,
  y: number,
  words: string,
  fontSize: number,
  fontWeight: 'normal' | 'bold',
  fill: string,
) {
  return {
    type: 'text' as const,
    x,
    y,
    style: { text: words, fontSize, fontWeight, fontFamily: 'DejaVu Sans', fill },
  };
}

function movement({ weeks }: AgeingChartData): string {
  const [before, now] = weeks.slice(-2).map(pastDueOf);
  const change = before === undefined || now === undefined ? undefined : changeInWords(now, before);
  return change ? ` (past due ${change} in a week)` : '';
}

function altTextOf(data: AgeingChartData, last: AgeingWeek): string {
  const { currency, locale, weeks } = data;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const bands = ageBands.map((band) => `${money(last[band.key])} ${band.label}`).join(', ');
  const span = weeks.length > 1 ? ` Stacked bars for ${weeks.length} weeks.` : '';
  const day = shortDay(last.endsOn, locale);
  const sums = `${money(pastDueOf(last))} past due of ${money(totalOf(last))} open`;
  return `Ageing in ${currency} on ${day}: ${sums}${movement(data)}. ${bands}.${span}`;
}

function pastDueOf(week: AgeingWeek): bigint {
  return totalOf(week) - week.current;
}

function totalOf(week: AgeingWeek): bigint {
  return ageBands.reduce((total, band) => total + week[band.key], 0n);
}
