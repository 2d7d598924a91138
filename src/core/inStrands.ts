/**
 * The same things in strands: two that have a key in common, or are bound by others that have, are in one strand, in the order they
 * came. What is done in one strand then says nothing about another. Strands follow the first of each.
 */
export function inStrands<T>(things: readonly T[], keysOf: (thing: T) => readonly string[]): T[][] {
  let strands: { readonly places: number[]; readonly keys: Set<string> }[] = [];
  things.forEach((thing, place) => {
    const keys = keysOf(thing);
    const bound = strands.filter((strand) => keys.some((key) => strand.keys.has(key)));
    const joined = {
      places: [...bound.flatMap(({ places }) => places), place].sort((a, b) => a - b),
      keys: new Set([...bound.flatMap((strand) => [...strand.keys]), ...keys]),
    };
    strands = [...strands.filter((strand) => !bound.includes(strand)), joined];
  });
  return strands
    .sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0))
    .map(({ places }) => places.flatMap((place) => things.slice(place, place + 1)));
}
