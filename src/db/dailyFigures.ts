import type { Day } from '../core/day.ts';
import { type AmountsApart, amountsApart } from './amountsApart.ts';
import type { Queries } from './client.ts';
import { type LedgerFigures, ledgerFigures } from './ledgerFigures.ts';

export interface CurrencyFigures extends LedgerFigures {
  /** of what is past due, minor units; one item may count in each */
  readonly disputed: bigint;
  readonly promised: bigint;
  readonly held: bigint;
  readonly handedOff: bigint;
  /** set against no invoice yet, minor units */
  readonly credits: bigint;
  readonly unapplied: bigint;
}

/**
 * The figures of a digest as of the end of a day, by currency in the order of their codes. They are worked out from dated
 * facts alone, so that any past day can be asked and answers the same as on that day, but for what became known later.
 */
export async function dailyFigures(
  tx: Queries,
  options: { workspaceId: string; day: Day },
): Promise<CurrencyFigures[]> {
  const ledger = await ledgerFigures(tx, options);
  const apart = await amountsApart(tx, options);
  const currencies = new Set([
    ...ledger.map(({ currency }) => currency),
    ...apart.credits.map(({ currency }) => currency),
    ...apart.unapplied.map(({ currency }) => currency),
  ]);
  return [...currencies].sort().map((currency) => ({
    ...(ledger.find((figures) => figures.currency === currency) ?? nothingOpen(currency)),
    ...amountsOf(apart, currency),
  }));
}

function amountsOf(apart: AmountsApart, currency: string) {
  const of = (what: keyof AmountsApart) =>
    apart[what].find((money) => money.currency === currency)?.amount ?? 0n;
  return {
    disputed: of('disputed'),
    promised: of('promised'),
    held: of('held'),
    handedOff: of('handedOff'),
    credits: of('credits'),
    unapplied: of('unapplied'),
  };
}

function nothingOpen(currency: string): LedgerFigures {
  return {
    currency,
    open: 0,
    openAmount: 0n,
    pastDue: 0,
    pastDueDebtors: 0,
    pastDueAmount: 0n,
    ageing: { current: 0n, d1_30: 0n, d31_60: 0n, d61_90: 0n, over_90: 0n },
  };
}
