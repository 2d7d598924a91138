import { describeNotice } from './describeNotice.ts';
import { htmlLiquid, plainLiquid } from './liquid.ts';
import type { NoticeData } from './NoticeData.ts';
import { type CurrencyTotals, totalsOf } from './totalsOf.ts';
import { type Letter, writeLetter } from './writeLetter.ts';

export interface RenderedNotice {
  /** one line, fit for a mail header */
  subject: string;
  text: string;
  html: string;
  /** the words alone, for the PDF */
  letter: Letter;
  /** per currency, in minor units, ordered by code; `amount` is what the notice lists in full, `payable` what it asks for */
  totals: CurrencyTotals[];
}

/**
 * A notice as mail: plain text and HTML that say the same. Pure: the same data give the same bytes. What people typed appears as
 * the characters it is, never as template, markup or header. Throws DulyError `notice_incomplete` (see `describeNotice`).
 */
export function renderNotice(data: NoticeData): RenderedNotice {
  const view = describeNotice(data);
  const letter = writeLetter(view);
  const scope = { ...view, letter };
  const text = plainLiquid.renderFileSync('text', scope);
  const html = htmlLiquid.renderFileSync('html', scope);
  return {
    subject: letter.subject,
    text: `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`,
    html: `${html.trim()}\n`,
    letter,
    totals: totalsOf(data),
  };
}
