import { z } from 'zod';
import { confirmable } from '../objects/confirm.ts';
import { actionIdentity } from '../objects/ids.ts';
import { focusable, placeholdable } from '../objects/traits.ts';

const picker = { ...actionIdentity, ...confirmable, ...focusable };

const date = z.string().refine(isCalendarDate, 'must be a valid date in the format YYYY-MM-DD');

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a valid time in the format HH:mm');

const zone = z.string().refine(isZone, 'must be a valid IANA timezone');

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...picker,
  ...placeholdable,
  initial_date: date.optional(),
});

export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...picker,
  ...placeholdable,
  initial_time: time.optional(),
  timezone: zone.optional(),
});

export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...picker,
  initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
});

function isCalendarDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

function isZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
