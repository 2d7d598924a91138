import { addDays, dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { stageName } from '../../core/stageName.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { draw, drawBetween } from '../draw.ts';
import { ladderHistory, type PastStep } from '../ladderHistory.ts';
import type { SampleDebtor } from '../SampleDebtor.ts';
import { sampleTime } from '../sampleStart.ts';
import { type SeededDebtors, type Seeding, seeded } from './Seeding.ts';

interface Rows {
  readonly cases: Prisma.CaseCreateManyInput[];
  readonly steps: Prisma.StageStepCreateManyInput[];
  readonly listed: Prisma.StageStepInvoiceCreateManyInput[];
  readonly activities: Prisma.ActivityCreateManyInput[];
}

/** Writes the steps that the team took before the first day: open cases, what was sent, and the calls beside. */
export async function seedHistory(seeding: Seeding, ids: SeededDebtors): Promise<void> {
  const rows: Rows = { cases: [], steps: [], listed: [], activities: [] };
  for (const debtor of seeding.debtors) {
    const steps = ladderHistory(debtor, seeding.firstDay);
    if (steps.length > 0) addCase(rows, seeding, ids, debtor, steps);
  }
  await seeding.db.transaction(async (tx) => {
    await tx.prisma.case.createMany({ data: rows.cases });
    await tx.prisma.stageStep.createMany({ data: rows.steps });
    await tx.prisma.stageStepInvoice.createMany({ data: rows.listed });
    await tx.prisma.activity.createMany({ data: rows.activities });
  });
}

function addCase(
  rows: Rows,
  seeding: Seeding,
  ids: SeededDebtors,
  debtor: SampleDebtor,
  steps: readonly PastStep[],
): void {
  const { workspace, firstDay, policyId } = seeding;
  const workspaceId = workspace.id;
  const { id: debtorId, invoices } = seeded(ids, debtor);
  const caseId = newId();
  rows.cases.push({
    id: caseId,
    workspaceId,
    debtorId,
    cycle: 1,
    policyId: debtor.kind === 'business' ? policyId : null,
    openedOn: dateOfDay(steps[0]?.takenOn ?? addDays(firstDay, -1)),
    stage: steps.findLast(({ beside }) => !beside)?.stage ?? null,
  });
  for (const step of steps) {
    const [carrying] = step.invoices;
    const stepId = newId();
    rows.steps.push({
      id: stepId,
      workspaceId,
      caseId,
      debtorId,
      stage: step.stage,
      carryingInvoiceId: invoices.get(carrying?.number ?? '') ?? '',
      occurrence: step.occurrence,
      stageDay: step.stageDay,
      takenOn: dateOfDay(step.takenOn),
      takenAt: sampleTime(step.takenOn, '09:00'),
      state: 'done',
      doneOn: dateOfDay(step.takenOn),
      deadlineOn: step.deadlineOn === undefined ? null : dateOfDay(step.deadlineOn),
    });
    for (const invoice of step.invoices) {
      const invoiceId = invoices.get(invoice.number) ?? '';
      rows.listed.push({ stepId, invoiceId, workspaceId, outstanding: invoice.amount });
    }
    rows.activities.push(...whatWasDone(seeding, ids, debtor, { ...step, stepId }));
  }
}

/** The mail of a written step, its posting, and the talk of a call; beside a chase sometimes a call that reached nobody. */
function whatWasDone(
  { workspace, members }: Seeding,
  ids: SeededDebtors,
  debtor: SampleDebtor,
  step: PastStep & { stepId: string },
): Prisma.ActivityCreateManyInput[] {
  const { id: debtorId, contactId } = seeded(ids, debtor);
  const minutes = drawBetween(10, 55, debtor.account, step.stage, step.occurrence);
  const by = members[debtor.owner ?? 'priya'].id;
  const activity = (time: string, what: Partial<Prisma.ActivityCreateManyInput> & { kind: string }) => {
    const at = sampleTime(step.takenOn, time);
    const base = {
      id: newId(),
      workspaceId: workspace.id,
      debtorId,
      contactId: contactId ?? null,
      memberId: by,
    };
    return { ...base, stepId: step.stepId, at, recordedAt: at, ...what };
  };
  if (step.beside) {
    const notes = 'Credit limit looked at: it stays where it is for now.';
    return [activity(`16:${minutes}`, { kind: 'note', contactId: null, memberId: members.grace.id, notes })];
  }
  if (!step.written) {
    const notes = 'Reached them. They see what is open and will look into it; no date yet.';
    return [activity(`11:${minutes}`, { kind: 'call', outcome: 'call_back', rightParty: true, notes })];
  }
  const numbers = step.invoices.map(({ number }) => number).join(', ');
  const notes = `${stageName(step.stage)}: ${numbers}`;
  const sent = activity(`09:${minutes}`, { kind: 'email', outcome: 'sent', counted: true, notes });
  if (step.posted) {
    const digits = [1, 2, 3].map((nth) => drawBetween(100, 999, 'registered', debtor.account, nth)).join(' ');
    const number = `RM ${digits} GB`;
    const post = { kind: 'letter', outcome: 'posted', details: { registeredNumber: number } };
    return [sent, activity(`14:${minutes}`, { ...post, notes: `Registered post ${number}: ${notes}` })];
  }
  if (step.stage !== 'chase' || draw('rang', debtor.account, step.occurrence) < 0.5) return [sent];
  const outcome = draw('voice', debtor.account, step.occurrence) < 0.5 ? 'left_message' : 'no_answer';
  return [sent, activity(`15:${minutes}`, { kind: 'call', outcome, rightParty: false })];
}
