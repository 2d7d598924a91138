/** Prints a line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * The shortest of some runs, in milliseconds: what the work takes where nothing else is in its way. Prints all of them; the first ones
 * warm up.
 */
export async function best(name: string, runs: number, work: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  const shortest = Math.min(...took);
  say(`${name}: ${Math.round(shortest)} ms (runs: ${took.map((ms) => Math.round(ms)).join(', ')})`);
  return shortest;
}
