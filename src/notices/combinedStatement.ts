import type { NoticeData, StatementSection } from './NoticeData.ts';

/** What a statement of several accounts lists: all of their items, account by account; nothing of one is set against another's but in the total. */
export function combinedStatement(
  sections: readonly StatementSection[],
): Pick<NoticeData, 'invoices' | 'credits' | 'sections'> {
  return {
    invoices: sections.flatMap(({ invoices }) => invoices),
    credits: sections.flatMap(({ credits }) => credits),
    sections,
  };
}
