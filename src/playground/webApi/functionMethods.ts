import { z } from 'zod';
import { isObject } from '../json.ts';
import { SlackError } from '../SlackError.ts';
import { json, required } from './arguments.ts';
import { method } from './method.ts';

export const functionMethods = {
  'functions.completeSuccess': method({
    tier: 't3',
    by: 'workflow',
    args: z.object({ function_execution_id: required, outputs: json }),
    run: (slack, args) => {
      if (!isObject(args.outputs)) throw new SlackError('parameter_validation_failed');
      slack.executions.complete(args.function_execution_id, { outputs: args.outputs });
      return { ok: true };
    },
  }),
  'functions.completeError': method({
    tier: 't3',
    by: 'workflow',
    args: z.object({ function_execution_id: required, error: required }),
    run: (slack, args) => {
      slack.executions.complete(args.function_execution_id, { error: args.error });
      return { ok: true };
    },
  }),
};
