import { isCeaseNotice } from '../core/ceaseNotices.ts';
import { englishOf } from '../core/dayFormat.ts';
import { formatMoney } from '../core/money.ts';
import { describeBank } from './describeBank.ts';
import { describeCurrency, describeSum } from './describeCurrency.ts';
import { describeInvoice } from './describeInvoice.ts';
import { describePromise } from './describePromise.ts';
import { formatDay } from './formatDay.ts';
import { inOrder } from './inOrder.ts';
import type { NoticeData, NoticeInvoice, NoticePayments } from './NoticeData.ts';
import type { CurrencyView, NoticeView } from './NoticeView.ts';
import { pageSizeOf } from './pageSizeOf.ts';
import { linesOf, nameOf, oneLine } from './printable.ts';
import { requireComplete } from './requireComplete.ts';
import { summarise } from './summarise.ts';
import { totalsOf } from './totalsOf.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** A notice after a wish to cease contact says its purpose and nothing else: no figure, and nowhere to pay to. */
const WORDS_ALONE = {
  ...{ count: 0, overdueCount: 0, oldest: null, hasCredits: false, hasQueries: false },
  ...{ parts: [], sums: [], summary: [], bank: [] },
} satisfies Partial<NoticeView>;

/** Writes out every figure, date and name of a notice, oldest due date first. Throws DulyError `notice_incomplete` as `requireComplete` does. */
export function describeNotice(data: NoticeData): NoticeView {
  requireComplete(data);
  const view = viewOf(data);
  return isCeaseNotice(data.kind) ? { ...view, ...WORDS_ALONE } : view;
}

function viewOf(data: NoticeData): NoticeView {
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
    pageSize: pageSizeOf(locale),
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
    remedy: lineOrNull(data.remedy),
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
    summary: summarise({ kind: data.kind, agreed, paid, payable, overdue, toSettle, deadline }),
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

function describePayments({ paid, averageDays, veryLate, terms }: NoticePayments) {
  const late =
    averageDays > 0
      ? `on average ${counted(averageDays, 'day')} after the due date`
      : `${veryLate.count} of them more than ${veryLate.days} days after the due date`;
  return { paid: counted(paid, 'invoice'), late, terms: lineOrNull(terms) };
}

function describeCurrencies(data: NoticeData): CurrencyView[] {
  return totalsOf(data).map((total) => describeCurrency(total, data));
}

/** A team for the mailbox of a business; else the person, and the account's own name where no person is known. */
function greetingOf({ contact, debtor, debtorKind }: NoticeData): string {
  const person = contact.isMailbox ? '' : nameOf(contact.name);
  if (person) return person;
  return debtorKind === 'business' ? 'Accounts Team' : nameOf(debtor.name);
}

function joined(parts: readonly string[]): string {
  return list.format(parts);
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
