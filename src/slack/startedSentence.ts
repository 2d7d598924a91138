import type { Started } from '../useCases/workspaces/startWorkspace.ts';

/** What is said to the manager who starts the workspace. */
export function startedSentence({ now, debtors }: Started): string {
  if (!now) return 'I am at work already: nothing has changed.';
  const looked =
    debtors === 0 ? 'There is no ledger yet: import one next.' : `I look at ${debtors} accounts now.`;
  return `I have started. ${looked} Prompts come in the morning, in priority order; nothing harsh is sent without approval.`;
}
