import { dayOf } from '../core/day.ts';
import { toBeCredited } from '../core/toBeCredited.ts';
import type { FactsRow } from './debtorFactsSql.ts';

type DisputeRow = FactsRow['disputes'][number];
type PartPaymentRow = NonNullable<FactsRow['invoices'][number]['part_payment']>;

/** What of each dispute is still to be credited (those that gave in to something alone), and which money of a ledger file is no money but the credit. */
export function creditedOf(disputes: readonly DisputeRow[]): {
  readonly left: ReadonlyMap<string, bigint>;
  isCredit(invoiceId: string, payment: PartPaymentRow): boolean;
} {
  const left = new Map<string, bigint>();
  const credits = new Set<string>();
  const keyOf = (invoiceId: string, amount: string, knownAt: string | null) =>
    `${invoiceId} ${amount} ${knownAt}`;
  const givenIn = disputes.filter(({ conceded }) => conceded !== null && conceded !== '0');
  for (const invoiceId of new Set(givenIn.map(({ invoice_id }) => invoice_id))) {
    const about = givenIn.filter(({ invoice_id }) => invoice_id === invoiceId);
    const credited = toBeCredited(
      about.map(({ id, raised_on, conceded, taken_off }) => ({
        disputeId: id,
        raisedOn: dayOf(raised_on),
        amount: BigInt(conceded ?? 0),
        takenOff: taken_off.map((one) => ({ id: one.id, kind: one.kind, amount: BigInt(one.amount) })),
      })),
    );
    for (const [id, amount] of credited.left) left.set(id, amount);
    for (const { id, amount, known_at } of about.flatMap(({ taken_off }) => taken_off))
      if (credited.shown.has(id)) credits.add(keyOf(invoiceId, amount, known_at));
  }
  return {
    left,
    isCredit: (invoiceId, { amount, known_at }) => credits.has(keyOf(invoiceId, amount, known_at)),
  };
}
