import { isCeaseNotice, namesRemedy } from '../core/ceaseNotices.ts';
import { DulyError } from '../core/DulyError.ts';
import type { NoticeData } from './NoticeData.ts';

const NEEDS_DEADLINE: ReadonlySet<string> = new Set(['final_notice', 'demand_letter']);

/**
 * Throws DulyError `notice_incomplete` for a final notice or a letter of demand without a deadline, a confirmation or reminder of a promise
 * without one, a reminder of the terms without what was paid, a notice of a remedy that names none, and any other notice that lists nothing.
 */
export function requireComplete(data: NoticeData): void {
  const { kind } = data;
  const missing = missingFrom(data);
  if (missing) {
    throw new DulyError(
      'notice_incomplete',
      `${kind} without ${missing}`,
      `This notice cannot be written: it lacks ${missing}.`,
    );
  }
}

function missingFrom(data: NoticeData): string | undefined {
  const { kind, deadlineOn, remedy = '', promise, payments, invoices } = data;
  if (NEEDS_DEADLINE.has(kind) && deadlineOn === undefined) return 'a deadline';
  if (kind === 'promise_confirmation' || kind === 'promise_reminder')
    return promise ? undefined : 'the promise it is about';
  if (isCeaseNotice(kind) && namesRemedy(kind) && remedy.trim() === '') return 'the remedy that it names';
  if (kind === 'terms_reminder') return payments ? undefined : 'what was paid';
  return invoices.length === 0 ? 'an invoice' : undefined;
}
