import { addDays } from '../../core/day.ts';
import { POSTING_DAYS } from '../../core/exactLedgerMoney.ts';
import {
  type BookedPayment,
  indexLedger,
  type LedgerDebtor,
  type LedgerIndex,
} from '../../core/ledgerIndex.ts';
import { matchPayment } from '../../core/matchPayment.ts';
import { formatMoney } from '../../core/money.ts';
import { latest } from '../../core/never.ts';
import { newId } from '../../core/newId.ts';
import { numbersIn } from '../../core/numbersIn.ts';
import type { PaymentMatch } from '../../core/PaymentMatch.ts';
import { CLEARING_DAYS } from '../../core/replaceLedgerMoney.ts';
import {
  type BankBooking,
  bookBankMoney,
  type ReplacedMoney,
  standingAllocations,
} from '../../db/ledgerBankMoney.ts';
import {
  addLedgerMoney,
  type CandidateInvoice,
  candidateInvoices,
  creditorDebtors,
  type LineMeanings,
  lockCandidates,
  reversiblePayments,
} from '../../db/ledgerCandidates.ts';
import { linesOf, type NewBankLine, sumOfLines } from '../../db/ledgerLines.ts';
import type { LedgerScope } from '../../db/ledgerScope.ts';
import type { ReadyImport } from './applyImport.ts';
import type { Applied } from './applyLedger.ts';
import type { ApplyOptions } from './ImportOptions.ts';
import { missedTotal } from './missedTotal.ts';
import { unlessAgreed } from './unlessAgreed.ts';
import { unreadReasons } from './unreadReasons.ts';

const CHUNK = 2000;
const NAMED_UNMATCHED = 20;

/**
 * Books the staged bank lines that are not known yet, each matched by `matchPayment` against the balances that the lines
 * before it left. What matches nothing is booked all the same, unapplied, with the reason. With payments that miss the control total, known
 * ones among them, or a statement that could not be read to its end, nothing is booked before a manager has agreed.
 */
export async function applyPayments(
  scope: LedgerScope,
  options: ApplyOptions,
  { staged }: Pick<ReadyImport, 'staged'>,
): Promise<Applied> {
  const { onProgress, workspace, controlTotal } = options;
  const missed = controlTotal ? missedTotal(await sumOfLines(scope), options) : [];
  const brake = unlessAgreed([...unreadReasons('payments', staged), ...missed], options);
  if (brake.length > 0) return { brake, counts: {}, openInFile: [], refused: [], unmatched: [] };
  const debtors = await creditorDebtors(scope);
  const byName = indexLedger({ debtors, invoices: [], payments: [] });
  const counts = { matched: 0, confirmed: 0, unapplied: 0, returned: 0, known: 0 };
  const unmatched: string[] = [];
  let done = 0;
  for await (const { lines, known } of linesOf(scope, { staged: staged.staged, most: CHUNK })) {
    counts.known += known;
    done += lines.length + known;
    if (lines.length === 0) continue;
    const ledger = await openChunk(scope, lines, debtors, byName);
    const pending: BankBooking[] = [];
    const bookPending = () => bookBankMoney(scope, pending.splice(0));
    for (const line of lines) {
      const match = matchPayment(line, ledger.index);
      // what is taken back may stand in the same file
      if (match.kind === 'reversal') await bookPending();
      const booking = await bookingOf(scope, line, match, ledger);
      pending.push(booking);
      carryAlong(ledger, booking);
      if (booking.replaces?.length) counts.confirmed++;
      if (booking.reversesId) counts.returned++;
      else if (match.kind === 'matched') counts.matched++;
      else {
        counts.unapplied++;
        const money = formatMoney(line.amount, line.currency, workspace.locale);
        if (unmatched.length < NAMED_UNMATCHED)
          unmatched.push(`Row ${line.rowNumber}, ${money}: ${match.reason}`);
      }
    }
    await bookPending();
    onProgress?.({ phase: 'applying', done, total: done + (lines.length + known === CHUNK ? CHUNK : 0) });
  }
  return { brake: [], counts, openInFile: [], refused: [], unmatched };
}

