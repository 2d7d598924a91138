import type { Day } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import type { Queries } from './client.ts';
import { type CreditFigures, creditFigures } from './creditFigures.ts';
import { handedOff } from './handedOff.ts';
import { type LedgerFigures, ledgerFigures } from './ledgerFigures.ts';
import { type PastDueParts, pastDueParts } from './pastDueParts.ts';

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
  const parts = await pastDueParts(tx, options);
  const credits = await creditFigures(tx, options);
  const apart = { ...parts, ...credits, handedOff: await handedOff(tx, options) };
  const currencies = new Set([
    ...ledger.map(({ currency }) => currency),
    ...credits.credits.map(({ currency }) => currency),
    ...credits.unapplied.map(({ currency }) => currency),
  ]);
  return [...currencies].sort().map((currency) => ({
    ...(ledger.find((figures) => figures.currency === currency) ?? nothingOpen(currency)),
    ...amountsOf(apart, currency),
  }));
}

function amountsOf(
  apart: PastDueParts & CreditFigures & { readonly handedOff: readonly Money[] },
  currency: string,
) {
  const of = (what: keyof typeof apart) =>
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
