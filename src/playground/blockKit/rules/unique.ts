import type { z } from 'zod';

/**
 * A rule for arrays: no two items have the same key. The later one is reported, at `path` below it, in Slack's words for
 * a repeated id.
 */
export function unique<T>(keyOf: (item: T) => string | undefined, path: readonly string[], name: string) {
  return (items: readonly T[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      const key = keyOf(item);
      if (key === undefined) continue;
      if (seen.has(key)) {
        const message = `\`${name}\` "${key}" already exists`;
        context.addIssue({ code: 'custom', message, path: [index, ...path] });
      }
      seen.add(key);
    }
  };
}
