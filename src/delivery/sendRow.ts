import type { Delivered } from './Delivered.ts';
import type { Outcome } from './Delivery.ts';
import type { DeliveryFailure } from './DeliveryFailure.ts';
import { deliverItem } from './deliverItem.ts';
import { isAbort } from './isAbort.ts';
import type { ClaimedRow } from './OutboxRow.ts';
import { ClaimLost, Sending } from './Sending.ts';
import { type Aftermath, settle } from './settle.ts';
import { slackFailure } from './slack/slackFailure.ts';
import type { Workshop } from './Workshop.ts';

/**
 * Sends a claimed row and records the outcome: passing failures are tried again after a growing wait, in which the row
 * stays ours and its lane waits. When delivery stops meanwhile the row is given back. Where nothing was recorded, more may be due.
 */
export async function sendRow(workshop: Workshop, row: ClaimedRow): Promise<Aftermath> {
  const { log, owner, db } = workshop.options;
  const sending = readRow(workshop, row);
  if (!sending) {
    log.error({ outbox: row.id, key: row.key }, 'an outbox row cannot be read');
    await db.prisma.outbox.updateMany({
      where: { id: row.id, claimedBy: owner, state: 'sending' },
      data: { state: 'failed', error: 'unreadable payload', leaseUntil: null },
    });
    return UNKNOWN;
  }
  try {
    const [delivered, failure] = await untilDecided(sending);
    const { outcome } = delivered;
    if (outcome.state !== 'sent')
      log.warn({ outbox: row.id, key: row.key, lane: row.lane, ...outcome }, 'not sent');
    return await settle(sending, delivered, failure);
  } catch (error) {
    if (error instanceof ClaimLost) log.warn({ outbox: row.id }, error.message);
    else if (isAbort(error)) await giveBack(sending);
    else throw error;
    return UNKNOWN;
  }
}

const UNKNOWN: Aftermath = { more: true, written: false };

async function giveBack({ row, workshop }: Sending): Promise<void> {
  const { db, owner } = workshop.options;
  await db.prisma.outbox.updateMany({
    where: { id: row.id, claimedBy: owner, state: 'sending' },
    data: { state: 'pending', claimedBy: null, leaseUntil: null },
  });
}

async function untilDecided(sending: Sending): Promise<[Delivered, DeliveryFailure?]> {
  const { pace, options } = sending.workshop;
  for (let failures = 1; ; failures++) {
    try {
      return [await deliverItem(sending)];
    } catch (error) {
      if (error instanceof ClaimLost || isAbort(error)) throw error;
      const failure = slackFailure(error);
      const passing = failure.kind === 'passing' || failure.kind === 'lost';
      if (!passing || sending.row.attempts + failures >= pace.attempts)
        return [{ outcome: outcomeOf(failure) }, failure];
      options.log.warn({ err: error, outbox: sending.row.id, failures }, 'sending is tried again');
      await sending.wait(Math.min(pace.firstWaitMs * 2 ** (failures - 1), pace.longestWaitMs));
    }
  }
}

function outcomeOf({ kind, why, unknown }: DeliveryFailure): Outcome {
  const state = kind === 'cancelled' || kind === 'unsure' ? kind : 'failed';
  return { state, why, ...(unknown.length > 0 && { result: { unknown } }) };
}

function readRow(workshop: Workshop, row: ClaimedRow): Sending | undefined {
  try {
    return new Sending(workshop, row);
  } catch {
    return undefined;
  }
}
