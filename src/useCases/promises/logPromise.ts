import type { Db } from '../../db/client.ts';
import { type AgreementLogging, logAgreement } from '../agreements/logAgreement.ts';
import type { PromiseWords } from '../calls/CallLog.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { recordPromise } from './recordPromise.ts';

/**
 * Records a promise to pay that was given otherwise than in a call. Throws DulyError `not_allowed`, `debtor_not_found`,
 * `contact_not_found`, `promise_in_past`, `nothing_to_promise`.
 */
export async function logPromise(
  db: Db,
  logging: AgreementLogging & {
    readonly contactId: string | undefined;
    /** given by somebody who does not pay */
    readonly unconfirmed: boolean;
    readonly notes: string | undefined;
    readonly words: PromiseWords;
  },
): Promise<LoggedCall> {
  const { contactId, unconfirmed, words } = logging;
  return logAgreement(db, { ...logging, outcome: 'promised' }, async (tx, recording) => {
    const promise = { ...recording, contactId, unconfirmed, madeAt: recording.now, words };
    const { said, replaced } = await recordPromise(tx, promise);
    return { said, trace: { replacedPromises: replaced } };
  });
}
