import { describeNotice } from './describeNotice.ts';
import type { NoticeData } from './NoticeData.ts';
import type { NoticeView } from './NoticeView.ts';
import { bankBox } from './pdf/bankBox.ts';
import { areaOf, type Doc, keepTogether, paragraph } from './pdf/flow.ts';
import { letterhead } from './pdf/letterhead.ts';
import { pageMargins } from './pdf/pageMargins.ts';
import { pdfDocument } from './pdf/pdfDocument.ts';
import { positionTables } from './pdf/positionTables.ts';
import { summaryBand } from './pdf/summaryBand.ts';
import { colors, sizes } from './pdf/theme.ts';
import type { RenderedNotice } from './renderNotice.ts';
import type { Letter } from './writeLetter.ts';

/**
 * The notice as a letter: the words of `rendered`, the figures of `data` (which must be the data it was rendered from). A4, or Letter
 * where that is the custom. Pure: the same input gives the same bytes; its creation date is the day of the figures.
 */
export function renderPdf(data: NoticeData, rendered: Pick<RenderedNotice, 'letter'>): Promise<Buffer> {
  const view = describeNotice(data);
  const { letter } = rendered;
  const { pageSize, lang, creditor } = view;
  const about = { pageSize, lang, title: letter.subject, author: creditor.name, on: data.asAt };
  return pdfDocument(about, (doc) => {
    writeBody(doc, view, letter);
    pageMargins(doc, view, letter.heading);
  });
}

/** height of closing, farewell and signature, which stay together */
const SIGN_OFF = 104;

function writeBody(doc: Doc, view: NoticeView, letter: Letter): void {
  letterhead(doc, view);
  const { left, width } = areaOf(doc);
  doc
    .font('bold')
    .fontSize(sizes.heading)
    .fillColor(colors.strong)
    .text(letter.heading, left, doc.y, { width });
  doc.y += 10;
  paragraph(doc, `Dear ${view.contact.greeting},`);
  for (const text of letter.opening) paragraph(doc, text);
  summaryBand(doc, view.summary);
  positionTables(doc, view);
  bankBox(doc, view);
  keepTogether(doc, SIGN_OFF);
  paragraph(doc, letter.closing, 12);
  paragraph(doc, `${letter.farewell},`, 20);
  doc.font('bold').text(view.signedBy.name, left, doc.y, { width });
  doc.font('regular').fillColor(colors.soft);
  doc.text([view.signedBy.role, view.creditor.name].filter((line) => line !== null).join('\n'), { width });
}
