import { approvalSeal } from '../../useCases/notices/approvalSeal.ts';
import { decideApproval } from '../../useCases/notices/decideApproval.ts';
import { proposeTask } from '../../useCases/notices/proposeTask.ts';
import { useApproval } from '../../useCases/notices/useApproval.ts';
import type { SampleDebtor, SampleStory } from '../SampleDebtor.ts';
import { sampleTime, storyDay } from '../sampleStart.ts';
import type { PersonName } from '../sampleTeam.ts';
import { type SeededDebtors, type Seeding, seeded } from './Seeding.ts';
import { takeStoryStep } from './takeStoryStep.ts';

/** Not the newcomer, who would find the list of that day as the first of hers. */
const ASKS: PersonName = 'tomas';

/** Who approves it, a manager and finance, and when. */
const APPROVE: readonly (readonly [PersonName, string])[] = [
  ['nora', '11:25'],
  ['grace', '14:05'],
];

/** Over the grace window of the last approval. */
const TAKES_EFFECT = '14:20';

/** Brings the cases of the cast that were handed off to where their story says: by the steps a team takes. */
export async function seedHandOffs(seeding: Seeding, ids: SeededDebtors): Promise<void> {
  for (const debtor of seeding.debtors) {
    const { handedOff } = debtor.story;
    if (handedOff) await tell(seeding, ids, debtor, handedOff);
  }
}

async function tell(
  seeding: Seeding,
  ids: SeededDebtors,
  debtor: SampleDebtor,
  { daysAgo, plan }: NonNullable<SampleStory['handedOff']>,
): Promise<void> {
  const { db, workspace, members, firstDay } = seeding;
  const at = (time: string) => sampleTime(storyDay(firstDay, daysAgo), time);
  const promptId = await takeStoryStep(seeding, ids, debtor, {
    stage: 'hand_off',
    kind: 'hand_off',
    memberId: members[ASKS].id,
    because: 'the formal letter of demand brought no payment',
    now: at('09:00'),
  });
  await proposeTask(db, {
    ...{ workspace, promptId, member: members[ASKS], now: at('10:40') },
    plan: { handOff: plan },
  });
  const { id: approvalId, hash } = await db.prisma.approval.findFirstOrThrow({
    where: { workspaceId: workspace.id, debtorId: seeded(ids, debtor).id },
  });
  for (const [before, [name, time]] of APPROVE.entries()) {
    await decideApproval(db, {
      workspace,
      approvalId,
      member: members[name],
      decision: 'approve',
      via: { kind: 'button', seal: approvalSeal(hash, before) },
      now: at(time),
    });
  }
  await useApproval(db, { workspace, approvalId, now: at(TAKES_EFFECT) });
}
