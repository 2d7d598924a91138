import { tenths } from './tenths.ts';

/**
 * Right-party contact rate = calls that reached the right person ÷ calls made, in per cent to a tenth. Undefined where nobody was
 * called: not available, never 0.
 */
export function rightPartyRate(reached: number, calls: number): number | undefined {
  return calls > 0 ? tenths(BigInt(reached) * 100n, BigInt(calls)) : undefined;
}
