import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';

interface Choice {
  readonly options?: readonly unknown[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined;
  readonly initial_option?: unknown;
  readonly initial_options?: readonly unknown[] | undefined;
}

/** A rule: what is selected at first is, exactly, one of the options offered. */
export function amongOptions(choice: Choice, context: z.RefinementCtx): void {
  const offered = choice.options ?? choice.option_groups?.flatMap((group) => group.options) ?? [];
  const isOffered = (chosen: unknown) => offered.some((option) => isDeepStrictEqual(option, chosen));
  const refuse = (path: (string | number)[]) =>
    context.addIssue({ code: 'custom', message: 'must match one of the provided options', path });

  if (choice.initial_option !== undefined && !isOffered(choice.initial_option)) refuse(['initial_option']);
  for (const [index, chosen] of (choice.initial_options ?? []).entries()) {
    if (!isOffered(chosen)) refuse(['initial_options', index]);
  }
}
