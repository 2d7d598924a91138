import { isPrivateCondition } from '../../core/conditions.ts';
import type { Db } from '../../db/client.ts';
import { type AgreementLogging, logAgreement } from '../agreements/logAgreement.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { type ConditionGiven, placeCondition } from './placeCondition.ts';

/**
 * Records a condition of a customer: nothing goes out any more from this moment. Throws DulyError `not_allowed`,
 * `debtor_not_found`, `condition_ahead`.
 */
export async function recordCondition(
  db: Db,
  logging: AgreementLogging & { readonly given: ConditionGiven },
): Promise<LoggedCall> {
  const { given } = logging;
  const notes = isPrivateCondition(given.kind) ? undefined : given.evidence;
  return logAgreement(db, { ...logging, outcome: 'condition_recorded', notes }, async (tx, recording) => ({
    said: await placeCondition(tx, recording, given),
  }));
}