interface OpenLedger {
  readonly index: LedgerIndex;
  readonly invoices: ReadonlyMap<string, CandidateInvoice>;
  readonly payments: BookedPayment[];
}

/** All that these lines can mean, and no more of the ledger than that. */
async function openChunk(
  scope: LedgerScope,
  lines: readonly NewBankLine[],
  debtors: readonly LedgerDebtor[],
  byName: LedgerIndex,
): Promise<OpenLedger> {
  const digits = new Set<string>();
  const meant = new Set<string>();
  for (const { reference = '', payerName } of lines) {
    numbersIn(reference, (plain) => {
      digits.add(plain.replace(/\D/g, ''));
      return undefined;
    });
    const likely = [...byName.namedAccounts(reference), ...byName.debtorsLike(payerName || reference)];
    for (const debtor of likely) meant.add(debtor.id);
  }
  const days = lines.map((line) => line.valueOn);
  const meanings: LineMeanings = {
    digits,
    debtorIds: meant,
    ledgerMoney: {
      from: addDays(
        days.reduce((a, b) => (a < b ? a : b)),
        -CLEARING_DAYS,
      ),
      to: addDays(latest(...days), POSTING_DAYS),
    },
  };
  const returned = lines.flatMap((line) => (line.amount < 0n ? [-line.amount] : []));
  const payments = await reversiblePayments(scope, returned);
  await lockCandidates(
    scope,
    meanings,
    payments.flatMap((of) => of.debtorId ?? []),
  );
  const found = await candidateInvoices(scope, meanings);
  await addLedgerMoney(scope, found);
  return {
    index: indexLedger({ debtors, invoices: found, payments }),
    invoices: new Map(found.map((invoice) => [invoice.id, invoice])),
    payments,
  };
}

async function bookingOf(
  scope: LedgerScope,
  line: NewBankLine,
  match: PaymentMatch,
  { invoices }: OpenLedger,
): Promise<BankBooking> {
  const paymentId = newId('pay');
  switch (match.kind) {
    case 'unknown':
      return { paymentId, line, allocations: [] };
    case 'unapplied':
      return { paymentId, line, debtorId: match.debtorId, allocations: [] };
    case 'matched':
      return {
        paymentId,
        line,
        debtorId: match.debtorId,
        allocations: match.allocations,
        replaces: match.replaces.flatMap((replaced): ReplacedMoney[] => {
          const money = moneyOf(invoices, replaced);
          return money ? [{ ...replaced, importId: money.importId, effectiveOn: money.effectiveOn }] : [];
        }),
      };
    case 'reversal': {
      const standing = await standingAllocations(scope, match.paymentId);
      const allocations = standing.map(({ invoiceId, amount }) => ({ invoiceId, amount: -amount }));
      return { paymentId, line, debtorId: match.debtorId, allocations, reversesId: match.paymentId };
    }
  }
}

function moneyOf(
  invoices: OpenLedger['invoices'],
  { invoiceId, paymentId }: { readonly invoiceId: string; readonly paymentId: string },
) {
  return invoices.get(invoiceId)?.ledgerMoney?.find((money) => money.paymentId === paymentId);
}

/** The lines that follow meet the balances that this one left. */
function carryAlong(
  { invoices, payments }: OpenLedger,
  { paymentId, line, debtorId, allocations, reversesId, replaces = [] }: BankBooking,
): void {
  for (const { invoiceId, amount } of allocations) {
    const invoice = invoices.get(invoiceId);
    if (invoice) invoice.outstanding -= amount;
    const returned = reversesId && moneyOf(invoices, { invoiceId, paymentId: reversesId });
    if (returned) returned.amount += amount;
  }
  for (const replaced of replaces) {
    const money = moneyOf(invoices, replaced);
    if (money) money.amount -= replaced.amount;
  }
  for (const gone of [reversesId, ...replaces.map((replaced) => replaced.paymentId)]) {
    const index = payments.findIndex((payment) => payment.id === gone);
    if (index >= 0) payments.splice(index, 1);
  }
  if (line.amount > 0n) {
    const { currency, amount, valueOn, reference, payerName } = line;
    payments.push({ id: paymentId, debtorId, currency, amount, reversed: 0n, valueOn, reference, payerName });
  }
}
