import type { BookedPayment, LedgerDebtor, LedgerIndex } from './ledgerIndex.ts';
import { formatMoney } from './money.ts';
import { nameLikeness, nameWords } from './nameLikeness.ts';
import type { BankLine, PaymentMatch } from './PaymentMatch.ts';

/**
 * The payment that a returned one takes back: of the same money, not reversed yet, not younger, and of nobody else than whom the line names by
 * invoice, account or payer. Among several the one
 * with the same reference or invoice numbers wins, then the same payer; two that nothing tells apart are not guessed at,
 * unless they are of one debtor, when the last one is taken.
 */
export function findReversed(line: BankLine, ledger: LedgerIndex): PaymentMatch {
  const money = formatMoney(-line.amount, line.currency);
  const named = customersNamed(line, ledger);
  const mayBeOf = (payment: BookedPayment) =>
    named.length === 0 ||
    (payment.debtorId === undefined
      ? samePapers(line, payment, ledger) || samePayer(line, payment)
      : named.some(({ id }) => id === payment.debtorId));
  const possible = ledger.payments.filter(
    (payment) =>
      payment.currency === line.currency &&
      payment.amount === -line.amount &&
      payment.reversed === 0n &&
      payment.valueOn <= line.valueOn &&
      mayBeOf(payment),
  );
  if (possible.length === 0) {
    const whose = named.length > 0 ? ` of ${named.map(({ name }) => name).join(' or ')}` : '';
    return {
      kind: 'unknown',
      reason: `${money} was taken back, and no payment${whose} of that amount is on record.`,
    };
  }
  const likely = preferred(
    preferred(possible, (payment) => samePapers(line, payment, ledger)),
    (payment) => samePayer(line, payment),
  );
  const [last] = [...likely].sort((a, b) => b.valueOn - a.valueOn);
  const [first] = likely;
  const oneDebtor =
    likely.length === 1 || (first?.debtorId && likely.every((p) => p.debtorId === first.debtorId));
  if (!last || !oneDebtor) {
    return {
      kind: 'unknown',
      reason: `${money} was taken back, and ${likely.length} payments of that amount are on record.`,
    };
  }
  const of = last.debtorId ? ledger.debtor(last.debtorId)?.name : last.payerName;
  return {
    kind: 'reversal',
    paymentId: last.id,
    debtorId: last.debtorId,
    reason: `${money} was taken back: the payment of that amount${of ? ` from ${of}` : ''} was returned.`,
  };
}

function preferred(
  payments: readonly BookedPayment[],
  better: (payment: BookedPayment) => boolean,
): readonly BookedPayment[] {
  const best = payments.filter(better);
  return best.length > 0 ? best : payments;
}

function samePapers(line: BankLine, payment: BookedPayment, ledger: LedgerIndex): boolean {
  if (!line.reference || !payment.reference) return false;
  if (line.reference.trim() === payment.reference.trim()) return true;
  const named = ledger.namedInvoices(line.reference).map((invoice) => invoice.id);
  return ledger.namedInvoices(payment.reference).some((invoice) => named.includes(invoice.id));
}

function samePayer(line: BankLine, payment: BookedPayment): boolean {
  return nameLikeness(nameWords(line.payerName ?? ''), nameWords(payment.payerName ?? '')) !== undefined;
}

/** The customers whom a line names; none where it names nobody we know, such as the bank itself. */
function customersNamed({ reference = '', payerName = '' }: BankLine, ledger: LedgerIndex): LedgerDebtor[] {
  const byInvoice = ledger.namedInvoices(reference).flatMap(({ debtorId }) => ledger.debtor(debtorId) ?? []);
  const all = [...byInvoice, ...ledger.namedAccounts(reference), ...ledger.debtorsLike(payerName)];
  return [...new Map(all.map((debtor) => [debtor.id, debtor])).values()];
}
