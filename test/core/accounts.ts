import fc from 'fast-check';
import { arrivals, happeningsOf } from './happenings.ts';
import { type Account, asLateAsItMayBe } from './lateArrival.ts';

const within = { days: 9, invoices: 2 };

/** One agreement, and money that comes for it, too little, too late in the books, or taken back, while some of it is contested or rests. */
const paying: fc.Arbitrary<Account> = fc
  .record({
    invoices: arrivals({ days: 100, invoices: 2 }),
    agreed: happeningsOf({ ...within, happenings: 1, among: ['promises', 'agrees_plan', 'agrees_plan'] }),
    money: happeningsOf({
      ...within,
      happenings: 6,
      among: ['pays', 'pays_part', 'pays_part', 'is_returned'],
    }),
    rests: happeningsOf({
      ...{ days: 30, invoices: 2, happenings: 3 },
      among: ['disputes', 'disputes_part', 'is_on_hold', 'is_on_hold', 'seen_at_bank', 'goes_missing'],
    }),
  })
  .filter(({ agreed }) => agreed.length > 0)
  .map(({ invoices, agreed, money, rests }) =>
    asLateAsItMayBe({ invoices, happenings: [...agreed, ...money, ...rests] }),
  );

/** Accounts to which anything happens within so many days, some of it known late, and, among them, accounts that keep or miss what they agreed to. */
export function accountsOf(most: {
  readonly days: number;
  readonly invoices: number;
  readonly happenings: number;
}): fc.Arbitrary<Account> {
  const anything = fc.record({ invoices: arrivals(most), happenings: happeningsOf(most) });
  return fc.oneof(anything.map(asLateAsItMayBe), paying);
}
