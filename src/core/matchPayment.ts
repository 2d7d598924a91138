import { allocate } from './allocate.ts';
import { exactLedgerMoney } from './exactLedgerMoney.ts';
import { findReversed } from './findReversed.ts';
import type { LedgerDebtor, LedgerIndex, LedgerInvoice } from './ledgerIndex.ts';
import { formatMoney } from './money.ts';
import { plainNumber } from './numbersIn.ts';
import type { BankLine, PaymentMatch } from './PaymentMatch.ts';
import { replaceLedgerMoney, type WhenShown } from './replaceLedgerMoney.ts';

/**
 * Finds what a bank line pays, surest sign first: the invoice numbers in its reference; then the payer's name together
 * with an exact amount (one invoice, what is overdue, or the whole account); then the account number or the name alone,
 * which make it unapplied money of that debtor where only one is meant. Never pays an invoice of another currency, and
 * never guesses: what could be two things is unknown, such as the money of one customer with digits of another's invoice in its
 * reference. Money taken back finds the payment that it reverses. Where a ledger file has shown the named invoice as paid already,
 * or the payer's exact amount, the line is that same money: it takes its place and pays nothing again.
 */
export function matchPayment(line: BankLine, ledger: LedgerIndex): PaymentMatch {
  if (line.amount < 0n) return findReversed(line, ledger);
  if (line.amount === 0n) return { kind: 'unknown', reason: 'No money moved.' };

  const named = ledger.namedInvoices(line.reference ?? '');
  const accounts = ledger.namedAccounts(line.reference ?? '');
  const payer = line.payerName || line.reference || '';
  const meant = accounts.length > 0 ? accounts : ledger.debtorsLike(payer);
  const isTheirs = (invoice: LedgerInvoice) => meant.some(({ id }) => id === invoice.debtorId);
  if (meant.length > 0 && named.length > 0 && !named.some((one) => isTheirs(one) || isWhole(line, one))) {
    const theirs = byPayer(line, ledger, { accounts, meant, payer });
    const who = meant.map(({ name }) => name).join(' or ');
    return theirs.kind === 'matched'
      ? theirs
      : {
          kind: 'unknown',
          reason: `It looks like money of ${who}, and ${numbers(named)} of somebody else stands in its reference.`,
        };
  }
  if (named.length > 0) return byReference(line, ledger, named, meant);
  return byPayer(line, ledger, { accounts, meant, payer });
}

/** Whether the reference holds the number as it is written, letters and all: digits alone may be a date, a room, a number of theirs. */
function isWhole({ reference = '' }: BankLine, { number }: LedgerInvoice): boolean {
  return /\p{L}/u.test(number) && plainNumber(reference).includes(plainNumber(number));
}

function byPayer(
  line: BankLine,
  ledger: LedgerIndex,
  {
    accounts,
    meant,
    payer,
  }: { accounts: readonly LedgerDebtor[]; meant: readonly LedgerDebtor[]; payer: string },
): PaymentMatch {
  const exact = meant.flatMap((debtor) => exactMatch(line, ledger, debtor) ?? []);
  const [only, another] = exact;
  const sign = (name: string) =>
    accounts.length > 0
      ? `The reference names the account of ${name}`
      : name === payer
        ? `It comes from ${name}`
        : `${payer} looks like ${name}`;
  if (only && !another) {
    const { what, ...match } = only;
    const name = ledger.debtor(match.debtorId)?.name ?? payer;
    return {
      kind: 'matched',
      left: 0n,
      ...match,
      reason: `${sign(name)}, and the amount is exactly ${what}.`,
    };
  }
  return unapplied(meant, sign, 'and no invoice of theirs has that amount');
}

function byReference(
  line: BankLine,
  ledger: LedgerIndex,
  named: readonly LedgerInvoice[],
  hints: readonly LedgerDebtor[],
): PaymentMatch {
  const ids = [...new Set(named.map((invoice) => invoice.debtorId))];
  const hinted = ids.filter((id) => hints.some((hint) => hint.id === id));
  const [debtorId, another] = hinted.length > 0 ? hinted : ids;
  const debtor = ledger.debtor(debtorId ?? '');
  if (!debtor || another) {
    return {
      kind: 'unknown',
      reason: `The reference names invoices of several customers: ${numbers(named)}.`,
    };
  }
  const theirs = named.filter((invoice) => invoice.debtorId === debtor.id);
  const payable = theirs.filter((invoice) => invoice.currency === line.currency);
  const match = knownOrNew(line, debtor, payable);
  if (match) return match;
  const why = theirs.some((invoice) => invoice.currency === line.currency)
    ? 'already paid'
    : `not in ${line.currency}`;
  return unapplied(
    [debtor],
    (name) => `The reference names ${numbers(theirs)} of ${name}`,
    `which is ${why}`,
  );
}

