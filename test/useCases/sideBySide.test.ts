import { expect, it } from 'vitest';
import { sideBySide } from '../../src/useCases/sideBySide.ts';

/** Work that ends when it is told to. */
function bench() {
  const ends = new Map<number, (error?: Error) => void>();
  const work = (n: number) =>
    new Promise<void>((resolve, reject) => {
      ends.set(n, (error) => (error ? reject(error) : resolve()));
    });
  return { ends, work };
}
const breath = () => new Promise((resolve) => setImmediate(resolve));

it('four things are under way at most, begun in their order', async () => {
  const { ends, work } = bench();
  const all = sideBySide([1, 2, 3, 4, 5, 6], work);
  await breath();
  expect([...ends.keys()]).toEqual([1, 2, 3, 4]);
  ends.get(3)?.();
  await breath();
  expect([...ends.keys()]).toEqual([1, 2, 3, 4, 5]);
  ends.get(1)?.();
  await breath();
  for (const end of ends.values()) end();
  await all;
  expect(ends.size).toBe(6);
});

it('when one fails nothing more is begun, and what is under way ends before the failure is told', async () => {
  const { ends, work } = bench();
  let told: unknown;
  const all = sideBySide([1, 2, 3, 4, 5], work).catch((error: unknown) => {
    told = error;
  });
  await breath();
  ends.get(2)?.(new Error('no'));
  await breath();
  expect(told).toBeUndefined();
  for (const end of ends.values()) end();
  await all;
  expect(told).toMatchObject({ message: 'no' });
  expect([...ends.keys()]).toEqual([1, 2, 3, 4]);
});
