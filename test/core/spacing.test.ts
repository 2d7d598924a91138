import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessDaysBetween } from '../../src/core/calendar.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { ActivityFact } from '../../src/core/facts.ts';
import { writtenSpacing } from '../../src/core/spacing.ts';
import { activity, mail, weekdays } from './ladder.ts';

const monday = dayOf('2026-03-02');

function next(sent: string[], today: Day, skipGap = false): Day | undefined {
  const activities = sent.map(mail);
  return writtenSpacing(activities, { spacing: businessPolicy.spacing, calendar: weekdays, today, skipGap })
    ?.opensOn;
}

describe('after a message the next may go', () => {
  const table: [string, string[], boolean, string | undefined][] = [
    ['at once when there was none', [], false, undefined],
    ['three business days later', ['2026-03-02'], false, '2026-03-05'],
    ['over a weekend', ['2026-03-05'], false, '2026-03-10'],
    ['the next day for a repeated notice', ['2026-03-05'], true, '2026-03-06'],
    ['not a fourth time in seven days', ['2026-03-02', '2026-03-04', '2026-03-06'], true, '2026-03-09'],
  ];
  test.each(table)('%s', (_rule, sent, skipGap, expected) => {
    const day = next(sent, dayOf('2026-03-06'), skipGap);
    expect(day === undefined ? undefined : isoDay(day)).toBe(expected);
  });
  test('a statement asks for no distance after it but for the day, and counts among the three of seven days', () => {
    const statement = { ...mail('2026-03-05'), skipsGap: true };
    const opensAfter = (...sent: ActivityFact[]) => {
      const input = { spacing: businessPolicy.spacing, calendar: weekdays, skipGap: false };
      return writtenSpacing(sent, { ...input, today: dayOf('2026-03-06') })?.opensOn;
    };
    expect(opensAfter(statement)).toBe(dayOf('2026-03-06'));
    expect(opensAfter(mail('2026-03-04'), statement)).toBe(dayOf('2026-03-09'));
    expect(opensAfter(mail('2026-03-01'), mail('2026-03-02'), statement)).toBe(dayOf('2026-03-08'));
  });
  test('answers of ours are not counted', () => {
    const answers = [activity('email', '2026-03-05'), activity('text', '2026-03-06')];
    const input = {
      spacing: businessPolicy.spacing,
      calendar: weekdays,
      today: dayOf('2026-03-06'),
      skipGap: false,
    };
    expect(writtenSpacing(answers, input)).toBeUndefined();
  });
});

test('the day found is the first one that keeps every distance', () => {
  const history = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(history, fc.boolean(), (offsets, skipGap) => {
      const sent = offsets.map((offset) => addDays(monday, offset));
      const mayGo = (day: Day) =>
        sent.every((on) => on < day && (skipGap || businessDaysBetween(weekdays, on, day) >= 3)) &&
        sent.filter((on) => on > day - 7).length < 3;
      const found = next(sent.map(isoDay), addDays(monday, 20), skipGap) ?? monday;
      expect(mayGo(found)).toBe(true);
      const after = addDays(monday, 20);
      if (found > after) expect(mayGo(addDays(found, -1))).toBe(false);
    }),
  );
});
