import type { ApplyOptions } from './ImportOptions.ts';

/** The reasons to hold an import back; none where a manager has agreed to it, or to these reasons as they stand. */
export function unlessAgreed(
  reasons: readonly string[],
  { confirm, agreedTo = [] }: Pick<ApplyOptions, 'confirm' | 'agreedTo'>,
): readonly string[] {
  return confirm || reasons.every((reason) => agreedTo.includes(reason)) ? [] : reasons;
}
