import { dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { Reason } from '../../core/facts.ts';
import { formatMoney } from '../../core/money.ts';
import type { Promise as PromiseRow } from '../../generated/prisma/client.ts';

const planBroken: Reason = {
  rule: 'plan_broken',
  outcome: 'note',
  sentence: 'It was an instalment of a plan, which is broken with it: agree on a new one, or on the whole',
};

/**
 * What the owner is told of a promise that was not kept, or only in part: what was promised, and what came of it in its time.
 * @param returned minor units of what had come that were taken back
 */
export function missedPromiseReasons(promise: PromiseRow, returned: bigint, locale: string): Reason[] {
  const { amount, currency, received, state, planId } = promise;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const promised = `${money(amount)} was promised for ${shortDay(dayOfDate(promise.promisedOn), locale)}`;
  const came = received === 0n ? ' and did not come in time' : `; only ${money(received)} came in time`;
  const back = received > 0n ? `${money(returned)} of it` : 'all of it';
  const sentence =
    returned > 0n
      ? `${promised}; ${money(received + returned)} came, and ${back} was taken back.`
      : `${promised}${came}.`;
  return [{ rule: `promise_${state}`, outcome: 'note', sentence }, ...(planId ? [planBroken] : [])];
}
