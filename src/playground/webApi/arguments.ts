import { z } from 'zod';
import { parseJson } from '../json.ts';
import { SlackError } from '../SlackError.ts';

/** `invalid_arguments` with Slack's list of what is wrong. */
export function invalidArguments(messages: readonly string[]): SlackError {
  return new SlackError('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}

// Form bodies carry everything as text: JSON text for what is structured, `true` or `1` for what is so.

/** Text that must be there. */
export const required = z.coerce.string().min(1);
/** Text that may be there; an empty one counts as absent. */
export const optional = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? undefined : String(value)));
/** A switch. */
export const flag = z
  .union([z.boolean(), z.string(), z.number()])
  .nullish()
  .transform((value) => value === true || value === 'true' || value === '1' || value === 1);
/** A whole number. */
export const count = z.coerce.number().int();
/** Anything structured: a value, or its JSON text. Text that is no JSON stays text. */
export const json = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value !== 'string') return value ?? undefined;
    return value === '' ? undefined : (parseJson(value) ?? value);
  });

/** Reads a method's arguments. @throws SlackError `invalid_arguments` that names what is missing or wrong */
export function readArguments<T extends z.ZodType>(schema: T, given: Record<string, unknown>): z.output<T> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw invalidArguments(
    parsed.error.issues.map(({ path }) => {
      const name = path.map(String).join('/');
      const value = given[String(path[0])];
      const missing = value === undefined || value === null || value === '';
      return missing
        ? `missing required field: ${name}`
        : `invalid value for ${name} [json-pointer:/${name}]`;
    }),
  );
}
