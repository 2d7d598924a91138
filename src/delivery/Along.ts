/** A statement that goes together with the UPDATE of an item's row: both are done or neither. */
export interface Along {
  /** goes on from `saved`, the row's workspace_id and message_key; its own parameters are counted from `first` */
  readonly sql: (first: number) => string;
  readonly params: readonly unknown[];
}

/** The two in one; `update` has `given` parameters. Answers the row's workspace_id and message_key, and `more` columns. */
export function together(update: string, given: number, along: Along, ...more: string[]): string {
  const columns = ['workspace_id', 'message_key', ...more].join(', ');
  return `WITH saved AS (${update} RETURNING ${columns}), along AS (${along.sql(given + 1)}) SELECT * FROM saved`;
}
