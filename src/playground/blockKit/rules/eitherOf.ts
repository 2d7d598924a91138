import type { z } from 'zod';

/** A rule: exactly one of two fields is there. Slack reports it at the object's type. */
export function eitherOf<A extends string, B extends string>(first: A, second: B) {
  return (value: { readonly [K in A | B]?: unknown }, context: z.RefinementCtx): void => {
    if ((value[first] === undefined) !== (value[second] === undefined)) return;
    const message = `must define either \`${first}\` or \`${second}\``;
    context.addIssue({ code: 'custom', message, path: ['type'] });
  };
}
