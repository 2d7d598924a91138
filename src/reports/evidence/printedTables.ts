import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import { dayIn, timeIn } from '../../core/zone.ts';
import type { EvidenceTable, Fact } from './EvidenceTable.ts';

interface Told {
  readonly locale: string;
  readonly zone: string;
}

/** The parts of a pack that its summary prints, every figure, day and time written out for that locale. */
export function printedTables(tables: readonly EvidenceTable[], told: Told) {
  return tables
    .filter(({ fileOnly }) => !fileOnly)
    .map(({ title, columns, rows }) => ({
      title,
      columns: columns.map((column, index) => ({
        ...column,
        isAmount: rows.some((row) => isMoney(row[index])),
      })),
      rows: rows.map((row) => row.map((fact) => inWords(fact, told))),
    }));
}

function isMoney(fact: Fact): boolean {
  return typeof fact === 'object' && 'money' in fact;
}

function inWords(fact: Fact, { locale, zone }: Told): string {
  if (fact === undefined) return '';
  if (typeof fact !== 'object') return String(fact);
  if ('on' in fact) return shortDay(fact.on, locale);
  if ('at' in fact) return `${shortDay(dayIn(zone, fact.at), locale)} ${timeIn(zone, fact.at)}`;
  return formatMoney(fact.money.amount, fact.money.currency, locale);
}
