import { addDays, type Day, isoDay } from '../../core/day.ts';
import { debtorStops } from '../../core/debtorStops.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { gapWords, invoiceGaps } from '../../core/invoiceGaps.ts';
import type { Policy } from '../../core/policy.ts';
import { type Arrivals, arrivedInvoices } from '../../db/arrivedInvoices.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { memberAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

type Asking = Review & {
  readonly facts: DebtorFacts;
  readonly policy: Policy;
  /** some arrived that nobody was asked about yet */
  readonly hasArrivals: boolean;
};

/**
 * Asks the owner to complete invoices that arrived and lack something, one question a customer and day and each invoice once; it ends
 * when nothing is missing any more, and for the time of a stop. Returns the first day on which one is still to be asked.
 */
export async function askAboutArrivals(tx: Tx, asking: Asking): Promise<Day | undefined> {
  const { workspace, debtorId, facts, policy, stale, now } = asking;
  const own = { workspaceId: workspace.id, debtorId };
  const today = todayOf(workspace, now);
  const task = policy.tasks.find(({ key, enabled, onArrival }) => key === 'issued' && enabled && onArrival);
  const rests = !task || debtorStops(facts, policy, today).length > 0;
  const open = facts.prompts.find(({ kind }) => kind === 'issued');
  if (open) {
    const left = lacking(asking, await arrivedInvoices(tx, { ...own, promptId: open.id }));
    if (left.length > 0 && !rests) return undefined;
    const outcome = rests
      ? 'Nobody is asked about the invoices of this account at present.'
      : 'Nothing is missing any more: nothing to do.';
    await closePrompt(tx, { workspace, promptId: open.id, state: 'overtaken', outcome, stale, now });
    // nobody has answered for them: they are asked about once the account does not rest any more
    if (rests) await tx.prisma.arrivalCheck.deleteMany({ where: { promptId: open.id } });
  }
  if (rests || !asking.hasArrivals) return undefined;
  const found = lacking(asking, await arrivedInvoices(tx, own)).slice(0, MOST_INVOICES);
  if (found.length === 0) return undefined;
  if (!isPromptTime(workspace, now)) return today;
  const member = await memberAsked(tx, { workspace, debtor: facts.debtor, asks: task.asks, now });
  if (!member) return today;
  const promptId = await openPrompt(tx, {
    workspace,
    debtorId,
    key: `issued:${debtorId}:${isoDay(today)}`,
    kind: 'issued',
    memberId: member.id,
    member,
    reasons: found.map(({ sentence }) => ({ rule: 'arrival', outcome: 'note', sentence })),
    details: { stage: 'issued' },
    stale,
    now,
  });
  if (promptId === undefined) return addDays(today, 1);
  await tx.prisma.arrivalCheck.createMany({
    data: found.map(({ id }) => ({ invoiceId: id, workspaceId: workspace.id, promptId, askedAt: now })),
  });
  return found.length === MOST_INVOICES ? addDays(today, 1) : undefined;
}

/** As many as the form has room for; the others come on the next day. */
const MOST_INVOICES = 40;

/** Those that lack something, each with what as a sentence. */
function lacking({ facts }: Asking, { invoices, billing }: Arrivals) {
  return invoices.flatMap(({ id, ...invoice }) => {
    const gaps = invoiceGaps(invoice, { ...facts, billing });
    return gaps.length > 0 ? [{ id, sentence: `${invoice.number}: ${gapWords(gaps)}` }] : [];
  });
}
