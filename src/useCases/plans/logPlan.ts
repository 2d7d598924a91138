import type { Db } from '../../db/client.ts';
import { type AgreementLogging, logAgreement } from '../agreements/logAgreement.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import type { PlanWords } from './PlanWords.ts';
import { recordPlan } from './recordPlan.ts';

/** Records an instalment plan with the note that carries it. Throws DulyError `not_allowed`, `debtor_not_found`, and what `recordPlan` throws. */
export async function logPlan(
  db: Db,
  logging: AgreementLogging & {
    readonly contactId: string | undefined;
    readonly notes: string | undefined;
    readonly words: PlanWords;
  },
): Promise<LoggedCall> {
  const { contactId, words } = logging;
  return logAgreement(db, { ...logging, outcome: 'plan_agreed' }, async (tx, recording) => {
    const { said, replaced } = await recordPlan(tx, { ...recording, contactId, words });
    return { said, trace: { replacedPromises: replaced } };
  });
}
