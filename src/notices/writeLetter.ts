import { plainLiquid } from './liquid.ts';
import type { NoticeView } from './NoticeView.ts';
import { clip, oneLine } from './printable.ts';

/** The words of a notice as plain text: the same in mail, HTML and PDF. */
export interface Letter {
  subject: string;
  heading: string;
  /** paragraphs before the list of invoices */
  opening: string[];
  closing: string;
  farewell: string;
}

/** names this long and longer are cut in the subject, where a mail program would not show them anyway */
const NAME_IN_SUBJECT = 60;

/** Puts the words of the notice's kind around its figures. The subject is one line. */
export function writeLetter(view: NoticeView): Letter {
  const names = { creditor: view.creditor.name, account: view.debtor.account };
  const clipped = {
    creditor: clip(names.creditor, NAME_IN_SUBJECT),
    account: clip(names.account, NAME_IN_SUBJECT),
    oldest: view.oldest && { ...view.oldest, number: clip(view.oldest.number, NAME_IN_SUBJECT) },
  };
  const part = (name: string, scope: object): string =>
    plainLiquid.renderFileSync(`words/${view.kind}`, { ...view, ...scope, part: name }).trim();
  const opening = part('opening', names);
  return {
    subject: oneLine(part('subject', clipped)),
    heading: part('heading', names),
    opening: opening.split(/\n\s*\n/).map(oneLine),
    closing: oneLine([part('closing', names), ...view.disclosures].join(' ')),
    farewell: part('farewell', names),
  };
}
