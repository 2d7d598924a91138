import { contactAsked } from '../../core/contactAsked.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { CallOutcome } from '../../core/findOutcome.ts';
import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { promptOf } from '../../db/prompts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prompt } from '../../generated/prisma/client.ts';
import { type LoggedCall, logCall } from './logCall.ts';

/** How a call ended that needs no form. */
export type AttemptOutcome = Extract<CallOutcome, 'no_answer' | 'left_message' | 'wrong_number'>;

/** A second click within a minute is a double click. */
const DOUBLE_CLICK_MS = 60_000;

/**
 * Logs a call just made that reached nobody, to the person whom the prompt names: no form, one click. Throws DulyError for roles
 * that may not log, and for prompts and debtors of others.
 */
export async function logAttempt(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    /** the prompt that was clicked, or the debtor */
    about: { readonly promptId: string } | { readonly debtorId: string };
    outcome: AttemptOutcome;
    notes?: string | undefined;
    key: string;
    now: Date;
  },
): Promise<LoggedCall> {
  const { workspace, member, about, outcome, notes, key, now } = options;
  requireMay(member, 'log_activity');
  const promptId = 'promptId' in about ? about.promptId : undefined;
  const { debtorId, kind } =
    'debtorId' in about ? { ...about, kind: undefined } : await knownPrompt(db, workspace, about.promptId);
  const facts = (await loadDebtorFacts(db, workspace, [debtorId], now)).get(debtorId);
  const contactId = facts && contactAsked(kind, facts)?.id;
  const call = { debtorId, outcome, direction: 'out' as const, at: now, contactId, notes, promptId };
  return logCall(db, { workspace, member, call, key, sameWithinMs: DOUBLE_CLICK_MS, now });
}

async function knownPrompt(db: Db, workspace: WorkspaceContext, promptId: string): Promise<Prompt> {
  const prompt = await promptOf(db, workspace.id, promptId);
  if (prompt) return prompt;
  throw new DulyError(
    'prompt_not_found',
    `no prompt ${promptId}`,
    'I do not know this prompt. Open your latest list to go on.',
  );
}
