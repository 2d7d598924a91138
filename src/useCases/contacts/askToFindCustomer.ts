import { addBusinessDays } from '../../core/calendar.ts';
import type { Day } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { isLost } from '../../core/isLost.ts';
import { dayIn } from '../../core/zone.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

/** Business days after which somebody who was said to be found, and is not on file, is asked for again. */
const ASKED_AGAIN_AFTER = 5;

type Asking = Review & { readonly facts: DebtorFacts; readonly isDue: boolean };

/**
 * Asks the owner to find the customer while something is due (`isDue`) and nothing that is on file works; once somebody has said that
 * it is done, not before five business days later, or something else turns out to be wrong. Ends the question when somebody can be reached
 * or nothing is due. Returns the day on which it is still to be asked, or again: today where it is not the hour for it, or nobody has room.
 */
export async function askToFindCustomer(tx: Tx, asking: Asking): Promise<Day | undefined> {
  const { workspace, debtorId, facts, isDue, now } = asking;
  const lost = isDue && !facts.handedOff && isLost(facts);
  if (!lost) return end(tx, asking);
  if (!workspace.startedAt) return undefined;
  const before = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, debtorId, kind: 'find_customer' },
    orderBy: { openedAt: 'desc' },
  });
  const wrong = wrongDetails(facts);
  const today = todayOf(workspace, now);
  const [last] = before;
  if (last?.state === 'open') return undefined;
  const doneOn = last?.state === 'done' && last.closedAt ? dayIn(workspace.zone, last.closedAt) : undefined;
  const again = doneOn === undefined ? today : addBusinessDays(workspace.calendar, doneOn, ASKED_AGAIN_AFTER);
  if (last && again > today && wrongAt(last) === wrong) return again;
  if (!isPromptTime(workspace, now)) return today;
  const memberId = await whoIsAsked(tx, { workspace, debtor: facts.debtor, asks: 'owner', now });
  if (!memberId) return today;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `find_customer:${debtorId}:${before.length + 1}`,
    kind: 'find_customer',
    memberId,
    reasons: sentencesOf(workspace, doneOn).map((sentence) => ({
      rule: 'find_customer',
      outcome: 'note',
      sentence,
    })),
    details: { wrong },
    now,
  });
  return undefined;
}

function sentencesOf({ locale }: WorkspaceContext, doneOn: Day | undefined): string[] {
  const none = 'No address or number on file works';
  if (doneOn === undefined) return [none];
  return [
    none,
    `It was said to be done on ${shortDay(doneOn, locale)}, and nothing that works has been put on file since`,
  ];
}

/** How many details were known to be wrong when it was asked. */
function wrongAt({ details }: Prompt): number | undefined {
  return (details as { wrong?: number }).wrong;
}

function wrongDetails({ contacts }: DebtorFacts): number {
  return contacts.reduce((sum, { deadChannels, hasLeft }) => sum + deadChannels.length + Number(hasLeft), 0);
}

async function end(tx: Tx, { workspace, facts, now }: Asking): Promise<undefined> {
  const outcome = isLost(facts)
    ? 'Nothing is due any more: nothing to do.'
    : 'There is somebody to reach again.';
  for (const { id: promptId, kind } of facts.prompts) {
    if (kind === 'find_customer')
      await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, now });
  }
}
