import {
  collectionEffectiveness,
  type SalesOutstanding,
  salesOutstanding,
} from '../../core/collectionRatios.ts';
import { addDays, type Day, dayOfDate, isoDay } from '../../core/day.ts';
import type { Money } from '../../core/money.ts';
import type { Queries } from '../../db/client.ts';
import { type LedgerFigures, ledgerFigures } from '../../db/ledgerFigures.ts';
import { hasAllInvoices, salesBetween, writtenOffBetween } from '../../db/salesFigures.ts';
import type { WeeklyFacts } from './weeklyFacts.ts';

/** Days of credit sales that DSO looks back on. */
const SALES_DAYS = 90;
/** The week itself and the four before it. */
const COMPARED = 5;

export interface WeekRatios {
  readonly currency: string;
  /** the last weeks', the week itself last; undefined where it cannot be worked out */
  readonly salesOutstanding: readonly (SalesOutstanding | undefined)[];
  /** of the last whole calendar month, in per cent */
  readonly effectiveness: number | undefined;
  /** `YYYY-MM` of that month */
  readonly month: string;
}

/** DSO of the last weeks and CEI of the last whole month, by currency; empty where not all invoices are imported. */
export async function weekRatios(
  tx: Queries,
  { workspaceId, ledgers }: { workspaceId: string; ledgers: WeeklyFacts['ledgers'] },
): Promise<WeekRatios[]> {
  const last = ledgers.at(-1);
  if (!last || !(await hasAllInvoices(tx, { workspaceId, from: addDays(last.endsOn, -SALES_DAYS) })))
    return [];
  const weeks: { figures: readonly LedgerFigures[]; sales: Money[] }[] = [];
  for (const { endsOn, figures } of ledgers.slice(-COMPARED)) {
    const from = addDays(endsOn, -SALES_DAYS);
    const known = endsOn === last.endsOn || (await hasAllInvoices(tx, { workspaceId, from }));
    weeks.push({ figures, sales: known ? await salesBetween(tx, { workspaceId, from, to: endsOn }) : [] });
  }
  const month = await effectiveness(tx, workspaceId, last.endsOn);
  return last.figures.map(({ currency }) => ({
    currency,
    salesOutstanding: weeks.map(({ figures, sales }) => {
      const held = figures.find((f) => f.currency === currency);
      const receivables = { open: held?.openAmount ?? 0n, current: held?.ageing.current ?? 0n };
      return salesOutstanding(receivables, of(sales, currency), SALES_DAYS);
    }),
    effectiveness: month.of(currency),
    month: month.name,
  }));
}

async function effectiveness(tx: Queries, workspaceId: string, sunday: Day) {
  const next = new Date(`${isoDay(addDays(sunday, 1)).slice(0, 7)}-01T00:00:00Z`);
  const to = addDays(dayOfDate(next), -1);
  const from = addDays(dayOfDate(new Date(`${isoDay(to).slice(0, 7)}-01T00:00:00Z`)), -1);
  const span = { workspaceId, from, to };
  const known = await hasAllInvoices(tx, { workspaceId, from });
  const opening = await ledgerFigures(tx, { workspaceId, day: from });
  const closing = await ledgerFigures(tx, { workspaceId, day: to });
  const sales = await salesBetween(tx, span);
  const writtenOff = await writtenOffBetween(tx, span);
  return {
    name: isoDay(to).slice(0, 7),
    of(currency: string): number | undefined {
      if (!known) return undefined;
      const end = closing.find((figures) => figures.currency === currency);
      return collectionEffectiveness({
        opening: opening.find((figures) => figures.currency === currency)?.openAmount ?? 0n,
        sales: of(sales, currency),
        closing: { open: end?.openAmount ?? 0n, current: end?.ageing.current ?? 0n },
        writtenOff: of(writtenOff, currency),
      });
    },
  };
}

function of(amounts: readonly Money[], currency: string): bigint {
  return amounts.find((money) => money.currency === currency)?.amount ?? 0n;
}
