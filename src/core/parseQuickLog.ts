import type { Day } from './day.ts';
import type { FoundWhen, WhenReading } from './FoundWhen.ts';
import { type FoundAmount, findAmounts } from './findAmounts.ts';
import { type CallOutcome, findOutcome } from './findOutcome.ts';
import { findWhens } from './findWhens.ts';

export interface QuickLog {
  readonly outcome?: CallOutcome;
  /** na, lm or wn: nothing has to be asked */
  readonly shorthand: boolean;
  /** the person spoken to, as written */
  readonly contact?: string;
  /** minor units of `currency`, or of the account's currency when there is none */
  readonly amount?: bigint;
  readonly currency?: string;
  /** never before today */
  readonly day?: Day;
  /** `HH:MM` */
  readonly time?: string;
  /** all the words as typed, without a shorthand */
  readonly notes: string;
}

const SHORTHANDS: Readonly<Record<string, CallOutcome>> = {
  na: 'no_answer',
  'n/a': 'no_answer',
  lm: 'left_message',
  vm: 'left_message',
  wn: 'wrong_number',
};

/** The first word may be written small, further ones belong to the name only with a capital. */
const SPOKE_TO =
  /\b(?:[Ss]poke|[Tt]alked|[Ss]poken|[Cc]hatted|[Cc]alled|[Pp]honed|[Rr]ang) (?:to |with )?(?!back\b|again\b|twice\b)(\p{L}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2})/u;
const SAYS =
  /^(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?) (?:promise|will|say|said|dispute|refuse|want|is|has|can)/u;

/** `sat` and `may` are verbs too: a lone word is a day only where a day is expected. */
const DAY_EXPECTED = /(?:\b(?:by|on|until|till|before|for|from|back|again|due|next|this|bis|am)|^) $|^$/i;

/**
 * Reads what a collector types after the debtor: `spoke to Jane, promised 1,200 by friday`, `na`, `lm with reception`. Only
 * fills a form in: what is not understood is left out, and every word is kept in the notes.
 */
export function parseQuickLog(
  words: string,
  today: Day,
  reading: WhenReading & {
    readonly currency?: string | undefined;
    /** what is known without the words saying it */
    readonly outcome?: CallOutcome | undefined;
  } = {},
): QuickLog {
  const text = words.trim().replace(/\s+/g, ' ');
  const [first = ''] = text.split(/[ ,.:;]/, 1);
  const short = SHORTHANDS[first.toLowerCase()];
  if (short)
    return { outcome: short, shorthand: true, notes: text.slice(first.length).replace(/^[ ,.:;]+/, '') };

  const outcome = reading.outcome ?? findOutcome(text);
  const amounts = findAmounts(text, reading);
  const marked = amounts.filter((amount) => amount.marked);
  const whens = findWhens(blanked(text, marked), today, reading).filter(
    (when) => isDay(text, when) && when.day >= today,
  );
  // “4 to 10 dec” promises no day: nobody would notice which one was filled in
  const when = whens.find(({ until }) => until === undefined);
  const bare = amounts.find((amount) => !amount.marked && !whens.some((other) => overlap(amount, other)));
  const amount = marked[0] ?? (outcome === 'promised' || outcome === 'paid' ? bare : undefined);
  const contact = contactIn(text);
  return {
    shorthand: false,
    notes: words.trim(),
    ...(outcome && { outcome }),
    ...(contact && { contact }),
    ...(amount && { amount: amount.minor }),
    ...(amount?.currency && { currency: amount.currency }),
    ...(when && { day: when.day }),
    ...(when?.time && { time: when.time }),
  };
}

function contactIn(text: string): string | undefined {
  return (SPOKE_TO.exec(text) ?? SAYS.exec(text))?.[1]?.replace(/[.,]$/, '');
}

function isDay(text: string, { index, length }: FoundWhen): boolean {
  const words = text.slice(index, index + length);
  return /\d|^\p{L}{5,}|\s/u.test(words) || DAY_EXPECTED.test(text.slice(0, index));
}

/** The text with amounts blanked out, so that 1.12 is not taken for a day. */
function blanked(text: string, amounts: readonly FoundAmount[]): string {
  return amounts.reduce(
    (left, { index, length }) => left.slice(0, index) + ' '.repeat(length) + left.slice(index + length),
    text,
  );
}

function overlap(a: { index: number; length: number }, b: { index: number; length: number }): boolean {
  return a.index < b.index + b.length && b.index < a.index + a.length;
}
