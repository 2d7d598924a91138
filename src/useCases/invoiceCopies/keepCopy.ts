import { DulyError } from '../../core/DulyError.ts';
import type { Day } from '../../core/day.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { dropInvoiceCopies, type InvoiceCopyFile, putInvoiceCopy } from '../../db/invoiceCopies.ts';
import { type ListedInvoice, openInvoiceOf } from '../../db/listedInvoices.ts';

export interface KeptCopy {
  readonly invoice: ListedInvoice;
  /** as sentences */
  readonly said: readonly string[];
}

/**
 * Keeps a PDF as the copy of an open invoice, to go along with the reminders before and on its due date; the one before goes. It is kept for the
 * customer whose invoice that is: with another customer it goes nowhere. `instead`: somebody said whose it is, so that it is the copy of no other
 * invoice. Doing it again changes nothing. Throws DulyError `invoice_not_open`, also where it is not `debtorId`'s any more.
 */
export async function keepCopy(
  db: Db,
  keeping: {
    readonly workspaceId: string;
    readonly invoiceId: string;
    /** whose invoice was meant, where nobody chose it */
    readonly debtorId?: string;
    readonly file: InvoiceCopyFile;
    /** null: the command line */
    readonly memberId: string | null;
    readonly instead?: boolean;
    readonly today: Day;
    readonly now: Date;
  },
): Promise<KeptCopy> {
  const { workspaceId, invoiceId, debtorId, file, memberId, instead = false, today, now } = keeping;
  return db.transaction(async (tx) => {
    const invoice = await openInvoiceOf(tx, { workspaceId, id: invoiceId, ...(debtorId && { debtorId }) });
    if (!invoice) {
      const sentence = 'This invoice is not open any more: no copy of it goes anywhere.';
      throw new DulyError('invoice_not_open', `no open invoice ${invoiceId}`, sentence);
    }
    const whoseId = invoice.debtorId;
    const kept = { workspaceId, invoiceId, debtorId: whoseId, ...file, memberId, now };
    const before = await putInvoiceCopy(tx, kept);
    const { sha256 } = file;
    const elsewhere = instead ? await dropInvoiceCopies(tx, { workspaceId, sha256, except: invoiceId }) : [];
    const whose = `invoice ${invoice.number} of ${invoice.debtorName}`;
    if (before?.sha256 === sha256 && before.debtorId === whoseId && elsewhere.length === 0)
      return { invoice, said: [`It is the copy of ${whose} already.`] };
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: memberId ?? 'cli',
      action: 'invoice_copy_kept',
      subjectKind: 'invoice',
      subjectId: invoiceId,
      after: {
        sha256,
        debtorId: whoseId,
        ...(before && { before: before.sha256 }),
        ...(elsewhere.length > 0 && { elsewhere }),
      },
    });
    return {
      invoice,
      said: [
        `Kept as the copy of ${whose}. ${goesAlong(invoice, today)}`,
        ...(before && before.sha256 !== sha256 ? [`It takes the place of “${before.name}”.`] : []),
      ],
    };
  });
}

function goesAlong({ dueOn }: ListedInvoice, today: Day): string {
  return dueOn < today
    ? 'Its due date has passed: the reminders that take a copy along are over.'
    : 'It goes along with the reminders before and on the due date.';
}
