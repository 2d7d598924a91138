import type { Day } from './day.ts';
import type { DebtorFacts, DisputeFact } from './facts.ts';

/** What was given in to of an invoice and is not taken off it yet; minor units. */
export interface AwaitedCredit {
  readonly dispute: DisputeFact;
  /** no credit has come for it: it is not asked for */
  readonly awaited: bigint;
  /** an open credit note issued since the dispute was raised serves it: that is set off, and it is not taken off besides */
  readonly noted: bigint;
}

const none: readonly AwaitedCredit[] = [];

/**
 * The disputes that ended by a day with something given in to that is still to be taken off their invoices. Open credit notes of the currency that were
 * issued since a dispute was raised are for it before they are for anything else, each minor unit of them once.
 */
export function awaitedCredits(
  { disputes, invoices }: Pick<DebtorFacts, 'disputes' | 'invoices'>,
  today: Day,
): readonly AwaitedCredit[] {
  const ended = disputes.filter(
    ({ endedOn, toBeCredited = 0n }) => toBeCredited > 0n && endedOn !== undefined && endedOn <= today,
  );
  if (ended.length === 0) return none;
  const notes = invoices
    .filter(({ outstanding, missingSince = today + 1 }) => outstanding < 0n && missingSince > today)
    .map(({ currency, issuedOn, outstanding }) => ({ currency, issuedOn, left: -outstanding }));
  // a note that is late enough for the last dispute is so for the others too: they take what it does not need
  return ended
    .sort((a, b) => b.raisedOn - a.raisedOn)
    .flatMap((dispute) => {
      const invoice = invoices.find(({ id }) => id === dispute.invoiceId);
      if (!invoice) return [];
      let awaited = dispute.toBeCredited ?? 0n;
      if (invoice.outstanding < awaited) awaited = invoice.outstanding;
      let noted = 0n;
      for (const note of notes) {
        if (note.currency !== invoice.currency || note.issuedOn < dispute.raisedOn) continue;
        const share = note.left < awaited ? note.left : awaited;
        note.left -= share;
        noted += share;
        awaited -= share;
      }
      return [{ dispute, awaited, noted }];
    });
}
