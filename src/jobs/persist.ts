import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5000;

/**
 * Tries `work` until it succeeds, ever more slowly. Each failure is told to `onFailure`. Rejects only when `signal` is aborted.
 */
export async function persist<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<T> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!signal.aborted) onFailure(error);
      await sleep(wait, undefined, { signal, ref: false });
    }
  }
}
