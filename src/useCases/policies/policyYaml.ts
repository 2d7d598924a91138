import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isPair, LineCounter, parseDocument, stringify } from 'yaml';
import type { core } from 'zod';
import { isPolicyKey, type Policy, policySchema, readPolicy } from '../../core/policy.ts';
import { policyProblems } from '../../core/policyProblems.ts';

/** What is wrong with a policy's text, and where: both counted from 1. */
export interface TextProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A policy as a text that people keep, compare and change. Only what differs from the defaults is written; it reads back as the same policy. */
export function policyYaml(policy: Policy): string {
  const stage = { key: 'a', kind: 'task', day: 0 };
  const plain = readPolicy({ key: '', name: '', rungs: [stage], tasks: [{ ...stage, key: 'b' }] });
  const [rung, task] = [plain.rungs[0] ?? {}, plain.tasks[0] ?? {}];
  const { key, name, rungs, tasks, ...rest } = policy;
  return stringify(
    {
      key,
      name,
      ...different(rest, plain),
      rungs: rungs.map(({ key, kind, day, ...more }) => ({ key, kind, day, ...different(more, rung) })),
      ...(tasks.length > 0 && {
        tasks: tasks.map(({ key, kind, day, ...more }) => ({ key, kind, day, ...different(more, task) })),
      }),
    },
    { collectionStyle: 'any', flowCollectionPadding: false, lineWidth: 100 },
  );
}

function different(given: object, plain: object): object {
  const usual = new Map(Object.entries(plain));
  return Object.fromEntries(
    Object.entries(given).filter(
      ([field, value]) => value !== undefined && !isDeepStrictEqual(value, usual.get(field)),
    ),
  );
}

/** A policy as read, and every place that keeps it from being switched on yet. */
export interface ReadPolicy {
  readonly policy: Policy;
  readonly notYet: readonly TextProblem[];
}

/** Reads what `policyYaml` wrote, changed by people: the policy, or every place where it is none. Aliases are refused. */
export function readPolicyYaml(
  text: string,
): ReadPolicy | { readonly problems: readonly [TextProblem, ...TextProblem[]] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): TextProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const [broken, ...more] = document.errors.map(({ pos, message }) => at(pos[0], message));
  if (broken) return { problems: [broken, ...more] };
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { problems: [at(0, 'Aliases are not read here: write everything out.')] };
  }
  const read = policySchema.safeParse(plain);
  if (read.success && !isPolicyKey(read.data.key)) {
    const said = 'the key of a policy is written in small letters, digits and underscores, 60 at most.';
    return { problems: [at(offsetOf(['key']), `key: ${said}`)] };
  }
  if (read.success) {
    const notYet = policyProblems(read.data).map(({ path, sentence }) => at(offsetOf(path), sentence));
    return { policy: read.data, notYet };
  }
  const [first, ...others] = read.error.issues.flatMap((issue) => placesOf(issue));
  return { problems: [first ?? at(0, 'This is no policy.'), ...others] };

  function placesOf(issue: core.$ZodIssue): TextProblem[] {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => at(offsetOf(path, key), `${key} is not known here.`));
    }
    return [at(offsetOf(path), `${path.join(' → ') || 'The policy'}: ${issue.message}`)];
  }

  /** Where a value begins; for one that is missing, where what should hold it begins. With `key`: where that key of it stands. */
  function offsetOf(path: readonly (string | number)[], key?: string): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (!isNode(node)) continue;
      const pair =
        key !== undefined && isMap(node)
          ? node.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === key)
          : undefined;
      return (pair && isNode(pair.key) ? pair.key.range?.[0] : node.range?.[0]) ?? 0;
    }
    return 0;
  }
}

/** A problem as a sentence that begins with its place. */
export function problemWords({ line, column, message }: TextProblem): string {
  return `Line ${line}, column ${column}: ${message}`;
}
