/** Names what a request shows, and how many confirmations it has: the block id of its buttons, so that a click says what was seen. */
export function approvalSeal(hash: string, confirmations: number): string {
  return `${hash.slice(0, 24)}.${confirmations}`;
}
