import { DulyError } from '../core/DulyError.ts';
import type { Day } from '../core/day.ts';
import { englishOf } from '../core/dayFormat.ts';
import { formatMoney } from '../core/money.ts';
import { describeInterest } from './describeInterest.ts';
import { describeInvoice } from './describeInvoice.ts';
import { formatDay } from './formatDay.ts';
import type { NoticeData, NoticeInvoice, NoticePayments, NoticePromise } from './NoticeData.ts';
import type { CurrencyView, Labelled, NoticeView } from './NoticeView.ts';
import { linesOf, nameOf, oneLine } from './printable.ts';
import { type CurrencyTotals, disputedPart, totalsOf } from './totalsOf.ts';

const NEEDS_DEADLINE: ReadonlySet<string> = new Set(['final_notice', 'demand_letter']);

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const LETTER_COUNTRIES = /-(US|CA|MX|PH|CL|CO)\b/;

/**
 * Writes out every figure, date and name of a notice, oldest due date first. Throws DulyError `notice_incomplete` for a final notice
 * or a letter of demand without a deadline, a confirmation or reminder of a promise without one, a reminder of the terms without what was paid, and any
 * other notice that lists nothing.
 */
export function describeNotice(data: NoticeData): NoticeView {
  insistOnWhatTheKindNeeds(data);
  const { locale, creditor, debtor, contact, promise } = data;
  const totals = totalsOf(data);
  const asked = totals.filter((t) => t.payable > 0n);
  const payable = joined(
    (asked.length > 0 ? asked : totals.slice(0, 1)).map((t) =>
      formatMoney(atLeastZero(t.payable), t.currency, locale),
    ),
  );
  const [oldest] = inOrder(data.invoices);
  const deadline = data.deadlineOn === undefined ? null : formatDay(data.deadlineOn, locale, 'long');
  const late = data.invoices.filter((invoice) => invoice.daysPastDue > 0);
  const overdue = writtenOut(late, locale);
  const toSettle = writtenOut(late.map(asAskedFor), locale);
  const paid = data.payments && describePayments(data.payments);
  const agreed = promise && describePromise(promise, locale);
  return {
    kind: data.kind,
    debtorKind: data.debtorKind,
    lang: englishOf(locale),
    pageSize: LETTER_COUNTRIES.test(locale) ? 'LETTER' : 'A4',
    asAt: formatDay(data.asAt, locale, 'long'),
    creditor: {
      name: nameOf(creditor.name),
      address: linesOf(creditor.address),
      email: lineOrNull(creditor.email),
      phone: lineOrNull(creditor.phone),
      letterhead: linesOf(creditor.letterhead),
    },
    debtor: { name: nameOf(debtor.name), account: nameOf(debtor.account), address: linesOf(debtor.address) },
    contact: { name: nameOf(contact.name), greeting: greetingOf(data) },
    disclosures: (data.disclosures ?? []).map(oneLine),
    signedBy: { name: nameOf(data.signedBy.name), role: lineOrNull(data.signedBy.role) },
    deadline,
    consequence: lineOrNull(data.consequence),
    enclosures: data.enclosures ? joined(data.enclosures) : null,
    lateCharges: data.lateCharges === true,
    promise: agreed ?? null,
    payments: paid ?? null,
    payable,
    overdue: overdue ?? null,
    toSettle: toSettle ?? null,
    hasPromises: data.invoices.some(({ promisedOn }) => promisedOn !== undefined),
    copies: describeCopies(data),
    hasCredits: totals.some((t) => t.credits > 0n),
    hasQueries: totals.some((t) => t.disputed > 0n),
    count: data.invoices.length,
    overdueCount: data.invoices.filter((invoice) => invoice.daysPastDue > 0).length,
    oldest: oldest ? describeInvoice(oldest, locale) : null,
    parts: data.sections
      ? data.sections.map((section) => ({
          title: `${nameOf(section.debtor.name)} (${nameOf(section.debtor.account)})`,
          groups: describeCurrencies({ ...data, ...section }),
        }))
      : [{ title: null, groups: describeCurrencies(data) }],
    sums: data.sections ? totals.map((total) => describeSum(total, locale)) : [],
    summary: summaryOf({ kind: data.kind, agreed, paid, payable, overdue, toSettle, deadline }),
    bank: describeBank(data),
  };
}

