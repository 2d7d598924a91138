import { readPercent } from './readPercent.ts';

const MOST = 10_000;
const LEAST = -1_000;

/** A base rate as people type it, in hundredths of a percentage point a year; undefined for what cannot be one. */
export function readBaseRate(typed: string): number | undefined {
  const basisPoints = readPercent(typed);
  return basisPoints !== undefined && basisPoints >= LEAST && basisPoints <= MOST ? basisPoints : undefined;
}
