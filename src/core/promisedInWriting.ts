import { promiseIsOpen } from './clockStops.ts';
import { addDays, type Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { PromiseFact } from './facts.ts';
import { dayAfterDeadline } from './gates.ts';
import { type HoldbackRule, held } from './holdback.ts';
import { formatMoney } from './money.ts';
import { rungIndex } from './policy.ts';
import { isAbout, type Standing } from './standing.ts';

/**
 * A promise that we confirmed by mail is a date that we put in writing: nothing harsher that lists one of its invoices before it has
 * passed, though it pays a part of them only, and whatever was promised in its place since. Reminders are no harsher than one another.
 */
export const promisedInWriting: HoldbackRule = (
  { rung, index },
  standing,
  { facts, policy, calendar, today },
) => {
  const written = facts.promises.filter(
    (one) => one.inWriting && !one.awaitsAgreement && one.madeOn <= today && isHeeded(one, today),
  );
  if (written.length === 0 || (rung.kind === 'written' && !rung.harsh)) return undefined;
  const from = rung.listsFrom ?? rung.day;
  const harsher = new Set<string>();
  for (const item of standing.items) {
    const isListed = item === standing.carrying || (!item.barrier && item.effectiveDays >= from);
    if (isListed && index > highestOf(item.invoice.id, standing, (stage) => rungIndex(policy, stage)))
      harsher.add(item.invoice.id);
  }
  let last: { readonly promise: PromiseFact; readonly opensOn: Day } | undefined;
  for (const promise of written) {
    if (!promise.invoices.some(({ invoiceId }) => harsher.has(invoiceId))) continue;
    const { promisedOn, confirmBy } = promise;
    const passed = dayAfterDeadline(promisedOn, calendar);
    const opensOn = confirmBy === undefined ? passed : (Math.min(passed, addDays(confirmBy, 1)) as Day);
    if (!last || opensOn > last.opensOn) last = { promise, opensOn };
  }
  if (!last) return undefined;
  const { promise, opensOn } = last;
  return held('promised_in_writing', opensOn, today, () => {
    const [money, on, from] = [
      formatMoney(promise.amount, promise.currency, 'en-GB'),
      shortDay(promise.promisedOn, 'en-GB'),
      shortDay(opensOn, 'en-GB'),
    ];
    return `We confirmed in writing that ${money} are promised for ${on}: nothing harsher before ${from}`;
  });
};

/** Who asks for another date has read the first one all the same. */
function isHeeded(promise: PromiseFact, today: Day): boolean {
  return promise.state === 'superseded' || promiseIsOpen(promise, today);
}

function highestOf(
  invoiceId: string,
  { carrying, highest, live }: Standing,
  indexOf: (stage: string) => number,
) {
  if (invoiceId === carrying.invoice.id) return highest;
  return live.reduce(
    (most, step) => (isAbout(step, invoiceId) ? Math.max(most, indexOf(step.stage)) : most),
    -1,
  );
}
