import { approvalHash } from '../../core/approvalHash.ts';
import type { DecisionInput } from '../../core/decision.ts';
import type { InvoiceFact } from '../../core/facts.ts';
import type { Recipient } from '../../core/recipientOf.ts';
import type { NoticeData } from '../../notices/NoticeData.ts';
import { renderNotice } from '../../notices/renderNotice.ts';
import { renderPdf } from '../../notices/renderPdf.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { askedBeside } from './NoticeFigures.ts';
import type { NoticeParties } from './noticeParties.ts';

/** Puts what was found for a notice into every form that is shown, stored or sent. Throws what `renderNotice` throws. */
export async function assembleNotice(parts: {
  readonly input: DecisionInput;
  readonly stage: string;
  readonly data: NoticeData;
  readonly recipient: Recipient;
  readonly sender: NoticeParties['sender'];
  readonly signerId: string;
  /** the promise that it is about */
  readonly promiseId?: string | undefined;
  /** why it may be written, as sentences */
  readonly reasons?: readonly string[] | undefined;
  /** those that it lists */
  readonly listed: readonly InvoiceFact[];
  /** why it states no interest on some of them, as sentences */
  readonly interestWithheld?: readonly string[] | undefined;
}): Promise<BuiltNotice> {
  const { input, stage, data, recipient, sender, signerId, promiseId, listed } = parts;
  const { reasons, interestWithheld = [] } = parts;
  const rendered = renderNotice(data);
  const invoices = listed.map(({ id, number, currency, outstanding }) => ({
    id,
    number,
    currency,
    outstanding,
  }));
  const totals = rendered.totals.map(({ currency, amount, payable }) => ({
    currency,
    amount: amount.toString(),
    payable: payable.toString(),
  }));
  const { subject, text } = rendered;
  const shown = {
    ...{ invoices, recipients: [{ name: recipient.name, email: recipient.email }], subject, text },
    ...askedBeside(data.kind, totals),
  };
  return {
    input,
    stage,
    data,
    rendered,
    recipient,
    sender,
    figures: {
      signerId,
      ...(promiseId !== undefined && { promiseId }),
      ...(data.remedy !== undefined && { remedy: data.remedy }),
      ...(reasons && { reasons: [...reasons] }),
      invoices: invoices.map((invoice) => ({ ...invoice, outstanding: invoice.outstanding.toString() })),
      credits: data.credits.map(({ label, number, currency, amount }) => ({
        label,
        ...(number !== undefined && { number }),
        currency,
        amount: amount.toString(),
      })),
      totals,
      ...(interestWithheld.length > 0 && { interestWithheld: [...interestWithheld] }),
    },
    shown,
    hash: approvalHash(shown),
    pdf: () => renderPdf(data, rendered),
  };
}
