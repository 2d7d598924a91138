import { DulyError } from '../../core/DulyError.ts';
import type { Db } from '../../db/client.ts';
import { standingValidations } from '../../db/standingValidations.ts';
import { type AgreementLogging, logAgreement } from '../agreements/logAgreement.ts';
import type { LoggedCall } from '../calls/logCall.ts';

/**
 * A manager says, with what shows it, that what was logged as the validation notice of US Regulation F was none: the messages stay on record,
 * and nothing more is written to the customer until the notice is logged (12 CFR 1006.34). Throws DulyError `not_allowed`,
 * `debtor_not_found`, `no_validation`.
 */
export async function takeBackValidation(
  db: Db,
  logging: AgreementLogging & { readonly reason: string },
): Promise<LoggedCall> {
  const { workspace, debtorId, reason } = logging;
  const about = { ...logging, outcome: 'validation_taken_back' as const, notes: reason };
  return logAgreement(db, about, async (tx) => {
    const notValidations = await standingValidations(tx, { workspaceId: workspace.id, debtorId });
    if (notValidations.length === 0) {
      throw new DulyError(
        'no_validation',
        `no validation notice of ${debtorId} is on record`,
        'No validation notice is on record for this account: nothing has to be taken back.',
      );
    }
    return {
      said: [
        'It does not count as the validation notice any more: nothing is written to them until the notice is logged.',
      ],
      trace: { notValidations },
    };
  });
}
