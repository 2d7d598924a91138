import { strToU8, type Zippable, zipSync } from 'fflate';
import { isoDay } from '../../core/day.ts';
import { inFileName } from '../../core/inFileName.ts';
import { dayIn, timeIn } from '../../core/zone.ts';
import type { Evidence, EvidenceLetter } from './Evidence.ts';
import { evidenceCsv } from './evidenceCsv.ts';
import { evidenceTables } from './evidenceTables.ts';
import { letterName } from './letterName.ts';

/** PDFs are compressed already. */
const STORED = { level: 0 } as const;

/**
 * The evidence pack of an account as one ZIP file: its summary as it was printed, each of its tables as CSV, the letters and mails as they were sent,
 * copies of invoices. The same data give the same bytes.
 */
export function evidenceZip(evidence: Evidence, summary: Uint8Array): Buffer {
  const { zone, letters, copies, asAt } = evidence;
  const tables = evidenceTables(evidence);
  const files: Zippable = { 'summary.pdf': [summary, STORED] };
  for (const table of tables) files[`${table.file}.csv`] = strToU8(evidenceCsv(table, zone));
  for (const [index, letter] of letters.entries()) {
    const path = `letters/${letterName(letter, index, zone)}`;
    if (letter.mail) files[`${path}.txt`] = strToU8(mailText(letter, letter.mail, zone));
    if (letter.mail?.pdf) files[`${path}.pdf`] = [letter.mail.pdf, STORED];
  }
  for (const [index, { number, content }] of copies.entries()) {
    const name = `${String(index + 1).padStart(2, '0')}-${inFileName(number)}`;
    files[`invoices/${name}.pdf`] = [content, STORED];
  }
  // a ZIP keeps local times: these parts are the same wherever it is made
  const [year = 0, month = 1, day = 1] = isoDay(asAt).split('-').map(Number);
  return Buffer.from(zipSync(files, { mtime: new Date(year, month - 1, day) }));
}

function mailText({ at, to }: EvidenceLetter, mail: { subject: string; text: string }, zone: string): string {
  const sent = `${isoDay(dayIn(zone, at))} ${timeIn(zone, at)} (${zone})`;
  return [`To: ${to}`, `Sent: ${sent}`, `Subject: ${mail.subject}`, '', mail.text].join('\n');
}