/** What is open of these, per currency, joined by "and"; undefined where nothing is. */
function writtenOut(invoices: NoticeData['invoices'], locale: string): string | undefined {
  const totals = totalsOf({ invoices, credits: [] }).filter(({ amount }) => amount > 0n);
  if (totals.length === 0) return undefined;
  return joined(totals.map(({ amount, currency }) => formatMoney(amount, currency, locale)));
}

function asAskedFor(invoice: NoticeInvoice): NoticeInvoice {
  return { ...invoice, outstanding: invoice.askedAmount ?? invoice.outstanding };
}

function describeCopies({ copies = [], invoices }: NoticeData): NoticeView['copies'] {
  return {
    all: copies.length > 0 && copies.length === invoices.length,
    count: copies.length,
    numbers: joined(copies.map(nameOf)),
  };
}

/** The two or three facts that must not be missed. */
function summaryOf(facts: {
  agreed: NonNullable<NoticeView['promise']> | undefined;
  paid: NonNullable<NoticeView['payments']> | undefined;
  kind: NoticeData['kind'];
  payable: string;
  overdue: string | undefined;
  toSettle: string | undefined;
  deadline: string | null;
}): Labelled[] {
  const { kind, agreed, paid, payable, overdue, toSettle, deadline } = facts;
  if (kind === 'statement')
    return [
      labelled('Balance', payable),
      labelled('Past its due date', overdue ?? 'nothing'),
      ...(toSettle === overdue ? [] : [labelled('Of that to be settled now', toSettle ?? 'nothing')]),
    ];
  if (agreed?.instalments.length)
    return [
      labelled('Payments agreed', `${agreed.amount} in ${agreed.instalments.length} instalments`),
      labelled('The first on', agreed.on),
    ];
  if (agreed) return [labelled('Payment agreed', agreed.amount), labelled('On', agreed.on)];
  if (paid)
    return [
      ...(paid.terms ? [labelled('Our terms', paid.terms)] : []),
      labelled('Paid in the last year', `${paid.paid}, ${paid.late}`),
    ];
  return [labelled('Amount to pay', payable), ...(deadline ? [labelled('To reach us by', deadline)] : [])];
}

function describePromise({ amount, currency, on, method, instalments = [] }: NoticePromise, locale: string) {
  const part = (minor: bigint, day: Day) => ({
    amount: formatMoney(minor, currency, locale),
    on: formatDay(day, locale, 'long'),
  });
  return {
    ...part(amount, on),
    by: waysToPay(locale)[method] ?? null,
    instalments: instalments.map((one) => part(one.amount, one.on)),
  };
}

function describePayments({ paid, averageDays, veryLate, terms }: NoticePayments) {
  const late =
    averageDays > 0
      ? `on average ${counted(averageDays, 'day')} after the due date`
      : `${veryLate.count} of them more than ${veryLate.days} days after the due date`;
  return { paid: counted(paid, 'invoice'), late, terms: lineOrNull(terms) };
}

function missingFrom({ kind, deadlineOn, promise, payments, invoices }: NoticeData): string | undefined {
  if (NEEDS_DEADLINE.has(kind) && deadlineOn === undefined) return 'a deadline';
  if (kind === 'promise_confirmation' || kind === 'promise_reminder')
    return promise ? undefined : 'the promise it is about';
  if (kind === 'terms_reminder') return payments ? undefined : 'what was paid';
  return invoices.length === 0 ? 'an invoice' : undefined;
}

