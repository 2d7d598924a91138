import { OTHER_BASE, type StatuteForm } from '../../../blocks/settings/StatuteForm.ts';
import { parseDay } from '../../core/day.ts';
import { isCurrency } from '../../core/money.ts';
import { readCountry } from '../../core/readCountry.ts';
import { readFixedSums } from '../../core/readFixedSums.ts';
import { readPercent } from '../../core/readPercent.ts';
import { type HalfYearRate, readRateLines } from '../../core/readRateLines.ts';
import type { Statute } from '../../core/statutes.ts';
import { baseIn, placeOf } from './statuteForm.ts';

type Field = keyof StatuteForm;
type Problem = { readonly problem: string };
type Read =
  | { readonly wanted: Statute; readonly rates: readonly HalfYearRate[] }
  | { readonly errors: Record<string, string> };

const MOST = 10_000;

/** The row of law that a form asks for, or what is wrong at which field. `taken`: where the workspace's other rows stand. */
export function readStatuteForm(form: StatuteForm, taken: readonly string[]): Read {
  const errors: Partial<Record<Field, string>> = {};
  const read = <T>(field: Field, value: T): Exclude<T, Problem> | undefined => {
    if (!isProblem(value)) return value as Exclude<T, Problem>;
    errors[field] = value.problem;
    return undefined;
  };
  const law = read('law', readCountry(form.law));
  const name = read('name', written(form.name, 'What is the law called? Letters name it.'));
  const source = read(
    'source',
    written(form.source, 'Which law and article say so? Nothing is claimed without a source.'),
  );
  const issuedFrom = read(
    'issuedFrom',
    parseDay(form.issuedFrom) ?? { problem: 'Choose the first day of issue for which it holds.' },
  );
  const issuedUntil = read('issuedUntil', readUntil(form));
  const base = read('base', written(form.base, 'Choose a base rate.')) && baseIn(form);
  // the menu of base rates has that word for itself
  if (form.base === OTHER_BASE && ['', OTHER_BASE].includes(form.otherBase))
    errors.otherBase = 'What is the base rate called?';
  if (form.base !== OTHER_BASE && form.base !== '' && form.otherBase !== '')
    errors.otherBase = 'Choose “Another one, named below” above, or leave this empty.';
  const rates = read('values', readRateLines(form.values));
  const margin = read('margin', readMargin(form.margin));
  const rated: Statute['rated'] | undefined =
    form.rated === 'start' || form.rated === 'half_year' ? form.rated : undefined;
  if (!rated) errors.rated = 'Choose one of the two.';
  const currency = form.currency.toUpperCase();
  if (!isCurrency(currency)) errors.currency = 'Write the currency as three letters, such as EUR.';
  const fixedSums = errors.currency ? [] : read('fixedSums', readFixedSums(form.fixedSums, { currency }));
  if (law !== undefined && issuedFrom !== undefined && taken.includes(placeOf({ law, issuedFrom })))
    errors.issuedFrom = `There is a row of ${law} from this day on already: change that one, or choose another day.`;
  const yearDays: Statute['yearDays'] = form.yearDays === '360' ? 360 : 365;
  const row = {
    law,
    name,
    source,
    issuedFrom,
    issuedUntil,
    base,
    margin,
    rated,
    yearDays,
    currency,
    fixedSums,
  };
  if (Object.keys(errors).length > 0 || !rates || !isWhole(row)) return { errors };
  return { wanted: row, rates };
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value;
}

/** Whether every field could be read. */
function isWhole(row: { readonly [Key in keyof Statute]: Statute[Key] | undefined }): row is Statute {
  return Object.values(row).every((value) => value !== undefined);
}

function written(text: string, problem: string): string | Problem {
  return text === '' ? { problem } : text;
}

function readUntil({ issuedFrom, issuedUntil }: StatuteForm) {
  const until = issuedUntil === '' ? null : parseDay(issuedUntil);
  if (until === undefined) return { problem: 'Choose a day, or leave it empty.' };
  return until !== null && issuedUntil < issuedFrom
    ? { problem: 'That is before the first day. What was entered by mistake is taken away below.' }
    : until;
}

function readMargin(typed: string): number | Problem {
  const margin = readPercent(typed);
  return margin !== undefined && margin >= 0 && margin <= MOST
    ? margin
    : { problem: 'Write how much over the base rate it is, between 0 and 100 percent, such as 8.' };
}
