import type { ShownNotice } from './approvalHash.ts';
import { formatMoney } from './money.ts';

/**
 * What has changed since approvers were shown a notice, as sentences for the thread; empty exactly when both have the same
 * `approvalHash`. One change makes the approval void.
 */
export function approvalChanges(shown: ShownNotice, now: ShownNotice, locale: string): string[] {
  return [
    ...invoiceChanges(shown, now, locale),
    ...askedChanges(shown, now, locale),
    ...(recipientsOf(shown) === recipientsOf(now) ? [] : ['The recipients have changed.']),
    ...(shown.subject === now.subject && shown.text === now.text ? [] : ['The text has changed.']),
  ];
}

/**
 * What becomes of a request whose approval is void: it is rewritten in place once; the second time it goes back to the owner.
 */
export function afterVoid(request: { readonly rewritten: boolean }): 'rewrite' | 'back_to_owner' {
  return request.rewritten ? 'back_to_owner' : 'rewrite';
}

function invoiceChanges(shown: ShownNotice, now: ShownNotice, locale: string): string[] {
  const current = new Map(now.invoices.map((invoice) => [invoice.id, invoice]));
  const before = new Set(shown.invoices.map((invoice) => invoice.id));
  const changed = shown.invoices.flatMap((invoice) => {
    const today = current.get(invoice.id);
    if (!today) return [`Invoice ${invoice.number} is no longer part of it.`];
    if (today.outstanding === invoice.outstanding && today.currency === invoice.currency) return [];
    const was = formatMoney(invoice.outstanding, invoice.currency, locale);
    const is = formatMoney(today.outstanding, today.currency, locale);
    return [`Invoice ${invoice.number} has ${is} open instead of ${was}.`];
  });
  const added = now.invoices.filter((invoice) => !before.has(invoice.id));
  return [...changed, ...added.map((invoice) => `Invoice ${invoice.number} has come to it.`)];
}

function askedChanges(shown: ShownNotice, now: ShownNotice, locale: string): string[] {
  const words = ({ asked = [] }: ShownNotice) =>
    asked.map(({ currency, amount }) => formatMoney(amount, currency, locale)).join(' and ') || 'nothing';
  const [was, is] = [words(shown), words(now)];
  return was === is ? [] : [`Of it ${is} may be collected instead of ${was}.`];
}

function recipientsOf(notice: ShownNotice): string {
  return JSON.stringify(
    notice.recipients.map(({ name, email }) => JSON.stringify([email.trim().toLowerCase(), name])).sort(),
  );
}
