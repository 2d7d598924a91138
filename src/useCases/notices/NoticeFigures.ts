import { z } from 'zod';
import type { ShownNotice } from '../../core/approvalHash.ts';
import { isCeaseNotice } from '../../core/ceaseNotices.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { creditHoldPlan } from '../creditHolds/CreditHoldPlan.ts';
import { handOffPlan } from '../handOffs/HandOffPlan.ts';
import type { TaskPlan } from './TaskPlan.ts';

const minor = z.string().regex(/^-?\d+$/);
const money = z.object({ currency: z.string(), amount: minor });

/** What a stored notice showed, as its row keeps it; minor units as text. */
const figuresSchema = z.object({
  /** the member who signs */
  signerId: z.string(),
  /** the promise that a courtesy reminder or a confirmation is of; of a plan that is confirmed, any instalment */
  promiseId: z.string().optional(),
  /** the remedy that a notice after a wish to cease contact names, as typed */
  remedy: z.string().optional(),
  /** why it may be written, as sentences; no part of what is approved */
  reasons: z.array(z.string()).optional(),
  invoices: z.array(
    z.object({ id: z.string(), number: z.string(), currency: z.string(), outstanding: minor }),
  ),
  credits: z.array(money.extend({ label: z.string(), number: z.string().optional() })),
  /** the accounts of a statement of several */
  accounts: z.array(z.string()).optional(),
  /** per currency: everything listed, and what is asked for */
  totals: z.array(money.extend({ payable: minor })),
  /** why it states no interest on some of them, as sentences */
  interestWithheld: z.array(z.string()).optional(),
  /** what was weighed for a hand-off */
  handOff: handOffPlan.optional(),
  /** what was weighed for a credit hold */
  creditHold: creditHoldPlan.optional(),
});
const recipientsSchema = z.array(z.object({ contactId: z.string(), name: z.string(), email: z.string() }));

export type NoticeFigures = z.infer<typeof figuresSchema>;
export type NoticeRecipient = z.infer<typeof recipientsSchema>[number];

/** The figures of a stored notice. Throws ZodError for a row that Duly did not write. */
export function readFigures(notice: { readonly figures: unknown }): NoticeFigures {
  return figuresSchema.parse(notice.figures);
}

/** What was weighed for a stored request about a task; undefined for a notice, which is sent to somebody. */
export function planOf({ handOff, creditHold }: NoticeFigures): TaskPlan | undefined {
  if (handOff) return { handOff };
  return creditHold && { creditHold };
}

/** To whom a stored notice goes; nobody for a request about a task. */
export function readRecipients(notice: Pick<Notice, 'recipients'>): NoticeRecipient[] {
  return recipientsSchema.parse(notice.recipients);
}

/** "Jane Miller <jane@acme.example>": to whom a stored notice goes, for a sentence; empty for a task. */
export function recipientWords(notice: Pick<Notice, 'recipients'>): string {
  return readRecipients(notice)
    .map(({ name, email }) => `${name} <${email}>`)
    .join(', ');
}

/** What happens to a stored notice once it is approved, as the end of a sentence: a task is sent to nobody. */
export function takesEffect(notice: Pick<Notice, 'recipients'>): string {
  return recipientWords(notice) ? 'goes out' : 'takes effect';
}

/** What approvers were shown of a stored notice. */
export function shownOf(notice: Notice): ShownNotice {
  const { invoices, totals } = readFigures(notice);
  return {
    invoices: invoices.map((invoice) => ({ ...invoice, outstanding: BigInt(invoice.outstanding) })),
    ...askedBeside(notice.kind, totals),
    recipients: readRecipients(notice),
    subject: notice.subject,
    text: notice.text,
  };
}

/** What may be collected, where approvers are shown it beside a text that prints no figure. */
export function askedBeside(kind: string, totals: NoticeFigures['totals']): Pick<ShownNotice, 'asked'> {
  if (!isCeaseNotice(kind)) return {};
  return { asked: totals.map(({ currency, payable }) => ({ currency, amount: BigInt(payable) })) };
}
