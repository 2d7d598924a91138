import PDFDocument from 'pdfkit';
import { type Day, dateOfDay } from '../../core/day.ts';
import type { Doc } from './flow.ts';
import { openFonts } from './openFonts.ts';
import { margins } from './theme.ts';

/** A document in the faces of our letters, as bytes. Its creation date is the day that it is of, so that the same content gives the same bytes. */
export function pdfDocument(
  about: {
    readonly pageSize: 'A4' | 'LETTER';
    readonly lang: string;
    readonly title: string;
    readonly author: string;
    readonly on: Day;
  },
  write: (doc: Doc) => void,
): Promise<Buffer> {
  const doc = new PDFDocument({
    size: about.pageSize,
    margins,
    // else a face that we never use is read for each document
    font: '',
    bufferPages: true,
    lang: about.lang,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: about.title, Author: about.author, CreationDate: dateOfDay(about.on) },
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
  write(doc);
  doc.end();
  return finished;
}
