import { type Day, dayOf } from './day.ts';

/** A published rate on which statutory interest stands. */
export type BaseRateKey = 'boe_bank_rate' | 'de_basiszinssatz';

export const baseRateNames: Readonly<Record<BaseRateKey, string>> = {
  boe_bank_rate: 'Bank of England base rate',
  de_basiszinssatz: 'Basiszinssatz of the Bundesbank',
};

/** What a base rate is worth for the half-year that begins on `from`. */
export interface BaseRate {
  readonly base: BaseRateKey;
  /** 1 January or 1 July */
  readonly from: Day;
  /** hundredths of a percentage point a year; may be negative */
  readonly basisPoints: number;
}

/**
 * Rates that Duly comes with, by half-year from the first one named; a workspace adds later ones, and its own go before these.
 * British ones are the Bank's official rate of the 31 December or 30 June before (www.bankofengland.co.uk/boeapps/database/Bank-Rate.asp),
 * German ones what the Bundesbank announces under § 247 BGB (www.bundesbank.de, "Basiszinssatz nach § 247 BGB").
 */
const SHIPPED: Readonly<Record<BaseRateKey, { first: string; percent: readonly string[] }>> = {
  boe_bank_rate: {
    first: '2012-01-01',
    percent:
      '0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.25 0.25 0.5 0.5 0.75 0.75 0.75 0.1 0.1 0.1 0.25 1.25 3.5 5 5.25 5.25 4.75 4.25 3.75'.split(
        ' ',
      ),
  },
  de_basiszinssatz: {
    first: '2015-01-01',
    percent:
      '-0.83 -0.83 -0.83 -0.88 -0.88 -0.88 -0.88 -0.88 -0.88 -0.88 -0.88 -0.88 -0.88 -0.88 -0.88 -0.88 1.62 3.12 3.62 3.37 2.27 1.27 1.27'.split(
        ' ',
      ),
  },
};

export const shippedBaseRates: readonly BaseRate[] = (Object.keys(SHIPPED) as BaseRateKey[]).flatMap(
  (base) => {
    const { first, percent } = SHIPPED[base];
    const half = Number(first.slice(0, 4)) * 2;
    return percent.map((text, index) => ({
      base,
      from: dayOf(`${Math.floor((half + index) / 2)}-${(half + index) % 2 === 0 ? '01' : '07'}-01`),
      basisPoints: Math.round(Number(text) * 100),
    }));
  },
);

/** What a base rate is worth in the half-year that begins on `from`; undefined where nobody has entered it. Later rows of the list go first. */
export function baseRateFor(rates: readonly BaseRate[], base: BaseRateKey, from: Day): number | undefined {
  return rates.findLast((rate) => rate.base === base && rate.from === from)?.basisPoints;
}
