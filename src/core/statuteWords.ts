import { baseRateName } from './baseRates.ts';
import { percentWords } from './interestWords.ts';
import { formatMoney } from './money.ts';
import type { Statute } from './statutes.ts';

/** What a row of law gives, for people: "8% over the ECB rate, which it follows each half-year, on 365 days; fixed sum €40.00". */
export function statuteWords(row: Statute, locale: string): string {
  const { base, margin, rated, yearDays } = row;
  const over = `${percentWords(margin, locale)} over the ${baseRateName(base)}`;
  const when = rated === 'start' ? 'as it stands when interest begins' : 'which it follows each half-year';
  return [`${over}, ${when}, on ${yearDays} days`, ...sumWords(row, locale)].join('; ');
}

function sumWords({ fixedSums, currency }: Statute, locale: string): string[] {
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const words = fixedSums.map(({ from, sum }) =>
    from === 0n ? money(sum) : `${money(sum)} from ${money(from)} on`,
  );
  return words.length === 0 ? [] : [`fixed sum ${words.join(', ')}`];
}
