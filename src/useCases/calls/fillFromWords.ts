import { type CallLogEntries, SOMEBODY_ELSE } from '../../../blocks/calls/CallLogForm.ts';
import { contactNamed } from '../../core/contactNamed.ts';
import { type Day, isoDay } from '../../core/day.ts';
import type { DelayReason } from '../../core/delayReasons.ts';
import type { ContactFact } from '../../core/facts.ts';
import type { CallOutcome } from '../../core/findOutcome.ts';
import { formatMoney } from '../../core/money.ts';
import { namesOtherAccount } from '../../core/namesOtherAccount.ts';
import { parseQuickLog, type QuickLog } from '../../core/parseQuickLog.ts';
import { typedAmount } from '../../core/typedAmount.ts';
import { unreadAmount } from '../../core/unreadAmount.ts';
import { instantAt } from '../../core/zone.ts';

/** When nobody said at what time to call back. */
const MORNING = '10:00';

export interface WordsReading {
  readonly contacts: readonly ContactFact[];
  /** what is owed in, the most likely one first */
  readonly currencies: readonly string[];
  readonly today: Day;
  readonly zone: string;
  readonly locale: string;
  /** what is known without the words saying it */
  readonly outcome?: CallOutcome | undefined;
  readonly now: Date;
}

export interface FilledFromWords {
  readonly entries: CallLogEntries;
  readonly currency: string | undefined;
  /** why the words name an amount that cannot be filled in, as a sentence: no other may stand in its place */
  readonly amountProblem: string | undefined;
}

/**
 * The fields that free words fill in, and the currency that they name: outcome, contact, amount, day, and another account than ours as the
 * reason for the delay. Every word stays in the
 * notes, so what is not understood is not lost.
 */
export function fillFromWords(words: string, reading: WordsReading): FilledFromWords {
  const { contacts, currencies, today, locale } = reading;
  const quick = parseQuickLog(words, today, { locale, currency: currencies[0], outcome: reading.outcome });
  const currency = currencies.find((known) => known === quick.currency);
  const { outcome, amount, day } = quick;
  const iso = day === undefined ? undefined : isoDay(day);
  const entries: CallLogEntries = {
    notes: quick.notes,
    outcome,
    ...(namesOtherAccount(words) ? { delayReason: 'paid_elsewhere' satisfies DelayReason } : {}),
    ...(quick.contact ? spokenTo(quick.contact, contacts) : {}),
    ...(outcome === 'promised' ? { promisedOn: iso } : {}),
    ...(outcome === 'promised' && amount !== undefined && (currency || !quick.currency)
      ? { amount: typedAmount(amount, currency ?? currencies[0] ?? '', locale) }
      : {}),
    ...(outcome === 'call_back' ? { callBackAt: callBackAt(quick, reading) } : {}),
    ...(outcome === 'hardship' || outcome === 'instalments' ? { holdUntil: iso } : {}),
  };
  const amountProblem = outcome === 'promised' ? problemOf(quick, reading) : undefined;
  return { entries, currency, amountProblem };
}

function problemOf(
  { amount, currency, notes }: QuickLog,
  { currencies, locale }: WordsReading,
): string | undefined {
  const [usual] = currencies;
  if (usual === undefined) return undefined;
  if (amount === undefined) {
    const unread = unreadAmount(notes);
    return unread && `“${unread}” is no amount. Write it like 1,200 or 1.2k.`;
  }
  if (currency === undefined || currencies.includes(currency)) return undefined;
  const typed = formatMoney(amount, currency, locale);
  return `You typed ${typed}, and nothing is owed in ${currency}. How much is it in ${usual}?`;
}

function spokenTo(name: string, contacts: readonly ContactFact[]): CallLogEntries {
  const own = contacts.filter(({ of }) => of === undefined);
  const known = contactNamed(name, own) ?? contactNamed(name, contacts);
  if (known) return { contact: known.id };
  // a lone word in small letters is rather a verb or a department than somebody new
  return /^\p{Lu}/u.test(name) ? { contact: SOMEBODY_ELSE, newContact: name } : {};
}

function callBackAt({ day, time }: QuickLog, { zone, now }: WordsReading): Date | undefined {
  if (day === undefined) return undefined;
  const at = instantAt(day, time ?? MORNING, zone);
  return at > now ? at : undefined;
}
