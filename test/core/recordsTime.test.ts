import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { debtorKinds } from '../../src/core/debtorKinds.ts';
import { type AccountRecords, arePastTheirTime, recordsKeptUntil } from '../../src/core/recordsTime.ts';
import { readSettings } from '../../src/core/settings.ts';

const YEARS = { regulationF: 3, house: 6 };

function account(of: Partial<AccountRecords> = {}): AccountRecords {
  return {
    kind: 'business',
    forAnotherCreditor: false,
    lastActivityOn: dayOf('2020-05-04'),
    isOpen: false,
    onLegalHold: false,
    ...of,
  };
}

const until = (of: Partial<AccountRecords>) => {
  const day = recordsKeptUntil(account(of), YEARS);
  return day === undefined ? undefined : isoDay(day);
};

test('a private individual of an agency’s client is kept for three years after the last activity, everyone else for six', () => {
  expect(until({ kind: 'individual', forAnotherCreditor: true })).toBe('2023-05-04');
  expect(until({ kind: 'individual' })).toBe('2026-05-04');
  expect(until({ kind: 'business', forAnotherCreditor: true })).toBe('2026-05-04');
  expect(until({ kind: 'sole_trader', forAnotherCreditor: true })).toBe('2026-05-04');
});

test('the last day still counts; the time has passed on the day after it', () => {
  expect(arePastTheirTime(account(), YEARS, dayOf('2026-05-04'))).toBe(false);
  expect(arePastTheirTime(account(), YEARS, dayOf('2026-05-05'))).toBe(true);
});

test('from a 29 February it is until 1 March, never a day shorter', () => {
  expect(until({ lastActivityOn: dayOf('2024-02-29') })).toBe('2030-03-01');
});

test('nothing that is open, or on which a legal hold stands, is ever past its time', () => {
  expect(until({ isOpen: true })).toBeUndefined();
  expect(until({ onLegalHold: true })).toBeUndefined();
});

test('a team may keep records longer than the law asks, not shorter', () => {
  expect(readSettings({ recordsYears: 10 }).recordsYears).toBe(10);
  expect(() => readSettings({ recordsYears: 5 })).toThrow();
  expect(() => readSettings({ recordsYearsRegulationF: 2 })).toThrow();
});

const records = fc.record({
  kind: fc.constantFrom(...debtorKinds),
  forAnotherCreditor: fc.boolean(),
  lastActivityOn: fc.integer({ min: dayOf('2000-01-01'), max: dayOf('2040-12-31') }).map((day) => day as Day),
  isOpen: fc.boolean(),
  onLegalHold: fc.boolean(),
});

test('what is past its time stays so, until something happens, opens, or is held; later activity never shortens it', () => {
  fc.assert(
    fc.property(records, fc.nat(4000), fc.nat(4000), (of, days, more) => {
      const on = addDays(of.lastActivityOn, days);
      const past = arePastTheirTime(of, YEARS, on);
      if (past) {
        expect(days).toBeGreaterThan(3 * 365);
        expect(arePastTheirTime(of, YEARS, addDays(on, more))).toBe(true);
        expect(arePastTheirTime({ ...of, isOpen: true }, YEARS, on)).toBe(false);
        expect(arePastTheirTime({ ...of, onLegalHold: true }, YEARS, on)).toBe(false);
      } else {
        const later = { ...of, lastActivityOn: addDays(of.lastActivityOn, more) };
        expect(arePastTheirTime(later, YEARS, on)).toBe(false);
      }
    }),
  );
});