function insistOnWhatTheKindNeeds(data: NoticeData): void {
  const { kind } = data;
  const missing = missingFrom(data);
  if (missing) {
    throw new DulyError(
      'notice_incomplete',
      `${kind} without ${missing}`,
      `This notice cannot be written: it lacks ${missing}.`,
    );
  }
}

function describeCurrencies(data: NoticeData): CurrencyView[] {
  return totalsOf(data).map((total) => describeCurrency(total, data));
}

function inOrder(invoices: NoticeData['invoices']): NoticeData['invoices'] {
  return [...invoices].sort((a, b) => a.dueOn - b.dueOn || (a.number < b.number ? -1 : 1));
}

/** What all accounts come to in one currency: their credits in one line. */
function describeSum(total: CurrencyTotals, locale: string): CurrencyView {
  const money = (minor: bigint) => formatMoney(minor, total.currency, locale);
  return {
    currency: total.currency,
    invoices: [],
    total: money(total.amount),
    queried: total.disputed > 0n ? money(-total.disputed) : null,
    credits: total.credits > 0n ? [labelled('Credits', money(-total.credits))] : [],
    balance: balanceOf(total, money),
    adjusted: total.credits > 0n || total.disputed > 0n,
    interest: null,
  };
}

function balanceOf({ payable }: CurrencyTotals, money: (minor: bigint) => string): Labelled {
  return payable < 0n
    ? labelled('Credit on your account', money(-payable))
    : labelled('Amount to pay', money(payable));
}

function describeCurrency(total: CurrencyTotals, data: NoticeData): CurrencyView {
  const { currency } = total;
  const money = (minor: bigint) => formatMoney(minor, currency, data.locale);
  const credits = data.credits.filter((credit) => credit.currency === currency);
  return {
    currency,
    invoices: inOrder(data.invoices)
      .filter((invoice) => invoice.currency === currency)
      .map((invoice) => describeInvoice(invoice, data.locale)),
    total: money(total.amount),
    queried: total.disputed > 0n ? money(-total.disputed) : null,
    credits: credits.map((credit) =>
      labelled([credit.label, credit.number ?? ''].map(nameOf).join(' ').trim(), money(-credit.amount)),
    ),
    balance: balanceOf(total, money),
    interest: describeInterest(data, currency),
    adjusted:
      credits.length > 0 || data.invoices.some((i) => i.currency === currency && disputedPart(i) > 0n),
  };
}

/** A team for the mailbox of a business; else the person, and the account's own name where no person is known. */
function greetingOf({ contact, debtor, debtorKind }: NoticeData): string {
  const person = contact.isMailbox ? '' : nameOf(contact.name);
  if (person) return person;
  return debtorKind === 'business' ? 'Accounts Team' : nameOf(debtor.name);
}

function describeBank({ creditor, debtor }: NoticeData): Labelled[] {
  const bank = creditor.bankDetails;
  if (!bank) return [];
  const rows: [string, string | undefined][] = [
    ['Account holder', bank.holder],
    ['Bank', bank.bank],
    ['IBAN', bank.iban],
    ['Sort code', bank.sortCode],
    ['Account number', bank.account],
    ['Payment reference', bank.reference ?? debtor.account],
  ];
  return rows.flatMap(([label, value]) => (value ? [labelled(label, value)] : []));
}

function waysToPay(locale: string): Partial<Record<string, string>> {
  return {
    transfer: 'by bank transfer',
    card: 'by card',
    cheque: locale === 'en-US' ? 'by check' : 'by cheque',
  };
}

function joined(parts: readonly string[]): string {
  return list.format(parts);
}

function labelled(label: string, value: string): Labelled {
  return { label, value: oneLine(value) };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function lineOrNull(typed: string | undefined): string | null {
  return oneLine(typed ?? '') || null;
}

function atLeastZero(minor: bigint): bigint {
  return minor > 0n ? minor : 0n;
}
