import type { z } from 'zod';
import type { BlockError } from './BlockError.ts';
import { pointer } from './pointer.ts';

type Issue = z.core.$ZodIssue;

/** What zod found (parsed with `reportInput`), said as Slack says it. `root` is the pointer of the parsed value. */
export function inSlacksWords(issues: readonly Issue[], root: string): BlockError[] {
  return issues.flatMap((issue) => errorsOf(issue, root));
}

function errorsOf(issue: Issue, root: string): BlockError[] {
  const at = pointer(root, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ message: `invalid additional property: ${key}`, pointer: at }));
    case 'invalid_union':
      return [issue.discriminator ? unsupportedType(issue, root) : { message: noSchema, pointer: at }];
    case 'invalid_type':
      return [
        issue.input === undefined ? missing(issue, root) : { message: mustBe(issue.expected), pointer: at },
      ];
    case 'invalid_value':
      return [
        issue.path.at(-1) === 'type'
          ? unsupportedType(issue, root)
          : { message: enumValue(issue), pointer: at },
      ];
    case 'too_big':
      return [{ message: tooBig(issue), pointer: at }];
    case 'too_small':
      return [{ message: tooSmall(issue), pointer: at }];
    default:
      return [{ message: issue.message, pointer: at }];
  }
}

export const noSchema = 'failed to match all allowed schemas';

function missing(issue: Issue, root: string): BlockError {
  const field = String(issue.path.at(-1) ?? '');
  return { message: `missing required field: ${field}`, pointer: pointer(root, issue.path.slice(0, -1)) };
}

function unsupportedType(issue: Issue, root: string): BlockError {
  const held = issue.code === 'invalid_union' ? typeOf(issue.input) : issue.input;
  if (held === undefined) return missing(issue, root);
  return { message: `unsupported type: ${String(held)}`, pointer: pointer(root, issue.path) };
}

function typeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
}

function enumValue(issue: Issue): string {
  return issue.input === undefined ? 'missing required value' : 'must be a valid enum value';
}

function mustBe(expected: string): string {
  const named: Record<string, string> = { array: 'an array', object: 'an object', int: 'an integer' };
  return `must provide ${named[expected] ?? `a ${expected}`}`;
}

function tooBig(issue: z.core.$ZodIssueTooBig): string {
  if (issue.origin === 'string') return `must be less than ${Number(issue.maximum) + 1} characters`;
  if (issue.origin === 'array') return `no more than ${issue.maximum} items allowed`;
  return `must be less than or equal to ${issue.maximum}`;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'string') return `must be more than ${Number(issue.minimum) - 1} characters`;
  if (issue.origin === 'array') return `must provide at least ${issue.minimum} items`;
  return `must be ${issue.inclusive ? 'greater than or equal to' : 'greater than'} ${issue.minimum}`;
}
