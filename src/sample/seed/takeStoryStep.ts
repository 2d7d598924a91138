import { type Day, dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { modeOf } from '../../core/policy.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { openPrompt } from '../../useCases/prompts/openPrompt.ts';
import type { PromptKind } from '../../useCases/prompts/promptKinds.ts';
import type { SampleDebtor } from '../SampleDebtor.ts';
import { samplePolicyFor } from '../samplePolicy.ts';
import { type SeededDebtors, type Seeding, seeded } from './Seeding.ts';

/** A step of the ladder that the story has somebody asked about. */
export interface StoryStep {
  readonly stage: 'final_notice' | 'demand_letter' | 'hand_off';
  readonly kind: PromptKind;
  readonly memberId: string;
  /** a clause: what came before, in vain */
  readonly because: string;
  readonly now: Date;
}

/** Takes the step for the oldest invoice and asks the member about it; answers the prompt's id. */
export async function takeStoryStep(
  { db, workspace, firstDay }: Seeding,
  ids: SeededDebtors,
  debtor: SampleDebtor,
  { stage, kind, memberId, because, now }: StoryStep,
): Promise<string> {
  const { id: debtorId, invoices } = seeded(ids, debtor);
  const [oldest] = debtor.invoices.filter(({ settledOn, amount }) => settledOn === undefined && amount > 0n);
  const invoiceId = invoices.get(oldest?.number ?? '') ?? '';
  const rung = samplePolicyFor(debtor.kind).rungs.find(({ key }) => key === stage);
  if (!rung) throw new Error(`the policy has no ${stage}`);
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    const open = await tx.prisma.case.findFirstOrThrow({ where: { workspaceId: workspace.id, debtorId } });
    const stepId = newId();
    const takenOn = Math.floor(now.getTime() / 86_400_000) as Day;
    const late = takenOn - (oldest?.dueOn ?? firstDay);
    await tx.prisma.stageStep.create({
      data: {
        id: stepId,
        workspaceId: workspace.id,
        caseId: open.id,
        debtorId,
        stage,
        carryingInvoiceId: invoiceId,
        stageDay: rung.day,
        takenOn: dateOfDay(takenOn),
        takenAt: now,
        invoices: { create: { invoiceId, workspaceId: workspace.id, outstanding: oldest?.amount ?? 0n } },
      },
    });
    await tx.prisma.case.update({ where: { id: open.id }, data: { stage } });
    const sentence = `${oldest?.number} is ${late} days past due, and ${because}`;
    const promptId = await openPrompt(tx, {
      workspace,
      debtorId,
      stepId,
      key: `step:${stepId}`,
      kind,
      memberId,
      reasons: [{ rule: 'carrying_invoice', outcome: 'note', sentence }],
      details: { stage, mode: modeOf(rung) },
      now,
    });
    if (!promptId) throw new Error(`${stage} was asked for before`);
    return promptId;
  });
}
