/** `part` of `whole` in whole per cent, rounded half up; undefined where there is no whole. */
export function percentOf(part: bigint, whole: bigint): number | undefined {
  return whole > 0n ? Number((part * 200n + whole) / (whole * 2n)) : undefined;
}

/** "up 4 %", "down 12 %" or "unchanged" against an earlier figure; undefined where that was nothing. */
export function changeInWords(now: bigint, before: bigint): string | undefined {
  if (before <= 0n) return undefined;
  const moved = now > before ? now - before : before - now;
  const percent = percentOf(moved, before) ?? 0;
  if (percent === 0) return 'unchanged';
  return `${now > before ? 'up' : 'down'} ${percent} %`;
}
