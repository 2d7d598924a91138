import { askedOfPromised } from '../../core/askedOfPromised.ts';
import { barriers } from '../../core/barriers.ts';
import { isCeaseNotice } from '../../core/ceaseNotices.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { Day } from '../../core/day.ts';
import type { DecisionInput } from '../../core/decision.ts';
import type { InvoiceFact } from '../../core/facts.ts';
import { lateHabit, VERY_LATE_DAYS } from '../../core/lateHabit.ts';
import type { MessageKind } from '../../core/messageKinds.ts';
import { statementPosition } from '../../core/statementPosition.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { NoticeData } from '../../notices/NoticeData.ts';
import { assembleNotice } from './assembleNotice.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { buildCeaseNotice } from './buildCeaseNotice.ts';
import { creditsSetOff } from './creditsSetOff.ts';
import type { Situation } from './loadSituation.ts';
import { mustHaveRecipient } from './mustHaveRecipient.ts';
import { noticeFrame } from './noticeFrame.ts';
import { noticeParties } from './noticeParties.ts';
import { printedCredit, printedInvoice, statedInvoice } from './printedItems.ts';
import { printedPromise } from './printedPromise.ts';
import type { ChooseSigner } from './signerFor.ts';

export interface MessageOrder {
  readonly workspace: WorkspaceContext;
  readonly input: Situation;
  readonly kind: MessageKind;
  /** which promise a courtesy reminder or a confirmation is of; of a plan that is confirmed, any instalment */
  readonly promiseId?: string | undefined;
  /** which remedy a notice after a wish to cease contact names */
  readonly remedy?: string | undefined;
  readonly chooseSigner: ChooseSigner;
  /** the day whose figures are printed */
  readonly asAt: Day;
}

/**
 * Writes a message beside the ladder. Throws DulyError `no_recipient`, `nothing_to_send` where what it is about is gone, and what
 * `renderNotice` throws.
 */
export async function buildMessage(tx: Queries, order: MessageOrder): Promise<BuiltNotice> {
  const { workspace, input, kind, promiseId, chooseSigner, asAt } = order;
  if (isCeaseNotice(kind)) return buildCeaseNotice({ ...order, kind });
  const { facts, today } = input;
  const position = kind === 'statement' ? statementPosition(input) : undefined;
  const promise =
    kind === 'promise_reminder' || kind === 'promise_confirmation'
      ? await printedPromise(tx, order)
      : undefined;
  const listed = position?.invoices.map(({ invoice }) => invoice) ?? promise?.invoices ?? [];
  const parties = noticeParties(input, chooseSigner);
  const recipient = mustHaveRecipient(facts, parties);
  const { contested } = barriers(facts, today);
  const data: NoticeData = {
    kind,
    ...noticeFrame({ workspace, input, parties, recipient, asAt }),
    invoices: position
      ? position.invoices.map((stated) => statedInvoice(stated, { asAt, parties }))
      : listed.map((invoice) => printedInvoice(invoice, { asAt, contested: contested(invoice.id), parties })),
    credits: position
      ? position.credits.map(printedCredit)
      : creditsSetOff(input, promisedItems(listed, input)),
    ...(kind === 'terms_reminder' && { payments: await paymentsOf(tx, order) }),
    ...(promise && { promise: promise.printed }),
  };
  const { sender, signerId } = parties;
  return assembleNotice({ input, stage: kind, data, recipient, sender, signerId, promiseId, listed });
}

/** The invoices of a promise with what is asked for of each. */
function promisedItems(invoices: readonly InvoiceFact[], { facts, today }: DecisionInput) {
  const asked = askedOfPromised(
    facts,
    invoices.map(({ id }) => id),
    today,
  );
  return invoices.map((invoice) => ({ invoice, amount: asked.get(invoice.id) ?? invoice.outstanding }));
}

/** How the customer paid over the year up to the day of the figures, and on which terms. */
async function paymentsOf(
  tx: Queries,
  { workspace, input: { facts }, asAt }: MessageOrder,
): Promise<NonNullable<NoticeData['payments']>> {
  const habit = lateHabit(facts.paid ?? [], asAt);
  if (!habit) {
    throw new DulyError(
      'nothing_to_send',
      `debtor ${facts.debtor.id} pays on time`,
      'They do not pay late as a habit any more: nothing is sent.',
    );
  }
  const last = await tx.prisma.invoice.findFirst({
    where: { workspaceId: workspace.id, debtorId: facts.debtor.id, terms: { not: null } },
    orderBy: [{ issuedOn: 'desc' }, { id: 'desc' }],
    select: { terms: true },
  });
  const { paid, averageDays, veryLate } = habit;
  return {
    paid,
    averageDays,
    veryLate: { count: veryLate, days: VERY_LATE_DAYS },
    ...(last?.terms && { terms: last.terms }),
  };
}
