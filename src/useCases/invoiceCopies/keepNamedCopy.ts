import { invoicesNamed, isSurelyNamed } from '../../core/invoicesNamed.ts';
import type { Db } from '../../db/client.ts';
import type { InvoiceCopyFile } from '../../db/invoiceCopies.ts';
import { openInvoiceOfCopy, openInvoicesIn } from '../../db/openInvoices.ts';
import { type KeptCopy, keepCopy } from './keepCopy.ts';

const MOST_NAMED = 5;
const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/**
 * Keeps a PDF as the copy of the one open invoice that its name names. Where it names none, several, or one by a number so short that it may be chance,
 * nothing is kept: a customer must never get the invoice of another. `unclear` says why, as a sentence.
 */
export async function keepNamedCopy(
  db: Db,
  keeping: {
    readonly workspaceId: string;
    readonly file: InvoiceCopyFile;
    readonly memberId: string | null;
    readonly now: Date;
  },
): Promise<KeptCopy | { readonly unclear: string }> {
  const { workspaceId, file } = keeping;
  // somebody may have said since that it is another invoice than its name says
  const known = await openInvoiceOfCopy(db, { workspaceId, sha256: file.sha256 });
  if (known) return keepCopy(db, { ...keeping, invoiceId: known.id });
  const named = invoicesNamed(file.name, await openInvoicesIn(db, { workspaceId, text: file.name }));
  const [only] = named;
  if (!only) return { unclear: 'The number of no open invoice stands in its name.' };
  if (named.length === 1 && isSurelyNamed(only)) return keepCopy(db, { ...keeping, invoiceId: only.id });
  const shown = named.slice(0, MOST_NAMED).map(({ number, debtorName }) => `${number} of ${debtorName}`);
  return { unclear: `Its name may mean ${list.format(shown)}.` };
}
