import { carryingInvoice } from './carryingInvoice.ts';
import { collectable } from './collectable.ts';
import { debtorStops } from './debtorStops.ts';
import type { DecisionInput } from './decision.ts';
import { preDueWindow } from './policy.ts';

const QUIET_DAYS = 15;

/**
 * For how many calendar days nothing has been done about an overdue account that could be collected, where that is 15 or more: at month end it gets
 * something (domain.md, *Beside the ladder*). An open prompt or a request for approval is something; a note is not. Undefined where nothing has to be
 * done. The days are those since the last action, or since the oldest item fell due.
 */
export function quietDays(input: DecisionInput): number | undefined {
  const { facts, policy, settings, today } = input;
  if (debtorStops(facts, policy, today).length > 0 || facts.awaitsApproval) return undefined;
  if (facts.prompts.some(({ open }) => open)) return undefined;
  const { items } = collectable(facts, { today, window: preDueWindow(policy), settings });
  const oldest = carryingInvoice(items)?.invoice;
  if (!oldest || oldest.dueOn >= today) return undefined;
  const acts = facts.activities.filter(({ kind, on }) => kind !== 'note' && on <= today).map(({ on }) => on);
  const steps = facts.steps
    .filter(({ state }) => state === 'done')
    .map(({ doneOn, takenOn }) => doneOn ?? takenOn);
  const last = Math.max(...acts, ...steps, oldest.dueOn);
  const quiet = today - last;
  return quiet >= QUIET_DAYS ? quiet : undefined;
}
