import { nextOpenDay } from '../core/calendar.ts';
import { addDays, type Day } from '../core/day.ts';
import { draw, drawBetween } from './draw.ts';
import type { CastMember } from './SampleDebtor.ts';
import { item, minorOf, type Unnumbered } from './sampleItem.ts';
import { businessDayBefore, sampleCalendar } from './sampleStart.ts';

/** Invoices of the last months that were paid, each customer by habit on time or late. */
export function settledItems({ name, open, paysAfter }: CastMember, firstDay: Day): Unnumbered[] {
  const size = open[0]?.[1] ?? 1000;
  const amountOf = (index: number) =>
    minorOf(Math.round(size * (0.6 + 0.8 * draw('amount', name, index)) * 20) / 20);
  if (paysAfter !== undefined) return steadyItems(paysAfter, amountOf, firstDay);
  const habit = drawBetween(-3, 14, 'habit', name);
  return Array.from({ length: drawBetween(2, 4, 'settled', name) }, (_, index) => {
    const dueOn = addDays(firstDay, -40 - 31 * index - drawBetween(0, 9, 'due', name, index));
    const settledOn = nextOpenDay(
      sampleCalendar,
      addDays(dueOn, habit + drawBetween(0, 6, 'paid', name, index)),
    );
    return { ...item(dueOn, amountOf(index)), settledOn };
  });
}

/** So many paid invoices show a habit that Duly goes by. */
const STEADY = 6;

function steadyItems(paysAfter: number, amountOf: (index: number) => bigint, firstDay: Day): Unnumbered[] {
  return Array.from({ length: STEADY }, (_, index) => {
    const settledOn = businessDayBefore(addDays(firstDay, -19 - 30 * index));
    return { ...item(addDays(settledOn, -paysAfter), amountOf(index)), settledOn };
  });
}
