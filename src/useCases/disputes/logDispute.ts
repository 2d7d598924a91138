import type { Db } from '../../db/client.ts';
import { type AgreementLogging, logAgreement } from '../agreements/logAgreement.ts';
import type { DisputeWords } from '../calls/CallLog.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { openDispute } from './openDispute.ts';

/**
 * Raises a dispute that was heard of otherwise than in a call. Throws DulyError `not_allowed`, `debtor_not_found`,
 * `resolver_unknown`, `invoice_not_open`, `dispute_amount`.
 */
export async function logDispute(
  db: Db,
  logging: AgreementLogging & { readonly words: DisputeWords },
): Promise<LoggedCall> {
  const { words } = logging;
  const about = { ...logging, outcome: 'dispute_raised' as const, notes: words.note };
  return logAgreement(db, about, async (tx, recording) => ({
    said: await openDispute(tx, { ...recording, words }),
  }));
}
