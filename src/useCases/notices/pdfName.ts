import { isoDay } from '../../core/day.ts';
import { inFileName } from '../../core/inFileName.ts';
import type { NoticeData } from '../../notices/NoticeData.ts';

/** What the letter is called as a file: "final-notice-ACME-01-2026-11-23.pdf"; letters, digits and dashes only. */
export function pdfName({ kind, debtor, asAt }: Pick<NoticeData, 'kind' | 'debtor' | 'asAt'>): string {
  return [kind.replaceAll('_', '-'), inFileName(debtor.account), `${isoDay(asAt)}.pdf`]
    .filter((part) => part !== '')
    .join('-');
}
