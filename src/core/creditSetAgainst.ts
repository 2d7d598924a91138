import type { Barriers } from './barriers.ts';
import type { OpenItem } from './collectable.ts';

/** Minor units of open credits that are set against an item: what lowers it beside what is contested or was given in to. */
export function creditSetAgainst(
  { invoice: { id, outstanding }, amount }: Pick<OpenItem, 'invoice' | 'amount'>,
  { contested }: Pick<Barriers, 'contested'>,
): bigint {
  const off = outstanding - amount - contested(id);
  return off > 0n ? off : 0n;
}
