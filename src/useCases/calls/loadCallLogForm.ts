import type { CallLogEntries, CallLogForm } from '../../../blocks/calls/CallLogForm.ts';
import { contactAsked } from '../../core/contactAsked.ts';
import { isoDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { sharedContacts } from '../../core/sharedContacts.ts';
import { typedAmount } from '../../core/typedAmount.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { loadAccount } from '../accounts/loadAccount.ts';
import type { CallLogMemory } from './CallLogMemory.ts';
import { contactChoices, invoiceChoices } from './callLogChoices.ts';
import { callLogLines } from './callLogLines.ts';
import { fillFromWords } from './fillFromWords.ts';
import { isCallOutcome } from './isCallOutcome.ts';
import { openByCurrency } from './openByCurrency.ts';

export interface CallLogLoading {
  readonly workspace: WorkspaceContext;
  readonly member: Pick<Member, 'zone' | 'locale'>;
  readonly debtorId: string;
  /** the prompt that asked for the call */
  readonly promptId?: string | undefined;
  /** what stands in the form already */
  readonly entries?: CallLogEntries;
  /** the account was chosen just now: words in the notes fill in what is empty */
  readonly first: boolean;
  /** the form that is filled anew; a new one unless given */
  readonly form?: string | undefined;
  readonly now: Date;
}

export interface LoadedCallLog {
  readonly memory: CallLogMemory;
  readonly form: Omit<CallLogForm, 'metadata'>;
}

/** The call log form for one account, filled in as far as can be known. Throws DulyError `debtor_not_found`. */
export async function loadCallLogForm(db: Db, loading: CallLogLoading): Promise<LoadedCallLog> {
  const { workspace, member, debtorId, promptId, entries = {}, first, now } = loading;
  const { locale, zone } = member;
  const account = await loadAccount(db, { workspace, debtorId, now });
  const { facts, today, decision } = account;
  const owed = openByCurrency(facts, today, decision.carrying?.currency);
  const currencies = owed.map(({ currency }) => currency);
  const people = [...facts.contacts, ...sharedContacts(facts)].filter(({ isMailbox }) => !isMailbox);
  const known = entries.outcome && isCallOutcome(entries.outcome) ? entries.outcome : undefined;
  const reading = { contacts: people, currencies, today, zone, locale, outcome: known, now };
  const filled = first && entries.notes ? fillFromWords(entries.notes, reading) : undefined;
  const currency = filled?.currency ?? currencies[0] ?? workspace.currency ?? '';
  const due = owed.find((each) => each.currency === currency);
  const asked = due && (due.overdue > 0n ? due.overdue : due.open);
  const asking =
    promptId === undefined
      ? undefined
      : await db.prisma.prompt.findFirst({ where: { id: promptId, workspaceId: workspace.id } });
  const defaults: CallLogEntries = {
    contact: contactAsked(asking?.kind, facts)?.id,
    calledAt: now,
    ...(asked && !filled?.amountProblem ? { amount: typedAmount(asked, currency, locale) } : {}),
  };
  const given = Object.entries({ ...filled?.entries, ...definite(entries) });
  return {
    memory: {
      form: loading.form ?? newId('call'),
      today: isoDay(today),
      locale,
      debtorId,
      promptId,
      currency,
      open: Object.fromEntries(owed.map((each) => [each.currency, each.open.toString()])),
    },
    form: {
      account: callLogLines(account, locale),
      contacts: contactChoices(account),
      invoices: invoiceChoices(account, locale),
      currency,
      amountHint: filled?.amountProblem,
      entries: { ...defaults, ...definite(Object.fromEntries(given)) },
    },
  };
}

/** What was really entered: empty fields say nothing. */
function definite(entries: CallLogEntries): CallLogEntries {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined && value !== ''),
  );
}
