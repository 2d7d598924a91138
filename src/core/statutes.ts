import { z } from 'zod';
import { type Day, dayOf, isoDay } from './day.ts';
import table from './statutes.json' with { type: 'json' };

const day = z.iso.date().transform(dayOf);
const minorUnits = z.string().regex(/^\d+$/).transform(BigInt);

/** A row of late-payment law as it is written down: days `YYYY-MM-DD`, amounts in minor units. */
export const statuteSchema = z.object({
  /** governing law: ISO 3166-1 alpha-2 */
  law: z.string().regex(/^[A-Z]{2}$/),
  /** as letters name it */
  name: z.string(),
  /** which law, which article */
  source: z.string(),
  /** holds for invoices issued from that day */
  issuedFrom: day,
  /** and for none that was issued after this one; null: until another row of the law follows */
  issuedUntil: day.nullable().default(null),
  /** the base rate on which it stands: see baseRates.ts */
  base: z.string(),
  /** hundredths of a percentage point a year over the base rate */
  margin: z.number().int(),
  /** `start`: the rate of the half-year in which interest begins holds for good; `half_year`: it follows the base rate */
  rated: z.enum(['start', 'half_year']),
  /** days of a year for the interest of a day */
  yearDays: z.union([z.literal(360), z.literal(365)]),
  /** currency of the fixed sums */
  currency: z.string(),
  /** minor units: for a debt of at least `from` the sum is `sum`; the smallest `from` first */
  fixedSums: z.array(z.object({ from: minorUnits, sum: minorUnits }).readonly()).readonly(),
});

/** What the law of a country gives a business that another one pays late. */
export type Statute = Readonly<z.output<typeof statuteSchema>>;
export type FixedSums = Statute['fixedSums'];

/** The rows that Duly comes with. A law without a row gives nothing: directive 2011/7/EU alone is no basis. */
export const shippedStatutes: readonly Statute[] = table.map((row) => statuteSchema.parse(row));

/**
 * The statute of a law for an invoice issued that day; undefined where there is no row. The latest row that had begun by then holds, and a
 * workspace's own rows go before those that Duly comes with from the day of the first of them; where it has ended, the law gives nothing.
 */
export function statuteFor(own: readonly Statute[], law: string, issuedOn: Day): Statute | undefined {
  const row = latest(own, law, issuedOn) ?? latest(shippedStatutes, law, issuedOn);
  return row && (row.issuedUntil === null || issuedOn <= row.issuedUntil) ? row : undefined;
}

/** The row as it is written down, so that `statuteSchema` reads it again. */
export function statuteAsWritten(row: Statute): z.input<typeof statuteSchema> {
  const { law, name, source, base, margin, rated, yearDays, currency } = row;
  return {
    ...{ law, name, source, base, margin, rated, yearDays, currency },
    issuedFrom: isoDay(row.issuedFrom),
    issuedUntil: row.issuedUntil === null ? null : isoDay(row.issuedUntil),
    fixedSums: row.fixedSums.map(({ from, sum }) => ({ from: String(from), sum: String(sum) })),
  };
}

function latest(rows: readonly Statute[], law: string, issuedOn: Day): Statute | undefined {
  return rows.reduce<Statute | undefined>((found, row) => {
    if (row.law !== law || row.issuedFrom > issuedOn) return found;
    return found && found.issuedFrom > row.issuedFrom ? found : row;
  }, undefined);
}
