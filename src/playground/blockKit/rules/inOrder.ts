import type { z } from 'zod';

/** A rule: where both fields are given, as numbers or as decimal strings, the first is not above the second. */
export function inOrder<A extends string, B extends string>(low: A, high: B) {
  return (value: { readonly [K in A | B]?: unknown }, context: z.RefinementCtx): void => {
    if (value[low] === undefined || value[high] === undefined) return;
    if (Number(value[low]) <= Number(value[high])) return;
    const message = `must be less than or equal to \`${high}\``;
    context.addIssue({ code: 'custom', message, path: [low] });
  };
}
