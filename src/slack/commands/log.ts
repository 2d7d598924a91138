import { CALL_LOG_TITLE } from '../../../blocks/calls/callLogView.ts';
import { loggedMessage } from '../../../blocks/calls/loggedMessage.ts';
import { pickDebtorMessage } from '../../../blocks/lists/pickDebtorMessage.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { parseDebtCommand } from '../../core/parseDebtCommand.ts';
import { parseQuickLog } from '../../core/parseQuickLog.ts';
import { requireMay } from '../../core/permissions.ts';
import type { FoundDebtor } from '../../db/searchDebtors.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { debtorLabel } from '../../useCases/accounts/debtorLabel.ts';
import { findLeadingDebtor, type LeadingDebtor } from '../../useCases/accounts/findLeadingDebtor.ts';
import { describeLogged } from '../../useCases/calls/describeLogged.ts';
import { type AttemptOutcome, logAttempt } from '../../useCases/calls/logAttempt.ts';
import { callLogFor } from '../views/callLogFor.ts';
import { callLogWithoutAccount } from '../views/callLogWithoutAccount.ts';
import type { DebtRequest, SubCommand } from './SubCommand.ts';

/** Words after the debtor that need no form. */
const SHORTHAND = /\s(?:na|n\/a|lm|vm|wn)(?=$|[\s,.:;])/i;

/** The call log, filled in from the words; `na`, `lm` and `wn` log at once. */
export const log: SubCommand = {
  help: {
    usage: 'log [debtor] [words]',
    does: 'Log a call: the words fill the form in (“paid to another account” too). na (no answer), lm (left a message) and wn (wrong number) log at once. Where instalments were agreed on, the form of the plan follows.',
    examples: ['log acme spoke to Jane, promised 1,200 by friday', 'log acme na', 'log'],
  },
  opens(text) {
    const command = parseDebtCommand(text);
    const words = 'name' in command ? [command.debtor, command.rest].filter(Boolean).join(' ') : '';
    return SHORTHAND.test(words) ? undefined : CALL_LOG_TITLE;
  },
  async run(request) {
    const { deps, workspace, member, words, debtor: quoted, slash, now } = request;
    requireMay(member, 'log_activity');
    const today = todayOf(workspace, now);
    const found = await findLeadingDebtor(deps.db, { workspaceId: workspace.id, words, quoted, today });
    const quick = parseQuickLog(found.rest, today, { locale: member.locale });
    if (quick.shorthand && isAttempt(quick.outcome)) {
      if (found.kind === 'one') return logAtOnce(request, found.debtor, quick.outcome, quick.notes);
      if (found.kind === 'several') return pick(request, found, quick.outcome);
    }
    if (!slash) {
      const text = mrkdwn`I do not know that account. Try a piece of its name, its account number or an invoice number.`;
      return request.answer(message({ text }));
    }
    const viewId = slash.viewId ?? (await slash.openLoading(CALL_LOG_TITLE));
    const entries = { notes: found.rest || undefined };
    const view =
      found.kind === 'one'
        ? await callLogFor(request, { debtorId: found.debtor.id, entries, first: true })
        : callLogWithoutAccount(request, {
            entries,
            candidates: found.kind === 'several' ? candidates(found, member.locale) : undefined,
          });
    await slash.showView(viewId, view);
  },
};

function isAttempt(outcome: string | undefined): outcome is AttemptOutcome {
  return outcome === 'no_answer' || outcome === 'left_message' || outcome === 'wrong_number';
}

async function logAtOnce(
  { deps, workspace, member, now, slash, answer }: DebtRequest,
  { id }: FoundDebtor,
  outcome: AttemptOutcome,
  notes: string,
): Promise<void> {
  const key = `command:${slash?.command.trigger_id ?? `${member.id}:${id}:${now.getTime()}`}`;
  const about = { debtorId: id };
  const attempt = { workspace, member, about, outcome, notes: notes || undefined, key, now };
  const logged = await logAttempt(deps.db, attempt);
  try {
    await answer(
      loggedMessage(await describeLogged(deps.db, { workspace, member, logged, log: deps.log, now })),
    );
  } finally {
    deps.wake();
  }
}

const buttons: Readonly<Record<AttemptOutcome, string>> = {
  no_answer: 'No answer',
  left_message: 'Left a message',
  wrong_number: 'Wrong number',
};

async function pick(
  { member, answer }: DebtRequest,
  { tried, debtors, more }: Extract<LeadingDebtor, { kind: 'several' }>,
  outcome: AttemptOutcome,
): Promise<void> {
  const question = mrkdwn`Several accounts fit “${tried}”. Which one did you call?`;
  const listed = debtors.map((debtor) => ({
    id: debtor.id,
    name: debtor.name,
    about: debtorLabel({ ...debtor, name: '' }, member.locale),
  }));
  const choose = { actionId: `log_${outcome}`, text: buttons[outcome] };
  await answer(pickDebtorMessage({ question, debtors: listed, choose, more }));
}

function candidates({ debtors }: Extract<LeadingDebtor, { kind: 'several' }>, locale: string) {
  return debtors.map((debtor) => ({ value: debtor.id, text: debtorLabel(debtor, locale) }));
}
