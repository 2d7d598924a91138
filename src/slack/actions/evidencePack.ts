import { exportEvidence } from '../exportEvidence.ts';
import type { ActionHandler } from '../handlers.ts';

/** Sends the asker the evidence pack of an account; the value is the debtor's id. */
export const evidencePack: ActionHandler = {
  run: (request) => exportEvidence(request, { debtorId: request.value, key: request.body.trigger_id }),
};
