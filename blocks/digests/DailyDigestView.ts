import type { DigestPart } from './DigestPart.ts';

/** A day's digest; plain data, amounts already formatted. */
export interface DailyDigestView {
  /** "Tuesday 24 November" */
  readonly dayName: string;
  /** one for each currency in which something is open */
  readonly headlines: readonly DailyHeadline[];
  /** sentences about the whole: freshness of payments, who is behind */
  readonly notes: readonly string[];
  readonly parts: readonly DigestPart[];
}

export interface DailyHeadline {
  /** "€856.10 past due" */
  readonly pastDue: string;
  /** "16 invoices of 15 debtors; 111 open, €4,210.00" */
  readonly counts: string;
  /** "€20.00 more and 1 invoice fewer than on Monday 23 November", "unchanged since …" */
  readonly moved: string;
  /** "of which €20.00 in dispute, €50.00 promised" */
  readonly ofWhich: string | undefined;
  /** "not yet due €3,000.00 · 1–30 days €800.00 …", credits and unapplied cash */
  readonly ageing: string;
}
