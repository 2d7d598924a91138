import { type Day, dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { openPrompt } from '../../useCases/prompts/openPrompt.ts';
import type { SampleDebtor } from '../SampleDebtor.ts';
import { type SeededDebtors, type Seeding, seeded } from './Seeding.ts';

/** Takes the step of the final notice and asks the owner for the last call; answers the prompt's id. */
export async function askForLastCall(
  { db, workspace, members, firstDay }: Seeding,
  ids: SeededDebtors,
  debtor: SampleDebtor,
  now: Date,
): Promise<string> {
  const { id: debtorId, invoices } = seeded(ids, debtor);
  const [oldest] = debtor.invoices.filter(({ settledOn, amount }) => settledOn === undefined && amount > 0n);
  const invoiceId = invoices.get(oldest?.number ?? '') ?? '';
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
        stage: 'final_notice',
        carryingInvoiceId: invoiceId,
        stageDay: 75,
        takenOn: dateOfDay(takenOn),
        takenAt: now,
        invoices: { create: { invoiceId, workspaceId: workspace.id, outstanding: oldest?.amount ?? 0n } },
      },
    });
    await tx.prisma.case.update({ where: { id: open.id }, data: { stage: 'final_notice' } });
    const sentence = `${oldest?.number} is ${late} days past due, and the firm notice brought no payment`;
    const promptId = await openPrompt(tx, {
      workspace,
      debtorId,
      stepId,
      key: `step:${stepId}`,
      kind: 'last_call',
      memberId: members[debtor.owner ?? 'priya'].id,
      reasons: [{ rule: 'carrying_invoice', outcome: 'note', sentence }],
      details: { stage: 'final_notice', mode: 'written' },
      now,
    });
    if (!promptId) throw new Error('the last call was asked for before');
    return promptId;
  });
}
