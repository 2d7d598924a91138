import type { Text } from '../Markup.ts';

/** What came of logging a call or a reply. */
export interface LoggedView {
  readonly debtorId: string;
  readonly debtorName: string;
  /** what was recorded, as sentences */
  readonly said: readonly Text[];
  /** what happens next, and when */
  readonly next: readonly Text[];
  /** the promise that was recorded and may be confirmed by mail, by id; of a plan its next instalment */
  readonly confirms?: string | undefined;
  /** absent: it cannot be taken back (any more) */
  readonly undo?: { readonly activityId: string; readonly until: Date } | undefined;
}
