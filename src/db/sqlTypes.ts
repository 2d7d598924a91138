import pg from 'pg';

const { INT8, NUMERIC, DATE, TIMESTAMP } = pg.types.builtins;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;
const DATE_ARRAY = 1182;
const TEXT_ARRAY: number = 1009;

const asIs = (text: string) => text;
const textArray: (text: string) => (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY);
const asUtc = (text: string) => new Date(`${text.replace(' ', 'T')}Z`);

const PARSERS: Record<number, (text: string) => unknown> = {
  [INT8]: BigInt,
  [NUMERIC]: asIs,
  [DATE]: asIs,
  [TIMESTAMP]: asUtc,
  [INT8_ARRAY]: (text) => textArray(text).map((item) => (item === null ? null : BigInt(item))),
  [NUMERIC_ARRAY]: textArray,
  [DATE_ARRAY]: textArray,
};

/**
 * What typed SQL gets for a column: int8 → bigint, numeric → its text, date → 'YYYY-MM-DD', timestamps → Date (one without zone is
 * read as UTC), json → the document, arrays alike. Nothing passes through the machine's own time zone or a float.
 */
export const sqlTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return PARSERS[oid] ?? pg.types.getTypeParser(oid, format ?? 'text');
  },
};

/** `pg` would write a Date in the machine's own zone, which moves the day when the column is a DATE. */
export function sqlParam(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(sqlParam) : value;
}
