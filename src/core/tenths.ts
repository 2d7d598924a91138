/** A quotient to a tenth, rounded half up. Neither number is negative, the divisor is not 0. */
export function tenths(dividend: bigint, divisor: bigint): number {
  return Number((dividend * 20n + divisor) / (divisor * 2n)) / 10;
}
