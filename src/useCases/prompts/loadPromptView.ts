import { dateInstant } from '../../../blocks/dateInstant.ts';
import type { PromptButton, PromptView } from '../../../blocks/prompts/PromptView.ts';
import { contactFor } from '../../core/contactFor.ts';
import { contactAllowance } from '../../core/contactRules.ts';
import type { ContactFact, DebtorFacts, Reason } from '../../core/facts.ts';
import { guidance } from '../../core/guidance.ts';
import { totalsByCurrency } from '../../core/money.ts';
import { noWayTo } from '../../core/noWayTo.ts';
import { type PriorityFacts, priority } from '../../core/priority.ts';
import { dayIn } from '../../core/zone.ts';
import type { Queries } from '../../db/client.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { callKinds, isListedOnly } from './promptKinds.ts';
import { promptTitle } from './promptTitle.ts';

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
  readonly listing?: number;
}

/** Decisions and questions among colleagues: nobody at the customer is to be reached. */
const internal: ReadonlySet<string> = new Set([
  'agree',
  'freshness',
  'unsure_mail',
  'approval_ended',
  'reply',
]);

/**
 * Everything a prompt's message shows, as it stands in this transaction. Undefined for an unknown prompt, and for one that
 * stands on the list alone.
 */
export async function loadPromptView(
  tx: Queries,
  ref: { workspace: WorkspaceContext; promptId: string; now: Date },
): Promise<LoadedPrompt | undefined> {
  const { workspace, promptId, now } = ref;
  const prompt = await tx.prisma.prompt.findFirst({ where: { id: promptId, workspaceId: workspace.id } });
  if (!prompt) return undefined;
  const details = prompt.details as Details;
  if (isListedOnly(prompt.kind, details.stage)) return undefined;
  const member = await tx.prisma.member.findFirstOrThrow({ where: { id: prompt.memberId } });
  const debtor = await tx.prisma.debtor.findFirstOrThrow({ where: { id: prompt.debtorId } });
  const facts = (await loadDebtorFacts(tx, workspace, [debtor.id], now)).get(debtor.id);
  if (!facts) return undefined;
  const toCustomer = !internal.has(prompt.kind);
  const contact = contactFor(facts.contacts, prompt.kind === 'notice' ? 'email' : 'call');
  const allowance =
    contact && wantsCall(prompt.kind, details.stage)
      ? contactAllowance({
          facts,
          contact,
          channel: 'call',
          calendar: debtorCalendar(workspace, facts.debtor),
          now,
          ...(prompt.kind === 'call_back' ? { requestedOn: dayIn(facts.debtor.zone, prompt.openedAt) } : {}),
        })
      : undefined;
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
      why: (details.reasons ?? []).map((reason) => `${reason.sentence}.`.replace(/[.]+$/, '.')),
      ...(toCustomer && {
        contact: contact ? describeContact(contact) : 'nobody on file: add a contact',
        guidance: guidance({ stage: details.stage ?? prompt.kind, kind: facts.debtor.kind }),
      }),
      allowance: allowance?.sentence,
      answerBy: dateInstant(prompt.answerBy),
      putOff: prompt.snoozedUntil && prompt.snoozedUntil > now ? dateInstant(prompt.snoozedUntil) : undefined,
      escalated: escalationNote(prompt.escalation, details.note),
      buttons: buttonsOf(prompt.kind, details, facts),
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
  };
}

function wantsCall(kind: string, stage: string | undefined): boolean {
  return callKinds.some((call) => call === kind) || stage === 'chase';
}

function describeContact(contact: ContactFact): string {
  const reached = [contact.phone ?? contact.mobile, contact.email].filter((part) => part !== undefined);
  return [`${contact.name} (${contact.role})`, ...reached].join(', ');
}

function escalationNote(escalation: number, note: string | undefined): string | undefined {
  if (note) return note;
  if (escalation === 0) return undefined;
  return escalation >= 3
    ? 'Nobody has answered this yet.'
    : 'It came to you because it was not answered in time.';
}

function buttonsOf(kind: string, details: Details, facts: DebtorFacts): PromptButton[] {
  const canWrite = facts.contacts.some((contact) => !noWayTo(contact, 'email'));
  const write: PromptButton = kind === 'notice' ? 'send_notice' : 'send';
  const send: PromptButton[] = canWrite ? [write, 'look'] : ['add_contact'];
  const call: PromptButton[] = ['log_call', 'no_answer', 'left_message', 'wrong_number'];
  const rest: PromptButton[] = ['reply', 'snooze', 'hand_over'];
  switch (kind) {
    case 'reminder':
      return [...send, ...(details.stage === 'chase' ? call : []), ...rest];
    case 'notice':
      return [...send, ...rest];
    case 'last_call':
      return [...(canWrite ? (['ask_approval'] as const) : (['add_contact'] as const)), ...call, ...rest];
    case 'agree':
      return ['agree', 'hand_over'];
    case 'unsure_mail':
      return ['was_sent', 'was_not_sent'];
    case 'approval_ended':
      return ['noted'];
    case 'freshness':
      return ['fresh_import', 'hand_over'];
    case 'reply':
      return ['reply', 'hand_over'];
    default:
      return [...call, ...rest];
  }
}
