import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Db, Queries, Tx } from '../db/client.ts';
import { together } from './Along.ts';
import type { Delivered } from './Delivered.ts';
import type { Outcome } from './Delivery.ts';
import type { DeliveryFailure } from './DeliveryFailure.ts';
import { hasWritten } from './hasWritten.ts';
import { ClaimLost, type Sending } from './Sending.ts';
import { liftStop, WHOLE_WORKSPACE, writeStop } from './stops.ts';

const settledRow = z.object({ stopped: z.boolean(), more: z.boolean() });

/** What the end of an item leaves to do. */
export interface Aftermath {
  /** more is due in the lane */
  readonly more: boolean;
  /** something was written meanwhile, in whatever lane, or is still to be told */
  readonly written: boolean;
}

const SETTLE = `
UPDATE outbox SET state = $3, sent_at = $4::timestamptz, result = $5::jsonb, error = $6, untold = $7, lease_until = NULL
WHERE id = $1 AND claimed_by = $2 AND state = 'sending'`;

const LEFT = [
  `EXISTS (
  SELECT FROM slack_stop s WHERE s.workspace_id = outbox.workspace_id AND s.lane IN (outbox.lane, '${WHOLE_WORKSPACE}')
) AS stopped`,
  `EXISTS (
  SELECT FROM outbox n WHERE n.workspace_id = outbox.workspace_id AND n.lane = outbox.lane AND n.state = 'pending'
    AND n.not_before <= $8::timestamptz
) AS more`,
];

const TRIES = 3;

/**
 * Records how sending ended and tells whom it concerns, in one transaction. When that fails three times the outcome is
 * recorded alone, because what went out must not go out again; it is told later, by `tellUntold`. Throws ClaimLost when the
 * row is no longer ours.
 */
export async function settle(
  sending: Sending,
  delivered: Delivered,
  failure?: DeliveryFailure,
): Promise<Aftermath> {
  const { workshop, item } = sending;
  const { db, log } = workshop.options;
  for (let attempt = 1; ; attempt++) {
    const telling = attempt <= TRIES;
    try {
      return await workshop.slots.run(() =>
        failure || (item.about && telling)
          ? db.transaction((tx) => write(tx, sending, delivered, failure, telling))
          : writeAlone(db, sending, delivered),
      );
    } catch (error) {
      if (error instanceof ClaimLost || !telling) throw error;
      log.error({ err: error, outbox: item.id, key: item.key }, 'the outcome could not be recorded');
      await sleep(workshop.pace.firstWaitMs * 2 ** (attempt - 1));
    }
  }
}

/** Where nobody is to be told and nothing stops, one statement is enough. */
async function writeAlone(db: Db, sending: Sending, delivered: Delivered): Promise<Aftermath> {
  const { stopped, more } = await writeOutcome(db, sending, delivered, false);
  const { workspaceId, lane, about } = sending.item;
  const lifts = stopped && gotThrough(sending, delivered.outcome);
  if (lifts) await db.transaction((tx) => liftStop(tx, workspaceId, lane));
  return { more, written: lifts || about !== undefined };
}

async function write(
  tx: Tx,
  sending: Sending,
  delivered: Delivered,
  failure: DeliveryFailure | undefined,
  telling: boolean,
): Promise<Aftermath> {
  const { item } = sending;
  const { options } = sending.workshop;
  const { stopped, more } = await writeOutcome(tx, sending, delivered, telling);
  const { outcome } = delivered;
  const { workspaceId } = item;
  if (stopped && gotThrough(sending, outcome)) await liftStop(tx, workspaceId, item.lane);
  if (failure && ['place', 'workspace', 'refused'].includes(failure.kind)) {
    const lane = failure.kind === 'workspace' ? WHOLE_WORKSPACE : item.lane;
    const stop = { workspaceId, lane, error: failure.why };
    const isNew = await writeStop(tx, stop, failure.why, options.clock.now());
    if (isNew && telling) await options.stopped?.(tx, stop);
  }
  if (item.about && telling) await options.settled(tx, item, outcome);
  return { more, written: hasWritten(tx) || (item.about !== undefined && !telling) };
}

async function writeOutcome(
  queries: Queries,
  { workshop, item }: Sending,
  { outcome, along }: Delivered,
  telling: boolean,
): Promise<z.infer<typeof settledRow>> {
  const { owner, clock } = workshop.options;
  const statement = along ? together(SETTLE, 8, along, ...LEFT) : `${SETTLE} RETURNING ${LEFT.join(', ')}`;
  const [settled] = await queries.sql(settledRow, statement, [
    item.id,
    owner,
    outcome.state,
    outcome.state === 'sent' ? clock.now() : null,
    outcome.result ? JSON.stringify(outcome.result) : null,
    outcome.why ?? null,
    item.about !== undefined && !telling,
    clock.now(),
    ...(along?.params ?? []),
  ]);
  if (!settled) throw new ClaimLost(`outbox row ${item.id} was taken over`);
  return settled;
}

function gotThrough({ item }: Sending, { state }: Outcome): boolean {
  return state === 'sent' && item.payload.kind !== 'mail';
}
