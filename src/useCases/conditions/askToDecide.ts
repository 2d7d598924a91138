import { ceaseFindings } from '../../core/afterCease.ts';
import { conditionWords, isPrivateCondition } from '../../core/conditions.ts';
import { shortDay } from '../../core/dayName.ts';
import type { Rung } from '../../core/policy.ts';
import type { Tx } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { debtorNotFound } from '../../db/debtors.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Recording } from '../agreements/logAgreement.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { whenShown } from '../prompts/whenShown.ts';
import type { ConditionGiven } from './placeCondition.ts';

type DecidedBy = Extract<Rung['asks'], 'manager' | 'finance'>;

const bankDetailsAdvice =
  'Ask the customer on a number that is on file since before: never answer that message, and never call a number that stands in it';

/** The key of the prompt that asks somebody of that role to decide about a condition. */
export function conditionKey(conditionId: string, asks: DecidedBy): string {
  return `condition:${conditionId}:${asks}`;
}

/** Who decides about a condition; of other bank details finance and a manager, whoever is first. */
export function decidedBy(kind: string): readonly DecidedBy[] {
  return kind === 'bank_details' ? ['finance', 'manager'] : ['manager'];
}

/**
 * Tells those who decide about a condition that the account is stopped, once, and what to do; whoever recorded it in that role knows.
 * Returns sentences for the member, with what may be written all the same.
 */
export async function askToDecide(
  tx: Tx,
  { workspace, debtorId, member, now }: Recording,
  condition: ConditionGiven & { readonly id: string },
): Promise<string[]> {
  const { id, kind, since, evidence, reference } = condition;
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  if (!facts) throw debtorNotFound(workspace.id, debtorId);
  const { debtor } = facts;
  const shown = whenShown(workspace, now);
  // somebody may be about to pay money to a thief: that does not wait for the morning
  const atOnce = kind === 'bank_details';
  const notBefore = !atOnce && shown > now ? shown : undefined;
  const what = `${member.name} recorded it. ${conditionWords[kind]} since ${shortDay(since, workspace.locale)}`;
  const words = isPrivateCondition(kind)
    ? ['What was said stands in the account’s window *Stop* alone']
    : [`“${evidence.replace(/\.$/, '')}”`, ...(reference ? [reference] : [])];
  const why =
    kind === 'bank_details' ? bankDetailsAdvice : 'Nothing goes out until a manager ends it, with a reason';
  const left = ceaseFindings(facts, todayOf(workspace, now)).map(({ say }) => say());
  const asked = left.map((sentence) => `${sentence}.`);
  for (const asks of decidedBy(kind)) {
    if (asks === member.role) continue;
    const memberId = await whoIsAsked(tx, { workspace, debtor, asks, beyondCapacity: true, now });
    if (memberId === undefined || memberId === member.id) continue;
    await openPrompt(tx, {
      workspace,
      debtorId,
      key: conditionKey(id, asks),
      kind: 'decide_condition',
      memberId,
      reasons: [what, ...words, why, ...left].map((sentence) => ({ rule: kind, outcome: 'note', sentence })),
      details: { conditionId: id },
      notBefore,
      atOnce,
      now,
    });
    asked.push(asks === 'finance' ? 'Finance is told.' : 'A manager is told.');
  }
  return asked;
}
