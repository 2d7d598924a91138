import { DulyError } from '../../core/DulyError.ts';
import { type Day, dateOfDay, isoDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import type { HoldFact } from '../../core/facts.ts';
import { holdAgreement } from '../../core/holdAgreement.ts';
import { holdProblem } from '../../core/holdProblem.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { askForAgreement } from '../agreements/askForAgreement.ts';
import type { Recording } from '../agreements/logAgreement.ts';

export interface HoldWords {
  readonly reason: string;
  /** first and last day, both included; from today unless told */
  readonly from?: Day | undefined;
  readonly until: Day;
  /** the whole account when absent */
  readonly invoiceId?: string | undefined;
}

/**
 * Pauses the clock of an account, or of one of its invoices. What is long, or follows straight after another hold, stops nothing
 * before a manager has agreed; a manager who places it has. The caller holds the debtor's lock. Returns sentences for the
 * member; throws DulyError `hold_length`, `invoice_not_open` that say what to do instead.
 */
export async function placeHold(tx: Tx, recording: Recording, words: HoldWords): Promise<string[]> {
  const { workspace, debtorId, activityId, member, now } = recording;
  const { locale, calendar } = workspace;
  const today = todayOf(workspace, now);
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  const invoice = facts?.invoices.find(({ id }) => id === words.invoiceId);
  if (words.invoiceId && !invoice) throw notOpen(words.invoiceId);
  const offer = { fromOn: words.from ?? today, untilOn: words.until, invoiceId: words.invoiceId };
  const problem = holdProblem(offer, today, member.locale);
  if (problem) throw new DulyError('hold_length', `hold ${offer.fromOn}–${offer.untilOn}`, problem.sentence);
  const agreement = holdAgreement(offer, facts?.holds ?? [], { calendar, locale });
  const holdId = newId();
  await tx.prisma.hold.create({
    data: {
      id: holdId,
      workspaceId: workspace.id,
      debtorId,
      invoiceId: words.invoiceId ?? null,
      activityId,
      kind: 'hold' satisfies HoldFact['kind'],
      fromOn: dateOfDay(offer.fromOn),
      untilOn: dateOfDay(offer.untilOn),
      reason: words.reason,
      memberId: member.id,
      agreed: agreement.length > 0 ? member.role === 'manager' : null,
      recordedAt: now,
    },
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'hold_placed',
    subjectKind: 'hold',
    subjectId: holdId,
    after: {
      debtorId,
      invoiceId: words.invoiceId ?? null,
      from: isoDay(offer.fromOn),
      until: isoDay(offer.untilOn),
    },
  });
  const what = invoice ? `Invoice ${invoice.number} is on hold` : 'On hold';
  const from = offer.fromOn === today ? '' : ` from ${dayName(offer.fromOn, member.locale)}`;
  const placed = `${what}${from} until ${dayName(offer.untilOn, member.locale)}`;
  if (agreement.length > 0 && member.role !== 'manager') {
    const asked = {
      workspace,
      debtorId,
      subject: { holdId },
      what: `${placed}, ${member.name} asks: ${words.reason}.`,
      why: agreement,
      now,
    };
    return [`${placed}, once it is agreed.`, await askForAgreement(tx, asked)];
  }
  return [`${placed}: ${offer.fromOn > today ? 'its clock stops then' : 'its clock has stopped'}.`];
}

function notOpen(invoiceId: string): DulyError {
  return new DulyError(
    'invoice_not_open',
    `invoice ${invoiceId} is not open`,
    'That invoice is not open any more: choose another one, or the whole account.',
  );
}
