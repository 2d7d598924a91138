import { dateOfDay } from '../../core/day.ts';
import type { Db, Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { type AgreementLogging, logAgreement, type Recording } from '../agreements/logAgreement.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { endHolds } from '../holds/endHolds.ts';
import { callOfPlan } from './callOfPlan.ts';
import type { PlanWords } from './PlanWords.ts';
import { recordPlan } from './recordPlan.ts';

/**
 * Records an instalment plan with the note that carries it: one act with the call in which it was agreed on (`callId`), so that Undo takes both
 * back; a pause that the call placed ends with it, and agreed on with somebody who does not pay it is unconfirmed. Throws DulyError `not_allowed`, `debtor_not_found`, `call_taken_back`, and what `recordPlan` throws.
 */
export async function logPlan(
  db: Db,
  logging: AgreementLogging & {
    readonly callId?: string | undefined;
    readonly contactId: string | undefined;
    readonly notes: string | undefined;
    readonly words: PlanWords;
  },
): Promise<LoggedCall> {
  const { callId, contactId, words } = logging;
  return logAgreement(db, { ...logging, outcome: 'plan_agreed' }, async (tx, recording) => {
    const call = callId ? await callOfPlan(tx, { ...recording, callId }) : undefined;
    const unconfirmed = call?.rightParty === false;
    const madeAt = call?.at ?? recording.now;
    const { said, replaced } = await recordPlan(tx, { ...recording, contactId, unconfirmed, madeAt, words });
    if (!call) return { said, trace: { replacedPromises: replaced } };
    const ended = await endPause(tx, recording, call.id);
    const trace = { replacedPromises: replaced, inCall: call.id, ...ended?.trace };
    return { said: [...said, ...(ended?.said ?? [])], trace };
  });
}

/** Until the instalments were agreed on everything rested: now the plan says what rests. */
async function endPause(tx: Tx, recording: Recording, callId: string) {
  const { workspace, debtorId, now } = recording;
  const paused = await tx.prisma.hold.findMany({
    where: {
      ...{ workspaceId: workspace.id, debtorId, activityId: callId, kind: 'hold', endedOn: null },
      untilOn: { gte: dateOfDay(todayOf(workspace, now)) },
    },
  });
  const ids = paused.map(({ id }) => id);
  return ids.length > 0 ? endHolds(tx, recording, ids) : undefined;
}
