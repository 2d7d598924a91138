import type { BaseRateKey } from './baseRates.ts';
import { type Day, dayOf } from './day.ts';

/** What the law of a country gives a business that another one pays late. */
export interface Statute {
  /** governing law: ISO 3166-1 alpha-2 */
  readonly law: string;
  readonly name: string;
  readonly source: string;
  /** holds for invoices issued from that day */
  readonly issuedFrom: Day;
  readonly base: BaseRateKey;
  /** hundredths of a percentage point a year over the base rate */
  readonly margin: number;
  /** `start`: the rate of the half-year in which interest begins holds for good; `half_year`: it follows the base rate */
  readonly rated: 'start' | 'half_year';
  /** days of a year for the interest of a day */
  readonly yearDays: number;
  /** currency of the fixed sums */
  readonly currency: string;
  /** minor units: for a debt of at least `from` the sum is `sum`; the largest `from` first */
  readonly fixedSums: readonly { readonly from: bigint; readonly sum: bigint }[];
}

/** Dated rows, the latest of a law last. A law without a row gives nothing: directive 2011/7/EU alone is no basis. */
export const statutes: readonly Statute[] = [
  {
    law: 'GB',
    name: 'Late Payment of Commercial Debts (Interest) Act 1998',
    source: 'sections 1, 4 and 5A; rate: SI 2002/1675 article 4, in Scotland SSI 2002/336',
    issuedFrom: dayOf('2002-08-07'),
    base: 'boe_bank_rate',
    margin: 800,
    rated: 'start',
    yearDays: 365,
    currency: 'GBP',
    fixedSums: [
      { from: 1_000_000n, sum: 10_000n },
      { from: 100_000n, sum: 7_000n },
      { from: 0n, sum: 4_000n },
    ],
  },
  {
    law: 'DE',
    name: '§ 288 BGB',
    source:
      '§§ 247, 286 and 288 (2) and (5) BGB, for claims that arose after 28 July 2014 (Art. 229 § 34 EGBGB)',
    issuedFrom: dayOf('2014-07-29'),
    base: 'de_basiszinssatz',
    margin: 900,
    rated: 'half_year',
    yearDays: 365,
    currency: 'EUR',
    fixedSums: [{ from: 0n, sum: 4_000n }],
  },
];

/** The statute of a law for an invoice issued that day; undefined where there is no row. */
export function statuteFor(law: string, issuedOn: Day): Statute | undefined {
  return statutes.findLast((statute) => statute.law === law && statute.issuedFrom <= issuedOn);
}
