import { dateOfDay, dayOf } from '../../src/core/day.ts';
import { newId } from '../../src/core/newId.ts';
import { aDebtor, type DebtorPlan, type PlannedDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import type { Seen } from '../support/Person.ts';
import type { RunningDuly } from '../support/runningDuly.ts';
import type { Team } from '../support/teamOnSlack.ts';
import { buttonsOf } from '../support/wordsOf.ts';

/** Eighty days late on the Monday of the stories: the final notice's day has come. */
const DUE = '2026-09-04';

/**
 * A debtor of Colin's who has been called for a firm date and has had the late-payment notice: on the morning of the stories
 * its last call is due. Payments are known up to the Sunday.
 */
export function atTheFinalNotice(team: Team): Promise<PlannedDebtor> {
  return aDebtorAtTheFinalNotice(team, {});
}

/** The same with other names, invoices (due 4 September unless told) or contacts. */
export async function aDebtorAtTheFinalNotice(team: Team, plan: Partial<DebtorPlan>): Promise<PlannedDebtor> {
  const { db, workspaceId, member } = team;
  const debtor = await aDebtor(db, workspaceId, {
    name: 'Acme Ltd',
    account: 'A-77',
    ownerId: member.colin,
    invoices: [{ number: 'INV-2044', due: DUE, amount: 120_000 }],
    contacts: [
      { name: 'Accounts', email: 'ap@acme.example' },
      { name: 'Jane Miller', phone: '+44 20 7946 0000', email: 'jane@acme.example' },
    ],
    ...plan,
  });
  await db.prisma.contact.updateMany({
    where: { debtorId: debtor.id, name: 'Accounts' },
    data: { isMailbox: true },
  });
  await db.prisma.creditor.updateMany({
    where: { workspaceId },
    data: { email: 'credit@northwind.example' },
  });
  const caseId = newId();
  await db.prisma.case.create({
    data: { id: caseId, workspaceId, debtorId: debtor.id, cycle: 1, openedOn: dateOfDay(dayOf(DUE)) },
  });
  const [carryingInvoiceId = ''] = debtor.invoiceIds;
  const taken = [
    ['commitment_call', 30, '2026-10-05'],
    ['firm_notice', 60, '2026-11-04'],
  ] as const;
  for (const [stage, stageDay, on] of taken) {
    const day = dateOfDay(dayOf(on));
    await db.prisma.stageStep.create({
      data: {
        id: newId(),
        workspaceId,
        caseId,
        debtorId: debtor.id,
        stage,
        carryingInvoiceId,
        stageDay,
        takenOn: day,
        takenAt: day,
        state: 'done',
        doneOn: day,
        imported: true,
        invoices: {
          create: debtor.invoiceIds.map((invoiceId) => ({ invoiceId, workspaceId, outstanding: 1n })),
        },
      },
    });
  }
  await paymentsKnownUntil(db, workspaceId, '2026-11-22');
  return debtor;
}

/** Nine o'clock: Colin gets the prompt for the last call in his direct message. */
export async function lastCallComes(duly: RunningDuly): Promise<Seen> {
  await duly.move({ to: '2026-11-23T09:00:00Z' });
  const seen = await duly.person.colin.messages();
  const prompt = seen.find((message) => buttonsOf(message, 'prompt_ask_approval').length > 0);
  if (!prompt) throw new Error(`no last call among: ${seen.map(({ text }) => text).join(' | ')}`);
  return prompt;
}

/** Colin asks for approval at 09:00; the request as the approvers see it. */
export async function askedForApproval(duly: RunningDuly): Promise<Seen> {
  await duly.person.colin.click(await lastCallComes(duly), 'prompt_ask_approval');
  return request(duly);
}

/** The request for approval, as it stands now. */
export async function request({ person, channels }: Team): Promise<Seen> {
  const seen = await person.marta.messages(channels.approvals);
  const found = seen.find(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts);
  if (!found) throw new Error('no request for approval');
  return found;
}

/** What the request's thread says, oldest first. */
export async function story({ person, channels }: Team): Promise<string> {
  const seen = await person.marta.messages(channels.approvals);
  return seen
    .filter(({ thread_ts, ts }) => thread_ts !== undefined && thread_ts !== ts)
    .map(({ text }) => text)
    .join('\n');
}

/** Who decided what, in order; what was taken back is left out. */
export async function decisions({ db }: Team): Promise<string[]> {
  const rows = await db.prisma.approvalDecision.findMany({
    where: { takenBackAt: null },
    orderBy: { at: 'asc' },
  });
  const members = await db.prisma.member.findMany();
  return rows.map(
    ({ decision, memberId }) => `${decision} by ${members.find(({ id }) => id === memberId)?.name}`,
  );
}
