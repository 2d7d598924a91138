import { DulyError } from '../core/DulyError.ts';

export const mapFields = [
  'number',
  'debtor',
  'account',
  'issued',
  'due',
  'amount',
  'outstanding',
  'currency',
  'settled',
  'email',
  'kind',
  'last_step',
  'last_step_on',
] as const;

export type MapField = (typeof mapFields)[number];

/** Which column of a file holds which field. */
export type ColumnMap = ReadonlyMap<MapField, string>;

/**
 * Reads `Column=field` pairs, as `--map` takes them. Throws DulyError `bad_map` for an unknown field, one that is named
 * twice, or fields that make no ledger: it needs number, debtor or account, due or issued, amount or outstanding, and the
 * day of a last step with it.
 */
export function parseColumnMap(pairs: readonly string[]): ColumnMap {
  const map = new Map<MapField, string>();
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=');
    const column = pair.slice(0, Math.max(at, 0)).trim();
    const field = mapFields.find((known) => known === pair.slice(at + 1).trim());
    if (!column || !field) {
      throw bad(`“${pair}” is not COLUMN=FIELD, where FIELD is one of ${mapFields.join(', ')}.`);
    }
    if (map.has(field)) throw bad(`The field ${field} is mapped twice.`);
    map.set(field, column);
  }
  const needs: MapField[][] = [
    ['number'],
    ['debtor', 'account'],
    ['due', 'issued'],
    ['amount', 'outstanding'],
  ];
  for (const either of needs) {
    if (!either.some((field) => map.has(field))) {
      throw bad(`The map needs a column for ${either.join(' or ')}.`);
    }
  }
  for (const [one, other] of [
    ['last_step', 'last_step_on'],
    ['last_step_on', 'last_step'],
  ] as const) {
    if (map.has(one) && !map.has(other))
      throw bad(
        `${one} needs ${other} beside it: the last step of a customer, and the day on which it was taken.`,
      );
  }
  return map;
}

function bad(sentence: string): DulyError {
  return new DulyError('bad_map', sentence, sentence);
}
