import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import type { Outcome } from './Delivery.ts';
import type { DeliveryFailure } from './DeliveryFailure.ts';
import { ClaimLost, type Sending } from './Sending.ts';
import { liftStop, WHOLE_WORKSPACE, writeStop } from './stops.ts';

const settledRow = z.object({ stopped: z.boolean() });

const SETTLE = `
UPDATE outbox SET state = $3, sent_at = $4::timestamptz, result = $5::jsonb, error = $6, untold = $7, lease_until = NULL
WHERE id = $1 AND claimed_by = $2 AND state = 'sending'
RETURNING EXISTS (
  SELECT FROM slack_stop s WHERE s.workspace_id = outbox.workspace_id AND s.lane IN (outbox.lane, '${WHOLE_WORKSPACE}')
) AS stopped`;

const TRIES = 3;

/**
 * Records how sending ended and tells whom it concerns, in one transaction. When that fails three times the outcome is
 * recorded alone, because what went out must not go out again; it is told later, by `tellUntold`. Throws ClaimLost when the
 * row is no longer ours.
 */
export async function settle(sending: Sending, outcome: Outcome, failure?: DeliveryFailure): Promise<void> {
  const { workshop, item } = sending;
  const { db, log } = workshop.options;
  for (let attempt = 1; ; attempt++) {
    const telling = attempt <= TRIES;
    try {
      await workshop.slots.run(() => db.transaction((tx) => write(tx, sending, outcome, failure, telling)));
      return;
    } catch (error) {
      if (error instanceof ClaimLost || !telling) throw error;
      log.error({ err: error, outbox: item.id, key: item.key }, 'the outcome could not be recorded');
      await sleep(workshop.pace.firstWaitMs * 2 ** (attempt - 1));
    }
  }
}

async function write(
  tx: Tx,
  { workshop, item }: Sending,
  outcome: Outcome,
  failure: DeliveryFailure | undefined,
  telling: boolean,
): Promise<void> {
  const { options } = workshop;
  const now = options.clock.now();
  const [settled] = await tx.sql(settledRow, SETTLE, [
    item.id,
    options.owner,
    outcome.state,
    outcome.state === 'sent' ? now : null,
    outcome.result ? JSON.stringify(outcome.result) : null,
    outcome.why ?? null,
    item.about !== undefined && !telling,
  ]);
  if (!settled) throw new ClaimLost(`outbox row ${item.id} was taken over`);
  const { workspaceId } = item;
  const gotThrough = outcome.state === 'sent' && item.payload.kind !== 'mail';
  if (gotThrough && settled.stopped) await liftStop(tx, workspaceId, item.lane);
  if (failure && ['place', 'workspace', 'refused'].includes(failure.kind)) {
    const lane = failure.kind === 'workspace' ? WHOLE_WORKSPACE : item.lane;
    const stop = { workspaceId, lane, error: failure.why };
    const isNew = await writeStop(tx, stop, failure.why, now);
    if (isNew && telling) await options.stopped?.(tx, stop);
  }
  if (item.about && telling) await options.settled(tx, item, outcome);
}
