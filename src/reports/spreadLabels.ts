/**
 * Where labels beside a stacked bar stand: each at the middle of its part, from the base line up, pushed apart until none is nearer
 * than `step` to the next, and inside `base` and `ceiling`. Heights and results in pixels; y grows downwards.
 */
export function spreadLabels(
  heights: readonly number[],
  { base, ceiling, step }: { base: number; ceiling: number; step: number },
): number[] {
  const lowest = base - step / 2;
  let edge = base;
  const wanted = heights.map((height) => {
    edge -= height;
    return edge + height / 2;
  });
  const upwards: number[] = [];
  for (const y of wanted) upwards.push(Math.min(y, (upwards.at(-1) ?? lowest + step) - step));
  const placed: number[] = [];
  for (const y of upwards.toReversed()) placed.unshift(Math.max(y, (placed[0] ?? ceiling - step / 2) + step));
  return placed;
}
