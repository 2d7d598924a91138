import type { NoticeView } from '../NoticeView.ts';
import { clip } from '../printable.ts';
import { areaOf, type Doc, rule } from './flow.ts';
import { colors, sizes } from './theme.ts';

/** What stands outside the body of every page, once the number of pages is known: running head, small print, page number. */
export function pageMargins(
  doc: Doc,
  view: {
    readonly creditor: Pick<NoticeView['creditor'], 'name' | 'letterhead'>;
    readonly debtor: Pick<NoticeView['debtor'], 'account'>;
  },
  heading: string,
): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    // text below the bottom margin would otherwise start another page
    doc.page.margins.bottom = 0;
    const { left, width } = areaOf(doc);
    doc.font('regular').fontSize(sizes.small).fillColor(colors.soft);
    if (index > 0) {
      const running = [view.creditor.name, `Account ${view.debtor.account}`, heading].map((part) =>
        clip(part, 40),
      );
      doc.text(running.join('  ·  '), left, 46, { width, height: 10, ellipsis: true });
      rule(doc, 62, left, left + width, colors.line);
    }
    const footAt = doc.page.height - 60;
    rule(doc, footAt, left, left + width, colors.line);
    const print = view.creditor.letterhead.join('\n') || view.creditor.name;
    doc.text(print, left, footAt + 7, { width: width - 80, height: 30, ellipsis: true, lineGap: 1 });
    doc.text(`Page ${index + 1} of ${count}`, left + width - 76, footAt + 7, { width: 76, align: 'right' });
  }
}
