/** What one command says about itself. */
export interface CommandHelp {
  /** `/debt show <debtor>`: how it is written, without the slash command */
  readonly usage: string;
  /** one sentence */
  readonly does: string;
  /** each without the slash command */
  readonly examples: readonly string[];
}
