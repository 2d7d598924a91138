import { arePaymentsFresh } from '../../core/arePaymentsFresh.ts';
import { shortDay } from '../../core/dayName.ts';
import { paymentsKnown } from '../../core/paymentsKnown.ts';
import type { Queries } from '../../db/client.ts';
import { creditorFreshness } from '../../db/creditorFreshness.ts';
import { activeMembers } from '../../db/members.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

/** One thing that has to be there before Duly can do all its work. */
export interface SetUpStep {
  readonly done: boolean;
  /** what is there, or what to do */
  readonly sentence: string;
}

/** What a workspace still needs, in the order in which to do it. */
export async function setUpState(
  tx: Queries,
  { workspace, now, locale }: { workspace: WorkspaceContext; now: Date; locale: string },
): Promise<SetUpStep[]> {
  const { settings, calendar, startedAt } = workspace;
  const [[fresh], members, contacts, creditors] = await Promise.all([
    creditorFreshness(tx, workspace.id),
    activeMembers(tx, workspace.id),
    tx.prisma.contact.count({ where: { workspaceId: workspace.id, email: { not: null } } }),
    tx.prisma.creditor.findMany({ where: { workspaceId: workspace.id } }),
  ]);
  const lettered = creditors.filter(({ address, bankDetails }) => address && bankDetails).length;
  const missing = (['collections', 'approvals', 'finance'] as const).filter(
    (name) => !settings.channels[name],
  );
  const having = (role: string) => members.filter((member) => member.role === role).length;
  const confirmsTwice = having('manager') === 1 && settings.singleApprover === 'confirm_twice';
  const today = todayOf(workspace, now);
  const isFresh = arePaymentsFresh(fresh?.until, { today, calendar, settings });
  return [
    step(
      isFresh,
      fresh === undefined
        ? 'Bring the ledger in, on the computer where I run: npm run -s duly -- import FILE.'
        : `${paymentsKnown(fresh, { dayWords: (day) => shortDay(day, locale) })}${isFresh ? '.' : ': import the bank file, harsh steps wait for it.'}`,
    ),
    step(
      missing.length === 0,
      missing.length === 0
        ? 'Channels are chosen.'
        : `Choose a channel for ${missing.join(', ')} in the settings.`,
    ),
    step(
      having('manager') >= 2 || confirmsTwice,
      having('manager') >= 2
        ? 'A second manager can approve notices.'
        : confirmsTwice
          ? 'The only manager confirms own notices twice.'
          : 'Name a second manager: nobody approves a notice they asked for. Or choose to confirm them twice: /debt settings limits.',
    ),
    step(
      having('collector') > 0,
      having('collector') > 0 ? 'There are collectors.' : 'Name the collectors in the settings.',
    ),
    step(
      contacts > 0,
      contacts > 0
        ? 'Customers have email addresses.'
        : 'Add contacts with email addresses: reminders need them.',
    ),
    step(
      lettered > 0 && lettered === creditors.length,
      lettered > 0 && lettered === creditors.length
        ? 'Letters show our address and bank details.'
        : 'Write what stands on letters, address and bank details: /debt settings letterhead.',
    ),
    step(startedAt !== undefined, startedAt ? 'I am at work.' : 'Start me. Nothing is sent before.'),
  ];
}

function step(done: boolean, sentence: string): SetUpStep {
  return { done, sentence };
}
