import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import { type MissingAnswer, missingAnswers } from '../../core/missingAnswer.ts';
import { formatMoney } from '../../core/money.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { settleAsCredited, settleAsPaid } from './settleMissingItem.ts';

/**
 * Takes what finance says about an open item that the last ledger file did not list: *paid* and *credited* settle it as of that file,
 * *open* lets it be collected again. The same answer twice, or on an item that was answered or listed meanwhile, changes nothing. Returns a
 * sentence. Throws DulyError `not_allowed`, `invoice_not_found`, `not_an_answer`.
 */
export async function answerMissingItem(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    invoiceId: string;
    answer: MissingAnswer;
    now: Date;
  },
): Promise<string> {
  const { workspace, member, invoiceId, answer, now } = options;
  requireMay(member, 'record_payment');
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    const find = () => tx.prisma.invoice.findFirst({ where: { id: invoiceId, workspaceId } });
    const seen = await find();
    if (!seen) throw notFound(invoiceId);
    await lockDebtor(tx, workspaceId, seen.debtorId);
    const invoice = (await find()) ?? seen;
    const { missingSince, outstanding: amount, currency, debtorId, number } = invoice;
    if (missingSince === null || amount === 0n)
      return `${number} is not on the list any more: it was answered, or a file lists it again.`;
    if (!missingAnswers(amount).includes(answer)) throw notAnAnswer(number, answer);
    const settling = { workspace, invoice: { ...invoice, missingSince }, now };
    if (answer === 'paid') await settleAsPaid(tx, settling);
    if (answer === 'credited') await settleAsCredited(tx, settling);
    await tx.prisma.invoice.update({ where: { id: invoiceId }, data: { missingSince: null } });
    const id = newId();
    await tx.prisma.missingAnswer.create({
      data: {
        ...{ id, workspaceId, invoiceId, debtorId, missingSince, answer, currency, amount },
        ...{ memberId: member.id, answeredOn: dateOfDay(todayOf(workspace, now)), recordedAt: now },
      },
    });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'missing_item_answered',
      subjectKind: 'invoice',
      subjectId: invoiceId,
      after: { answer, currency, amount: amount.toString() },
    });
    await reviewSoon(tx, workspaceId, debtorId, now);
    return `${number}, ${formatMoney(amount, currency, member.locale)}: ${said(answer, amount)}`;
  });
}

function said(answer: MissingAnswer, amount: bigint): string {
  if (answer === 'open') return 'still open, so it is collected again.';
  if (amount < 0n) return 'used or paid back. It is closed.';
  return `${answer}. It is closed; a later file that shows it as open opens it again.`;
}

function notFound(invoiceId: string): DulyError {
  return new DulyError(
    'invoice_not_found',
    `no invoice ${invoiceId}`,
    'I do not know this invoice any more. Nothing was changed.',
  );
}

function notAnAnswer(number: string, answer: string): DulyError {
  return new DulyError(
    'not_an_answer',
    `invoice ${number} cannot be ${answer}`,
    `${number} is a credit note: say whether it was used or paid back, or is still open.`,
  );
}
