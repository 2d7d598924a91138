import PDFDocument from 'pdfkit';
import { dateOfDay } from '../core/day.ts';
import { describeNotice } from './describeNotice.ts';
import type { NoticeData } from './NoticeData.ts';
import type { NoticeView } from './NoticeView.ts';
import { bankBox } from './pdf/bankBox.ts';
import { areaOf, type Doc, keepTogether, paragraph } from './pdf/flow.ts';
import { interestTable } from './pdf/interestTable.ts';
import { invoiceTable } from './pdf/invoiceTable.ts';
import { letterhead } from './pdf/letterhead.ts';
import { openFonts } from './pdf/openFonts.ts';
import { pageMargins } from './pdf/pageMargins.ts';
import { summaryBand } from './pdf/summaryBand.ts';
import { colors, margins, sizes } from './pdf/theme.ts';
import { totals } from './pdf/totals.ts';
import type { RenderedNotice } from './renderNotice.ts';
import type { Letter } from './writeLetter.ts';

/**
 * The notice as a letter: the words of `rendered`, the figures of `data` (which must be the data it was rendered from). A4, or Letter
 * where that is the custom. Pure: the same input gives the same bytes; its creation date is the day of the figures.
 */
export function renderPdf(data: NoticeData, rendered: Pick<RenderedNotice, 'letter'>): Promise<Buffer> {
  const view = describeNotice(data);
  const { letter } = rendered;
  const doc = new PDFDocument({
    size: view.pageSize,
    margins,
    bufferPages: true,
    lang: view.lang,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: letter.subject, Author: view.creditor.name, CreationDate: dateOfDay(data.asAt) },
  });
  // an opened font is taken too, which the types do not say
  for (const [name, font] of Object.entries(openFonts()))
    doc.registerFont(name, font as unknown as Uint8Array);
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  writeBody(doc, view, letter);
  pageMargins(doc, view, letter.heading);
  doc.end();
  return finished;
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
  for (const { title, groups } of view.parts) {
    if (title) partTitle(doc, title);
    for (const group of groups) {
      if (groups.length > 1) groupTitle(doc, group.currency);
      if (group.invoices.length > 0) invoiceTable(doc, group);
      if (group.invoices.length > 1 || group.adjusted) totals(doc, group);
      else doc.y += 14;
      if (group.interest) interestTable(doc, group.interest, view.asAt);
    }
  }
  if (view.sums.length > 0) partTitle(doc, 'All accounts');
  for (const sum of view.sums) totals(doc, sum);
  bankBox(doc, view);
  keepTogether(doc, SIGN_OFF);
  paragraph(doc, letter.closing, 12);
  paragraph(doc, `${letter.farewell},`, 20);
  doc.font('bold').text(view.signedBy.name, left, doc.y, { width });
  doc.font('regular').fillColor(colors.soft);
  doc.text([view.signedBy.role, view.creditor.name].filter((line) => line !== null).join('\n'), { width });
}

/** The account whose items follow. */
function partTitle(doc: Doc, title: string): void {
  keepTogether(doc, 80);
  const { left, width } = areaOf(doc);
  doc.font('bold').fontSize(sizes.body).fillColor(colors.strong).text(title, left, doc.y, { width });
  doc.y += 4;
}

function groupTitle(doc: Doc, currency: string): void {
  keepTogether(doc, 60);
  const { left } = areaOf(doc);
  doc.font('bold').fontSize(sizes.body).fillColor(colors.brand).text(currency, left, doc.y);
  doc.y += 4;
}
