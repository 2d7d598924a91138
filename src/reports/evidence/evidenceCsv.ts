import { isoDay } from '../../core/day.ts';
import { formatAmount } from '../../core/money.ts';
import { dayIn, timeIn } from '../../core/zone.ts';
import { type CsvCell, csv } from '../csv.ts';
import type { EvidenceTable, Fact } from './EvidenceTable.ts';

/** A part of the pack for spreadsheets: ISO days, local times, plain amounts with the currency in a column of its own. */
export function evidenceCsv({ columns, rows }: EvidenceTable, zone: string): string {
  const heads = columns.map(({ head }) => head);
  const hasMoney = rows.some((row) => row.some((fact) => currencyOf(fact) !== undefined));
  return csv(
    hasMoney ? [...heads, 'Currency'] : heads,
    rows.map((row) => {
      const cells = row.map((fact) => cellOf(fact, zone));
      return hasMoney ? [...cells, row.map(currencyOf).find((currency) => currency !== undefined)] : cells;
    }),
  );
}

function cellOf(fact: Fact, zone: string): CsvCell {
  if (typeof fact !== 'object') return fact;
  if ('on' in fact) return isoDay(fact.on);
  if ('at' in fact) return `${isoDay(dayIn(zone, fact.at))} ${timeIn(zone, fact.at)}`;
  return formatAmount(fact.money.amount, fact.money.currency);
}

function currencyOf(fact: Fact): string | undefined {
  return typeof fact === 'object' && 'money' in fact ? fact.money.currency : undefined;
}
