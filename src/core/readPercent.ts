/** A yearly rate as people type it (`8`, `8.5 %`, `-0,88`) in hundredths of a percentage point; undefined for anything else. */
export function readPercent(typed: string): number | undefined {
  const [, number] = /^\s*([-−]?\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*$/.exec(typed) ?? [];
  if (number === undefined) return undefined;
  return Math.round(Number(number.replace(',', '.').replace('−', '-')) * 100);
}
