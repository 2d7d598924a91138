import { colors, LINE_GAP, sizes } from './theme.ts';

export type Doc = PDFKit.PDFDocument;

/** Left edge and width of the printed area, and the y below which nothing of the body may stand. */
export function areaOf(doc: Doc): { left: number; width: number; bottom: number } {
  const { width, height, margins } = doc.page;
  return { left: margins.left, width: width - margins.left - margins.right, bottom: height - margins.bottom };
}

/** Starts a new page unless `height` points fit below the cursor; true when it did. */
export function keepTogether(doc: Doc, height: number): boolean {
  const { bottom } = areaOf(doc);
  if (doc.y + height <= bottom || doc.y <= doc.page.margins.top) return false;
  doc.addPage();
  return true;
}

/** A paragraph of the body at the cursor, moved whole to the next page when it does not fit. */
export function paragraph(doc: Doc, text: string, gapAfter = 8): void {
  const { left, width } = areaOf(doc);
  doc.font('regular').fontSize(sizes.body).fillColor(colors.ink);
  keepTogether(doc, doc.heightOfString(text, { width, lineGap: LINE_GAP }));
  doc.text(text, left, doc.y, { width, lineGap: LINE_GAP });
  doc.y += gapAfter;
}

/** Height of a text set at a size, in a width. */
export function heightOf(
  doc: Doc,
  font: 'regular' | 'bold',
  size: number,
  text: string,
  width: number,
): number {
  return doc.font(font).fontSize(size).heightOfString(text, { width });
}

/** A thin rule across at y. */
export function rule(doc: Doc, y: number, from: number, to: number, color: string, weight = 0.6): void {
  doc.moveTo(from, y).lineTo(to, y).lineWidth(weight).strokeColor(color).stroke();
}
