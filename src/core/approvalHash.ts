import { createHash } from 'node:crypto';

/** All that approvers are shown and decide on. */
export interface ShownNotice {
  readonly invoices: readonly {
    readonly id: string;
    readonly number: string;
    readonly currency: string;
    /** minor units */
    readonly outstanding: bigint;
  }[];
  readonly recipients: readonly { readonly name: string; readonly email: string }[];
  readonly subject: string;
  readonly text: string;
  /** what may be collected of it in all, for each currency; only where the text prints no figure */
  readonly asked?: readonly {
    readonly currency: string;
    /** minor units */
    readonly amount: bigint;
  }[];
}

/**
 * The fingerprint (SHA-256, hexadecimal) that decisions are bound to: invoices with what is outstanding, recipients, subject
 * and text, and what may be collected where the text does not say it. The order of invoices and recipients does not matter, nor does the day on which it is computed.
 */
export function approvalHash(shown: ShownNotice): string {
  const invoices = shown.invoices.map(({ id, currency, outstanding }) => [
    id,
    currency,
    outstanding.toString(),
  ]);
  const recipients = shown.recipients.map(({ name, email }) => [email.trim().toLowerCase(), name]);
  const asked = shown.asked?.map(({ currency, amount }) => [currency, amount.toString()]);
  const canonical = JSON.stringify([
    ...[sorted(invoices), sorted(recipients), shown.subject, shown.text],
    ...(asked ? [sorted(asked)] : []),
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

function sorted(rows: readonly (readonly string[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
