import { askedOfPromised } from '../../core/askedOfPromised.ts';
import { DulyError } from '../../core/DulyError.ts';
import { dayOfDate } from '../../core/day.ts';
import type { InvoiceFact } from '../../core/facts.ts';
import type { Queries } from '../../db/client.ts';
import type { NoticeData } from '../../notices/NoticeData.ts';
import type { MessageOrder } from './buildMessage.ts';

/**
 * A promise as it is printed, with what is still to come of it, and its invoices that are open. The confirmation of an instalment is that
 * of its plan, and prints every instalment still to come. Throws DulyError `nothing_to_send` where none is.
 */
export async function printedPromise(
  tx: Queries,
  order: MessageOrder,
): Promise<{ printed: NonNullable<NoticeData['promise']>; invoices: InvoiceFact[] }> {
  const promises = await promisesOf(tx, order);
  const [next] = promises;
  if (!next) {
    const sentence = 'I do not know this promise any more: nothing is sent.';
    throw new DulyError('nothing_to_send', `no promise ${order.promiseId}`, sentence);
  }
  const ids = new Set(promises.flatMap(({ invoices }) => invoices.map(({ invoiceId }) => invoiceId)));
  const parts = promises.map(({ amount, received, promisedOn }) => ({
    amount: amount - received,
    on: dayOfDate(promisedOn),
  }));
  const { currency, method } = next;
  const promised = parts.reduce((sum, { amount }) => sum + amount, 0n);
  const { facts, today } = order.input;
  const asked = [...askedOfPromised(facts, [...ids], today).values()].reduce((sum, one) => sum + one, 0n);
  return {
    printed: {
      // a confirmation says what was promised; nobody is reminded of more than is asked for since
      amount: order.kind === 'promise_reminder' && asked < promised ? asked : promised,
      ...{ currency, on: dayOfDate(next.promisedOn), method },
      ...(parts.length > 1 && { instalments: parts }),
    },
    invoices: facts.invoices.filter(({ id, outstanding }) => ids.has(id) && outstanding > 0n),
  };
}

/** Earliest first. */
async function promisesOf(tx: Queries, { workspace, input, kind, promiseId = '' }: MessageOrder) {
  const where = { workspaceId: workspace.id, debtorId: input.facts.debtor.id };
  const found = await tx.prisma.promise.findFirst({
    where: { ...where, id: promiseId },
    include: { invoices: true },
  });
  if (!found?.planId || kind !== 'promise_confirmation') return found ? [found] : [];
  return tx.prisma.promise.findMany({
    where: { ...where, planId: found.planId, state: 'open' },
    include: { invoices: true },
    orderBy: [{ promisedOn: 'asc' }, { id: 'asc' }],
  });
}
