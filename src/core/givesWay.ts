/** What an agreement still lacks. */
export interface Pending {
  /** given by somebody who does not pay, and not confirmed by whoever does */
  readonly unconfirmed: boolean;
  /** a manager has still to agree */
  readonly awaitsAgreement: boolean;
}

/**
 * Whether an open agreement ends where another on the same invoices is recorded, confirmed or agreed to: only what lacks nothing that the
 * old one has takes its place. Until then both stand.
 */
export function givesWay(old: Pending, next: Pending): boolean {
  return (old.unconfirmed || !next.unconfirmed) && (old.awaitsAgreement || !next.awaitsAgreement);
}
