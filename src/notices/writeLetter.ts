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
export async function writeLetter(view: NoticeView): Promise<Letter> {
  const names = { creditor: view.creditor.name, account: view.debtor.account };
  const clipped = {
    creditor: clip(names.creditor, NAME_IN_SUBJECT),
    account: clip(names.account, NAME_IN_SUBJECT),
    oldest: view.oldest && { ...view.oldest, number: clip(view.oldest.number, NAME_IN_SUBJECT) },
  };
  const part = async (name: string, scope: object): Promise<string> =>
    (await plainLiquid.renderFile(`words/${view.kind}`, { ...view, ...scope, part: name })).trim();
  const opening = await part('opening', names);
  return {
    subject: oneLine(await part('subject', clipped)),
    heading: await part('heading', names),
    opening: opening.split(/\n\s*\n/).map(oneLine),
    closing: oneLine(await part('closing', names)),
    farewell: await part('farewell', names),
  };
}
