import type { Day } from '../../core/day.ts';
import { invoicesNamed } from '../../core/invoicesNamed.ts';
import type { Db } from '../../db/client.ts';
import type { InvoiceCopyFile } from '../../db/invoiceCopies.ts';
import { invoicesIn, openInvoiceOfCopy } from '../../db/listedInvoices.ts';
import { otherCustomersNamed } from '../../db/otherCustomersNamed.ts';
import { type KeptCopy, keepCopy } from './keepCopy.ts';

const MOST_NAMED = 5;
const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/**
 * Keeps a PDF as the copy of the one open invoice that its name names. Where it names none, several, one that is paid, or one not surely (see invoicesNamed), or a word of
 * another customer's name too, nothing is kept: a customer must never get the invoice of another. Nor is a file kept again that is on file already as the copy of an invoice which was another customer's then. `unclear` says why, as a sentence.
 */
export async function keepNamedCopy(
  db: Db,
  keeping: {
    readonly workspaceId: string;
    readonly file: InvoiceCopyFile;
    readonly memberId: string | null;
    readonly today: Day;
    readonly now: Date;
  },
): Promise<KeptCopy | { readonly unclear: string }> {
  const { workspaceId, file } = keeping;
  // somebody may have said since that it is another invoice than its name says
  const known = await openInvoiceOfCopy(db, { workspaceId, sha256: file.sha256 });
  if (known?.keptFor !== undefined) {
    const { number, debtorName, keptFor } = known;
    return {
      unclear: `This file was kept as the copy of ${number} when that was an invoice of ${keptFor}; it is one of ${debtorName} now.`,
    };
  }
  if (known) return keepCopy(db, { ...keeping, invoiceId: known.id, debtorId: known.debtorId });
  const all = await invoicesIn(db, { workspaceId, text: file.name });
  const named = invoicesNamed(file.name, all);
  const [only] = named;
  if (!only) return { unclear: 'The number of no invoice stands in its name.' };
  const { strange: words, invoice } = only;
  const others = await otherCustomersNamed(db, { workspaceId, debtorId: invoice.debtorId, words });
  if (only.surely && others.length === 0 && invoice.outstanding > 0n)
    return keepCopy(db, { ...keeping, invoiceId: invoice.id, debtorId: invoice.debtorId });
  const shown = named
    .slice(0, MOST_NAMED)
    .map(
      ({ invoice: { number, debtorName, outstanding } }) =>
        `${number} of ${debtorName}${outstanding > 0n ? '' : ', which is not open'}`,
    );
  const names = others.length > 0 ? `, and may name ${list.format(others)}` : '';
  return { unclear: `Its name may mean ${list.format(shown)}${names}.` };
}
