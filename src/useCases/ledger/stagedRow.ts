import { type Day, isoDay } from '../../core/day.ts';
import type { StagedRow } from '../../db/ledgerStaging.ts';
import type { InvoiceRow, LedgerRow } from '../../imports/LedgerRow.ts';

/**
 * The row as the ledger stood on `asOf`, or `later` for an invoice that did not exist then. Only where settlements are known
 * can another day than the file's own be told from it: a later settlement is then ignored.
 */
export function stagedRow(row: LedgerRow, asOf: Day, knowsSettlements: boolean): StagedRow | 'later' {
  switch (row.type) {
    case 'invoice':
      if (knowsSettlements && row.issuedOn !== undefined && row.issuedOn > asOf) return 'later';
      return {
        type: row.type,
        number: row.number,
        account: row.account,
        name: row.name,
        issued_on: iso(row.issuedOn),
        due_on: isoDay(row.dueOn),
        currency: row.currency,
        amount: row.amount?.toString(),
        outstanding: openOn(row, asOf).toString(),
        settled_on: iso(row.settledOn),
        order_number: row.orderNumber,
        emails: row.emails.length > 0 ? row.emails : undefined,
        country: row.country,
        region: row.region,
        kind: row.kind,
        last_step: row.lastStep,
        last_step_on: iso(row.lastStepOn),
      };
    case 'unapplied':
      return {
        type: row.type,
        account: row.account,
        name: row.name,
        value_on: isoDay(row.valueOn),
        currency: row.currency,
        amount: row.amount.toString(),
        reference: row.reference,
      };
    case 'bank':
      return {
        type: row.type,
        value_on: isoDay(row.valueOn),
        payer: row.payer,
        reference: row.reference,
        currency: row.currency,
        amount: row.amount.toString(),
      };
  }
}

function openOn({ amount, outstanding, settledOn }: InvoiceRow, asOf: Day): bigint {
  if (settledOn !== undefined) return settledOn <= asOf ? 0n : (amount ?? outstanding ?? 0n);
  return outstanding ?? amount ?? 0n;
}

function iso(day: Day | undefined): string | undefined {
  return day === undefined ? undefined : isoDay(day);
}
