import type { z } from 'zod';
import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';

/** One `POST /client/*` call: its body, and what a person does with it. */
export interface ClientCall {
  run(slack: LocalSlack, body: unknown): Promise<JsonObject>;
}

/** Describes a call. @throws ZodError from `run` when the body is malformed, SlackError when it is refused */
export function clientCall<T extends z.ZodType>(
  schema: T,
  run: (slack: LocalSlack, body: z.output<T>) => Promise<JsonObject> | JsonObject,
): ClientCall {
  return { run: async (slack, body) => run(slack, schema.parse(body)) };
}
