import { isoDay } from '../../core/day.ts';
import type { NoticeData } from '../../notices/NoticeData.ts';

/** What the letter is called as a file: "final-notice-ACME-01-2026-11-23.pdf"; letters, digits and dashes only. */
export function pdfName({ kind, debtor, asAt }: Pick<NoticeData, 'kind' | 'debtor' | 'asAt'>): string {
  const account = debtor.account
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40);
  return [kind.replaceAll('_', '-'), account.replace(/^-|-$/g, ''), `${isoDay(asAt)}.pdf`]
    .filter((part) => part !== '')
    .join('-');
}
