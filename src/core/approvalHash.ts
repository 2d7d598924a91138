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
}

/**
 * The fingerprint (SHA-256, hexadecimal) that decisions are bound to: invoices with what is outstanding, recipients, subject
 * and text. The order of invoices and recipients does not matter, nor does the day on which it is computed.
 */
export function approvalHash(shown: ShownNotice): string {
  const invoices = shown.invoices.map(({ id, currency, outstanding }) => [
    id,
    currency,
    outstanding.toString(),
  ]);
  const recipients = shown.recipients.map(({ name, email }) => [email.trim().toLowerCase(), name]);
  const canonical = JSON.stringify([sorted(invoices), sorted(recipients), shown.subject, shown.text]);
  return createHash('sha256').update(canonical).digest('hex');
}

function sorted(rows: readonly (readonly string[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