/** Takes the place of ledger money that was shown by then, pays what is open, then takes the place of what had yet to clear. */
function knownOrNew(
  line: BankLine,
  debtor: LedgerDebtor,
  named: readonly LedgerInvoice[],
): PaymentMatch | undefined {
  const shown = newestIsOpen(line, named)
    ? { replaced: [], left: line.amount }
    : replaceLedgerMoney(line, named, 'shown');
  const { allocations, left } = allocate({ currency: line.currency, amount: shown.left }, named);
  const cleared = replaceLedgerMoney({ ...line, amount: left }, named, 'clearing');
  const replaces = [...shown.replaced, ...cleared.replaced];
  const touched = [...allocations, ...replaces].map(({ invoiceId }) => invoiceId);
  if (touched.length === 0) return undefined;
  const what = numbers(named.filter(({ id }) => touched.includes(id)));
  const known = replaces.length > 0 ? ' The ledger has shown it before.' : '';
  const reason = `The reference names ${what}.${known}${unappliedRest(line, cleared.left)}`;
  return { kind: 'matched', debtorId: debtor.id, allocations, replaces, left: cleared.left, reason };
}

/** What is exactly open and nowhere in the ledger's money is news to the ledger. */
function newestIsOpen(line: BankLine, named: readonly LedgerInvoice[]): boolean {
  const shown = named.flatMap(({ ledgerMoney = [] }) => ledgerMoney);
  return sum(named) === line.amount && !shown.some(({ amount }) => amount === line.amount);
}

/** What of one customer's account is exactly this amount: money that the ledger has shown by then, what is open, what had yet to clear. */
function exactMatch(line: BankLine, ledger: LedgerIndex, { id: debtorId }: LedgerDebtor) {
  const shown = (when: WhenShown) => {
    const invoices = ledger.shownPaidOf(debtorId);
    const replaces = exactLedgerMoney(line, invoices, when);
    if (!replaces) return undefined;
    const what = `what the ledger shows as paid on ${numbers(invoices.filter(({ id }) => replaces.some((one) => one.invoiceId === id)))}`;
    return { debtorId, what, allocations: [], replaces };
  };
  const open = () => {
    const pays = exactlyOpen(line, ledger.openOf(debtorId));
    if (!pays) return undefined;
    const { allocations } = allocate(line, pays.invoices);
    return { debtorId, what: pays.what, allocations, replaces: [] };
  };
  return shown('shown') ?? open() ?? shown('clearing');
}

function exactlyOpen(
  line: BankLine,
  open: readonly LedgerInvoice[],
): { what: string; invoices: readonly LedgerInvoice[] } | undefined {
  const sameCurrency = open.filter((invoice) => invoice.currency === line.currency);
  const [one] = sameCurrency
    .filter((invoice) => invoice.outstanding === line.amount)
    .sort((a, b) => a.dueOn - b.dueOn);
  if (one) return { what: `invoice ${one.number}`, invoices: [one] };
  const overdue = sameCurrency.filter((invoice) => invoice.dueOn < line.valueOn);
  if (sum(overdue) === line.amount) return { what: 'what is overdue', invoices: overdue };
  return sum(sameCurrency) === line.amount ? { what: 'all that is open', invoices: sameCurrency } : undefined;
}

function unappliedRest(line: BankLine, left: bigint): string {
  return left > 0n ? ` ${formatMoney(left, line.currency)} is more than that and stays unapplied.` : '';
}

function unapplied(
  meant: readonly LedgerDebtor[],
  sign: (name: string) => string,
  but: string,
): PaymentMatch {
  const [only, another] = meant;
  if (!only) return { kind: 'unknown', reason: 'Neither the reference nor the payer is known.' };
  if (another) {
    return {
      kind: 'unknown',
      reason: `It could be from ${meant.map((debtor) => debtor.name).join(' or ')}.`,
    };
  }
  return { kind: 'unapplied', debtorId: only.id, reason: `${sign(only.name)}, ${but}.` };
}

function numbers(invoices: readonly LedgerInvoice[]): string {
  return invoices.map((invoice) => invoice.number).join(', ');
}

function sum(invoices: readonly LedgerInvoice[]): bigint {
  return invoices.reduce((total, invoice) => total + invoice.outstanding, 0n);
}
