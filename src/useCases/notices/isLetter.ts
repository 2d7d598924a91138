import { ceaseNotices } from '../../core/ceaseNotices.ts';
import type { NoticeKind } from '../../notices/NoticeData.ts';

const LETTERS: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'firm_notice',
  'final_notice',
  'demand_letter',
  'statement',
  ...ceaseNotices,
]);

/** Whether a notice is a letter too, and goes with its PDF; a reminder is a short mail, and its table says it all. */
export function isLetter(kind: NoticeKind): boolean {
  return LETTERS.has(kind);
}
