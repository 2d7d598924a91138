import type { Day } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';
import type { FoundDebtor } from '../../db/searchDebtors.ts';
import { findDebtor } from './findDebtor.ts';

/** Which account free words begin with, and the words after it. */
export type LeadingDebtor =
  | { readonly kind: 'one'; readonly debtor: FoundDebtor; readonly rest: string }
  | {
      readonly kind: 'several';
      readonly debtors: readonly FoundDebtor[];
      readonly more: boolean;
      /** the words that fit them */
      readonly tried: string;
      readonly rest: string;
    }
  /** all the words are left */
  | { readonly kind: 'none'; readonly rest: string };

/** No name is typed with more words than this. */
const MOST_WORDS = 6;

/**
 * The account named by the longest run of leading words that fits exactly one; else the accounts that the longest fitting run
 * leaves to choose from. What stood in quotes is the whole name. Never a guess from words that are only spelt alike.
 */
export async function findLeadingDebtor(
  tx: Queries,
  options: { workspaceId: string; words: string; quoted?: string | undefined; today: Day },
): Promise<LeadingDebtor> {
  const { workspaceId, words, quoted, today } = options;
  const ends = quoted ? [quoted.length] : wordEnds(words).reverse();
  let several: LeadingDebtor | undefined;
  for (const end of ends) {
    const tried = words.slice(0, end).replace(/[\s,.:;]+$/, '');
    if (!tried) continue;
    const rest = words.slice(end).replace(/^[\s,.:;]+/, '');
    const match = await findDebtor(tx, { workspaceId, words: tried, today });
    if (match.kind === 'one') return { kind: 'one', debtor: match.debtor, rest };
    if (match.kind === 'several') several ??= { ...match, tried, rest };
  }
  return several ?? { kind: 'none', rest: words };
}

/** Where each of the first words ends. */
function wordEnds(words: string): number[] {
  return [...words.matchAll(/\S+/g)].slice(0, MOST_WORDS).map(({ index, 0: word }) => index + word.length);
}
