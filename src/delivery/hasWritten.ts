import type { Tx } from '../db/client.ts';

const writing = new WeakSet<Tx>();

/** Whether anything was written in this transaction that is to be sent. */
export function hasWritten(tx: Tx): boolean {
  return writing.has(tx);
}

/** To be called by whatever makes a row due. */
export function noteWritten(tx: Tx): void {
  writing.add(tx);
}
