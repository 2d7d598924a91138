import type { types } from '@slack/bolt';

export interface NestedList {
  readonly list: types.RichTextList;
  /** lists that belong under the last entry of this one */
  readonly under: readonly NestedList[];
}

/** Slack writes nested lists one after the other with an indent; this puts each under the one it belongs to. */
export function nestLists(lists: readonly types.RichTextList[]): readonly NestedList[] {
  const nested: NestedList[] = [];
  for (let at = 0; at < lists.length; ) {
    const list = lists[at];
    if (!list) break;
    const next = lists.findIndex((other, index) => index > at && (other.indent ?? 0) <= (list.indent ?? 0));
    const end = next === -1 ? lists.length : next;
    nested.push({ list, under: nestLists(lists.slice(at + 1, end)) });
    at = end;
  }
  return nested;
}
