import type { DebtorKind } from './facts.ts';

/** The least time that a rule of law, or of court procedure, gives a debtor after a stage. */
export interface LawGap {
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  readonly kinds: readonly DebtorKind[];
  readonly stage: string;
  /** calendar days of the deadline that the stage names, at least */
  readonly days: number;
  /** in force since, YYYY-MM-DD */
  readonly since: string;
  readonly source: string;
}

/** What is known of the law; a country that is not named here is not known, not free. */
export const lawGaps: readonly LawGap[] = [
  {
    country: 'GB',
    kinds: ['sole_trader', 'individual'],
    stage: 'demand_letter',
    days: 30,
    since: '2017-10-01',
    source: 'Pre-Action Protocol for Debt Claims (England and Wales), paragraph 4.1',
  },
  {
    country: 'GB',
    kinds: ['business'],
    stage: 'demand_letter',
    days: 14,
    since: '2015-04-06',
    source: 'Practice Direction – Pre-Action Conduct and Protocols (England and Wales), paragraph 6(b)',
  },
];
