import type { Entry } from './Entry.ts';

export interface Outcome {
  readonly isGood: boolean;
  readonly text: string;
}

const GOOD_WORDS = /^(ok|250 ok)$/i;

/** How a call or a delivery ended, in a word or two. */
export function outcomeOf({ direction, response }: Entry): Outcome {
  if (typeof response === 'string') return { isGood: GOOD_WORDS.test(response), text: response };
  if (typeof response !== 'object' || response === null) return { isGood: true, text: '' };
  const { ok, error } = response as { readonly ok?: unknown; readonly error?: unknown };
  if (ok === true) return { isGood: true, text: direction === 'out' ? 'acknowledged' : 'ok' };
  if (ok === false) return { isGood: false, text: String(error ?? 'failed') };
  // A fault has taken the answer's place, or wrapped it.
  return { isGood: false, text: Object.keys(response)[0] ?? '' };
}
