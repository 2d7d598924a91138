import { carryingInvoice } from './carryingInvoice.ts';
import { promiseIsOpen } from './clockStops.ts';
import { collectable } from './collectable.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DebtorFacts, InvoiceFact } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Settings } from './settings.ts';

const day = (on: Day) => shortDay(on, 'en-GB');

/**
 * Why a credit hold in force is to be released at once, as a sentence: what carried it is settled, covered by credits or not due any
 * more, or instalments were agreed for it. Undefined while it stands, and where none is in force.
 */
export function whyToRelease(
  facts: DebtorFacts,
  { today, settings }: { today: Day; settings: Pick<Settings, 'smallBalance'> },
): string | undefined {
  const { creditHold } = facts;
  if (!creditHold) return undefined;
  const { invoiceId, invoiceNumber: number } = creditHold;
  const invoice = facts.invoices.find(({ id, outstanding }) => id === invoiceId && outstanding > 0n);
  if (!invoice) return `Invoice ${number} is settled`;
  const plan = facts.promises.find(
    (promise) =>
      promise.planId !== undefined &&
      !promise.awaitsAgreement &&
      promise.confirmBy === undefined &&
      promiseIsOpen(promise, today) &&
      promise.invoices.some((of) => of.invoiceId === invoiceId),
  );
  if (plan) return `Instalments for invoice ${number} were agreed on ${day(plan.madeOn)}`;
  const item = collectable(facts, { today, window: 0, settings }).items.find((of) => of.invoice === invoice);
  if (!item) return `Invoice ${number} is not due any more`;
  if (item.barrier?.kind === 'netted') return `Payments and credits cover invoice ${number}`;
  if (item.barrier?.kind === 'small_balance')
    return `What is left of invoice ${number} is too small to chase`;
  return undefined;
}

/**
 * The invoice that would carry a credit hold after the one that does: another that it was approved for, and that is still to be
 * collected. Undefined when there is none.
 */
export function nextToCarry(
  facts: DebtorFacts,
  { today, settings }: { today: Day; settings: Pick<Settings, 'smallBalance'> },
): InvoiceFact | undefined {
  const { invoiceId, invoiceIds = [] } = facts.creditHold ?? {};
  const { items } = collectable(facts, { today, window: 0, settings });
  const others = items.filter(({ invoice: { id } }) => id !== invoiceId && invoiceIds.includes(id));
  return carryingInvoice(others)?.invoice;
}

/** That supply is stopped, since when and for what, and whether it is to be released. */
export function creditHoldFindings(
  facts: DebtorFacts,
  context: { today: Day; settings: Pick<Settings, 'smallBalance'> },
): Finding[] {
  const { creditHold } = facts;
  if (!creditHold || creditHold.setOn > context.today) return [];
  const why = whyToRelease(facts, context);
  const say = () =>
    `On credit hold since ${day(creditHold.setOn)} for invoice ${creditHold.invoiceNumber}${why ? `. ${why}: supply is to be released` : ', until it is paid or instalments are agreed'}`;
  return [{ rule: 'credit_hold', outcome: 'note', say }];
}
