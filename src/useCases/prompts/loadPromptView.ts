import { dateInstant } from '../../../blocks/dateInstant.ts';
import type { PromptView } from '../../../blocks/prompts/PromptView.ts';
import type { Allowance } from '../../core/contactRules.ts';
import { contactStops } from '../../core/contactStops.ts';
import { dayOf } from '../../core/day.ts';
import type { DebtorFacts, Reason } from '../../core/facts.ts';
import { guidance } from '../../core/guidance.ts';
import { totalsByCurrency } from '../../core/money.ts';
import { may } from '../../core/permissions.ts';
import { type PriorityFacts, priority } from '../../core/priority.ts';
import { reasonSentence } from '../../core/reasonSentence.ts';
import { dayIn } from '../../core/zone.ts';
import type { Queries } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { promptOf } from '../../db/prompts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prompt } from '../../generated/prisma/client.ts';
import { promptAllowance } from '../limits/promptAllowance.ts';
import { promptButtons } from './promptButtons.ts';
import { callKinds, isListedOnly } from './promptKinds.ts';
import { promptTitle } from './promptTitle.ts';
import { stillNeeded } from './stillNeeded.ts';
import { textToSend } from './textToSend.ts';
import { whomToReach } from './whomToReach.ts';

export interface LoadedPrompt {
  readonly kind: string;
  readonly member: Member;
  /** how often it was listed anew */
  readonly listing: number;
  readonly view: PromptView;
}

interface Details {
  readonly stage?: string;
  readonly mode?: string;
  readonly reasons?: readonly Reason[];
  readonly note?: string;
  /** what those who handed it over said, in order */
  readonly handed?: readonly string[];
  readonly listing?: number;
  /** ISO day before which the call beside a mail is not asked for */
  readonly callFrom?: string;
}

/** Decisions and questions among colleagues: nobody at the customer is to be reached. */
const internal: ReadonlySet<string> = new Set([
  'agree',
  'terms_reminder',
  'promise_reminder',
  'credit_line',
  'undelivered',
  'freshness',
  'unplaced_cash',
  'decide_dispute',
  'decide_condition',
  'dispute_due',
  'find_payment',
  'seen_not_come',
  'to_mend',
  'unsure_mail',
  'approval_ended',
  'reply',
  'post_letter',
  'hand_off',
  'pass_on',
  'recall',
]);

/**
 * Everything a prompt's message shows, as it stands in this transaction. Undefined for an unknown prompt, and for one that
 * stands on the list alone.
 */
export async function loadPromptView(
  tx: Queries,
  ref: { workspace: WorkspaceContext; promptId: string; prompt?: Prompt; now: Date },
): Promise<LoadedPrompt | undefined> {
  const { workspace, promptId, now } = ref;
  const prompt = ref.prompt ?? (await promptOf(tx, workspace.id, promptId));
  if (!prompt) return undefined;
  const details = prompt.details as Details;
  if (isListedOnly(prompt.kind, details.stage)) return undefined;
  const member = await tx.prisma.member.findFirstOrThrow({ where: { id: prompt.memberId } });
  const debtor = await tx.prisma.debtor.findFirstOrThrow({ where: { id: prompt.debtorId } });
  const facts = (await loadDebtorFacts(tx, workspace, [debtor.id], now)).get(debtor.id);
  if (!facts) return undefined;
  const callWaits = details.callFrom !== undefined && dayOf(details.callFrom) > todayOf(workspace, now);
  const toCustomer = !internal.has(prompt.kind);
  const { contact, words: contactWords } = whomToReach(prompt.kind, facts);
  const stopped = contactStops(facts, todayOf(workspace, now)).map(({ say }) => ({ sentence: say() }));
  const allowance =
    contact && wantsCall(prompt.kind, details.stage) && !callWaits
      ? promptAllowance({ workspace, prompt, facts, contact, now })
      : undefined;
  const isChase = prompt.kind === 'reminder' && details.stage === 'chase' && prompt.state === 'open';
  const text = isChase ? await textToSend(tx, { workspace, facts, now }) : undefined;
  return {
    kind: prompt.kind,
    member,
    listing: details.listing ?? 0,
    view: {
      promptId,
      debtorId: debtor.id,
      debtorName: debtor.name,
      title: promptTitle(prompt.kind, details.stage),
      state: prompt.state as PromptView['state'],
      outcome: prompt.outcome ?? undefined,
      owed: priority(owed(facts, workspace, now), member.locale).reason,
      why: [...(prompt.kind === 'decide_condition' ? [] : stopped), ...(details.reasons ?? [])].map(
        reasonSentence,
      ),
      ...(toCustomer && {
        contact: contactWords,
        guidance: guidance({ stage: details.stage ?? prompt.kind, kind: facts.debtor.kind }),
      }),
      text,
      allowance: allowance?.sentence,
      needs: prompt.state === 'open' ? await stillNeeded(tx, { workspace, prompt, facts, now }) : undefined,
      answerBy: dateInstant(prompt.answerBy),
      putOff: prompt.snoozedUntil && prompt.snoozedUntil > now ? dateInstant(prompt.snoozedUntil) : undefined,
      escalated: escalationNote(prompt.escalation, details),
      buttons: promptButtons(prompt.kind, details.stage, {
        facts,
        callWaits,
        mayLog: may(member.role, 'log_activity'),
        mayText: text !== undefined,
        mayCallAnyway: allowance !== undefined && isForAnotherDay(allowance, facts, now),
        today: todayOf(workspace, now),
        settings: workspace.settings,
      }),
    },
  };
}

function owed(facts: DebtorFacts, workspace: WorkspaceContext, now: Date): PriorityFacts {
  const today = todayOf(workspace, now);
  const late = facts.invoices.filter((invoice) => invoice.outstanding > 0n && invoice.dueOn < today);
  const shown = late.length > 0 ? late : facts.invoices.filter((invoice) => invoice.outstanding > 0n);
  return {
    pastDue: totalsByCurrency(shown.map(({ currency, outstanding }) => ({ currency, amount: outstanding }))),
    daysPastDue: late.length > 0 ? today - Math.min(...late.map((invoice) => invoice.dueOn)) : 0,
    brokenPromises: facts.promises.filter((promise) => promise.state === 'broken').length,
    onCreditHold: facts.creditHold !== undefined,
  };
}

/** A house limit keeps the call for another day of the customer's; one that opens later today is waited for. */
function isForAnotherDay({ mayOverride, nextAt }: Allowance, { debtor }: DebtorFacts, now: Date): boolean {
  return mayOverride && nextAt !== undefined && dayIn(debtor.zone, nextAt) > dayIn(debtor.zone, now);
}

function wantsCall(kind: string, stage: string | undefined): boolean {
  return callKinds.some((call) => call === kind) || stage === 'chase';
}

function escalationNote(escalation: number, { note, handed = [] }: Details): string | undefined {
  if (note) return [...handed.filter((words) => words !== note), note].join(' ');
  if (escalation === 0) return undefined;
  return escalation >= 3
    ? 'Nobody has answered this yet.'
    : 'It came to you because it was not answered in time.';
}
