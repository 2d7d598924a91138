/** A policy as a page: prose, then a line a stage. */
export interface PolicyView {
  /** every policy there is, to look at another */
  readonly policies: readonly { readonly key: string; readonly name: string }[];
  readonly key: string;
  /** of what is shown: the window remembers it */
  readonly mark: string;
  readonly name: string;
  /** which version this is, since when, how many cases run by it */
  readonly standing: string;
  readonly forWhom: string;
  readonly prose: string;
  readonly stages: readonly {
    readonly key: string;
    readonly name: string;
    readonly line: string;
    readonly inUse: boolean;
    readonly beside: boolean;
  }[];
  /** shown is what is being changed */
  readonly draft?: { readonly changedBy: string; readonly problems: readonly string[] } | undefined;
  readonly mayChange: boolean;
  /** said on top: what was just done */
  readonly note?: string | undefined;
}
