// PostgreSQL's type numbers → what the engine wants to be told about a column, and how it wants the value.

import { ColumnTypeEnum as Type } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const oid = pg.types.builtins;
/** Types of the system catalogues that `pg` has no names for. */
const CHAR = 18,
  NAME = 19,
  INT2VECTOR = 22;
const ARRAYS = {
  1000: Type.BooleanArray,
  1002: Type.CharacterArray,
  1003: Type.TextArray,
  1005: Type.Int32Array,
  1007: Type.Int32Array,
  1009: Type.TextArray,
  1015: Type.TextArray,
  1016: Type.Int64Array,
  1028: Type.Int64Array,
};

const TYPES = {
  ...ARRAYS,
  [oid.BOOL]: Type.Boolean,
  [CHAR]: Type.Character,
  [NAME]: Type.Text,
  [INT2VECTOR]: Type.Text,
  [oid.INT8]: Type.Int64,
  [oid.INT2]: Type.Int32,
  [oid.INT4]: Type.Int32,
  [oid.OID]: Type.Int64,
  [oid.FLOAT4]: Type.Float,
  [oid.FLOAT8]: Type.Double,
  [oid.DATE]: Type.Date,
  [oid.TIMESTAMP]: Type.DateTime,
  [oid.TIMESTAMPTZ]: Type.DateTime,
  [oid.NUMERIC]: Type.Numeric,
  [oid.JSON]: Type.Json,
  [oid.JSONB]: Type.Json,
  [oid.UUID]: Type.Uuid,
};

export const columnType = (typeId) => TYPES[typeId] ?? Type.Text;

const asIs = (text) => text;
const AS_TEXT = new Set([oid.NUMERIC, oid.INT8, oid.OID, oid.JSON, oid.JSONB, oid.DATE]);
const isoInstant = (text) => `${text.replace(' ', 'T').replace(/[+-]\d\d(:\d\d)?$/, '')}+00:00`;

/** Given to every query: the engine parses numbers, documents and dates from text itself. The session is in UTC. */
export const rawTypes = {
  getTypeParser(typeId, format) {
    if (typeId === oid.TIMESTAMP || typeId === oid.TIMESTAMPTZ) return isoInstant;
    return AS_TEXT.has(typeId) ? asIs : pg.types.getTypeParser(typeId, format);
  },
};
