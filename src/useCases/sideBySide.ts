/** Leaves connections of the pool to those who click meanwhile. */
const AT_ONCE = 4;

/**
 * Does the same with each of them, four at a time, begun in their order. When one fails nothing more is begun; what is under way
 * ends first, then the failure is thrown.
 */
export async function sideBySide<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const left = [...things.entries()];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      try {
        await work(next[1]);
      } catch (error) {
        left.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
