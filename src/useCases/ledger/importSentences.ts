import { isoDay } from '../../core/day.ts';
import { debtorKindName } from '../../core/debtorKindName.ts';
import type { DebtorKind } from '../../core/facts.ts';
import { makesPaymentsKnown, type ReadFile } from '../../core/makesPaymentsKnown.ts';
import { formatMoney } from '../../core/money.ts';
import type { SeveralKinds } from '../../db/ledgerKinds.ts';
import type { UnpostedMoney } from '../../db/ledgerUnposted.ts';
import type { Applied } from './applyLedger.ts';
import type { ImportCounts, ImportResult } from './ImportResult.ts';
import { isNothingTaken } from './isNothingTaken.ts';

/** What an import did, or why it did not, in sentences for the person who asked for it. */
export function importSentences(
  result: Omit<ImportResult, 'sentences' | 'unmatched'>,
  {
    brake,
    kindOfNew,
    newWithoutKind = 0,
    unmatched,
    putAside = [],
    severalKinds = [],
    notTakenOver = [],
    unposted = [],
    read: taken,
  }: Pick<
    Applied,
    | 'brake'
    | 'kindOfNew'
    | 'newWithoutKind'
    | 'severalKinds'
    | 'unmatched'
    | 'putAside'
    | 'notTakenOver'
    | 'unposted'
  > & {
    readonly read: ReadFile;
  },
  locale: string,
): string[] {
  const { counts, asOf, kind } = result;
  const read = `${rows(counts.rows)} read${counts.ignored > 0 ? `, ${counts.ignored} of them no part of the ledger` : ''}.`;
  if (brake.length > 0) {
    return [
      read,
      ...brake,
      'Nothing was changed. If that is right, a manager confirms it.',
      ...rejections(counts),
    ];
  }
  const done =
    kind === 'ledger'
      ? ledgerSentences(counts, kindOfNew && kindWords(kindOfNew, newWithoutKind, counts))
      : bankSentences(counts);
  const isTaken = !isNothingTaken(counts);
  const nothing = done.length === 0 ? [nothingDone(taken, isTaken)] : [];
  const open = result.openInFile
    .map(({ amount, currency }) => formatMoney(amount, currency, locale))
    .join(', ');
  return [
    read,
    ...done,
    ...nothing,
    ...unmatched,
    ...severalKindsSentence(severalKinds),
    ...putAsideSentence(putAside),
    ...notTakenOver,
    ...unpostedSentence(unposted, locale),
    ...(kind === 'ledger' && isTaken
      ? [`Open in the file as of ${isoDay(asOf)}: ${open || 'nothing'}.`]
      : []),
    ...(isTaken ? [...rejections(counts), ...notKnown(taken)] : []),
  ];
}

function nothingDone({ rows }: ReadFile, isTaken: boolean): string {
  if (rows === 0) return 'There is no row in this file.';
  return isTaken
    ? 'Nothing changed: all of this was known already.'
    : 'Nothing could be taken from this file: nothing is imported.';
}

function notKnown(taken: ReadFile): string[] {
  if (makesPaymentsKnown(taken)) return [];
  return [
    'A payment may stand in what could not be taken, so this file does not make payments known up to its day: firm steps wait for a file that does, or for finance to confirm.',
  ];
}

function kindWords(kind: DebtorKind, without: number, { newDebtors }: ImportCounts): string {
  const name = debtorKindName(kind);
  return without < newDebtors
    ? ` (kind: ${name} for the ${without} of which the file does not say)`
    : ` (kind: ${name})`;
}

function ledgerSentences(counts: ImportCounts, kind = ''): string[] {
  return present([
    [
      counts.new,
      `${items(counts.new, 'new item')}${counts.newDebtors ? `, ${items(counts.newDebtors, 'new customer')}${kind}` : ''}.`,
    ],
    [counts.updated, `${items(counts.updated, 'item')} changed.`],
    [
      counts.lastSteps,
      `The last step of ${items(counts.lastSteps, 'customer')} is taken over: it counts as done, with all that it needs.`,
    ],
    [counts.closed, `${items(counts.closed, 'item')} closed as paid.`],
    [
      counts.confirmed,
      `${items(counts.confirmed, 'bank payment')} confirmed by the ledger, not booked again.`,
    ],
    [counts.corrections, `${items(counts.corrections, 'item')} with less paid than was known: taken back.`],
    [counts.unapplied, `${items(counts.unapplied, 'payment')} without an invoice booked as unapplied money.`],
    [
      counts.missing,
      `${items(counts.missing, 'open item')} not in this file: nothing is sent about them until finance says paid, credited or still open.`,
    ],
  ]);
}

const MOST_NAMED = 5;

function severalKindsSentence(several: readonly SeveralKinds[]): string[] {
  if (several.length === 0) return [];
  const named = several
    .slice(0, MOST_NAMED)
    .map(
      ({ row, kind, otherRow, otherKind }) =>
        `row ${row} says ${debtorKindName(kind)}, row ${otherRow} ${debtorKindName(otherKind)}`,
    );
  const more = several.length - named.length;
  const all = `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  return [
    `${items(several.length, 'customer')} with rows of different kinds (${all}): the last row that names one holds, unless a manager corrected it.`,
  ];
}

function putAsideSentence(numbers: readonly string[]): string[] {
  if (numbers.length === 0) return [];
  const named = numbers.slice(0, MOST_NAMED).join(', ');
  const more = numbers.length - MOST_NAMED;
  const which = `${named}${more > 0 ? ` and ${more} more` : ''}`;
  return numbers.length === 1
    ? [`${which} has another customer now: the copy kept of it is put aside, and goes to nobody.`]
    : [`${which} have another customer now: the copies kept of them are put aside, and go to nobody.`];
}

function unpostedSentence(unposted: readonly UnpostedMoney[], locale: string): string[] {
  if (unposted.length === 0) return [];
  const named = unposted
    .slice(0, MOST_NAMED)
    .map(({ number, currency, amount }) => `${number} (${formatMoney(amount, currency, locale)})`);
  const more = unposted.length - named.length;
  const all = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [
    `Paid by the bank statement more than a week before this file, and open in it: ${all}. Here that counts as paid: if the money is for something else, undo the bank file.`,
  ];
}

function bankSentences(counts: ImportCounts): string[] {
  return present([
    [counts.matched, `${items(counts.matched, 'payment')} set against invoices.`],
    [counts.confirmed, `${items(counts.confirmed, 'payment')} shown by the ledger before: not booked again.`],
    [counts.returned, `${items(counts.returned, 'returned payment')} taken back.`],
    [
      counts.matched + counts.returned + counts.unapplied > 0 ? counts.known : 0,
      `${items(counts.known, 'line')} booked before.`,
    ],
    [
      counts.unapplied,
      `${items(counts.unapplied, 'line')} matched no invoice and ${counts.unapplied === 1 ? 'stays' : 'stay'} unapplied.`,
    ],
  ]);
}

function rejections({ rejected }: ImportCounts): string[] {
  return rejected > 0 ? [`${rows(rejected)} could not be taken.`] : [];
}

function present(sentences: readonly (readonly [number, string])[]): string[] {
  return sentences.flatMap(([count, sentence]) => (count > 0 ? [sentence] : []));
}

/** “1 item”, “1,200 items”. */
export function items(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;
}

function rows(count: number): string {
  return items(count, 'row');
}
