import type { z } from 'zod';
import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { readArguments } from './arguments.ts';
import type { Tier } from './RateLimits.ts';
import type { Token } from './Tokens.ts';

export interface Caller {
  /** None for the methods that are called without a token. */
  token: (Token & { text: string }) | undefined;
}

/** One Web API method: who may call it, how often, and what it does. */
export interface Method {
  tier: Tier;
  /** Which token it wants. */
  by: 'bot' | 'app' | 'workflow' | 'anyone';
  /** Any one of these scopes is enough to call it; what a scope then covers is the method's own affair. */
  scopes: readonly string[];
  run(slack: LocalSlack, given: JsonObject, caller: Caller): JsonObject | Promise<JsonObject>;
}

/** Describes a method; its arguments are read by `args` before `run` sees them. */
export function method<T extends z.ZodType>(spec: {
  tier: Tier;
  by?: Method['by'];
  scopes?: readonly string[];
  args: T;
  run(slack: LocalSlack, args: z.output<T>, caller: Caller): JsonObject | Promise<JsonObject>;
}): Method {
  return {
    tier: spec.tier,
    by: spec.by ?? 'bot',
    scopes: spec.scopes ?? [],
    run: (slack, given, caller) => spec.run(slack, readArguments(spec.args, given), caller),
  };
}
