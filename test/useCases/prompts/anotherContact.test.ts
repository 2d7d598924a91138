import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { aDebtor, type DebtorPlan } from '../../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { click, type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

const JANE = { name: 'Jane Miller', role: 'payables', phone: '+44 20 7946 0000', email: 'jane@acme.example' };

/** Acme of Colin's, 21 days late on Monday 23 November 2026; two reminders went out and nobody answered. */
async function acmeAfterTwoReminders(team: NoticeTeam, plan: Partial<DebtorPlan> = {}) {
  const { db, workspaceId, member } = team;
  const debtor = await aDebtor(db, workspaceId, {
    name: 'Acme Rooms',
    ownerId: member.colin,
    invoices: [{ number: 'INV-1', due: '2026-11-02', amount: 84_050 }],
    contacts: [JANE],
    ...plan,
  });
  const caseId = newId();
  const common = { workspaceId, debtorId: debtor.id };
  await db.prisma.case.create({
    data: { ...common, id: caseId, cycle: 1, openedOn: dateOfDay(dayOf('2026-10-26')) },
  });
  const [invoiceId = ''] = debtor.invoiceIds;
  for (const [index, on] of ['2026-11-09', '2026-11-16'].entries()) {
    const day = dateOfDay(dayOf(on));
    await db.prisma.stageStep.create({
      data: {
        ...common,
        id: newId(),
        caseId,
        stage: 'chase',
        carryingInvoiceId: invoiceId,
        occurrence: index + 1,
        stageDay: 7 * (index + 1),
        takenOn: day,
        takenAt: day,
        state: 'done',
        doneOn: day,
        invoices: { create: [{ invoiceId, workspaceId, outstanding: 84_050n }] },
      },
    });
  }
  await team.settle();
  return debtor;
}

const asked = (team: NoticeTeam) =>
  team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'alternate_contact' } });
const step = (team: NoticeTeam) =>
  team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'alternate_contact' } });
const message = async (team: NoticeTeam) => {
  const messages = await team.person.colin.messages();
  const found = messages.findLast((m) => m.text.startsWith('Reach somebody else'));
  if (!found) throw new Error(messages.map(({ text }) => text).join('\n'));
  return found;
};

it('after two unanswered reminders the owner is asked to reach somebody else, beside the third; a new contact is offered at once', async () => {
  const team = await noticeTeam();
  const debtor = await acmeAfterTwoReminders(team);
  const kinds = await team.db.prisma.prompt.findMany({ where: { debtorId: debtor.id, state: 'open' } });
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['alternate_contact', 'reminder']);
  expect(wordsOf(await message(team))).toMatch(/nobody else on file.*tried so far: Jane Miller/);
  await click(team, 'colin', 'add_contact');
  const said = await team.person.colin.submit({
    name: { value: 'Dan Reed' },
    role: { selected_option: choice('alternate', 'Somebody else in the business') },
    phone: { value: '+44 20 7946 0009' },
  });
  expect(said.errors).toBeUndefined();
  await team.person.colin.close();
  expect(wordsOf(await message(team))).toContain('Dan Reed (alternate), +44 20 7946 0009');
  // a try that reaches nobody is on record with him, and the next one is planned
  await team.person.colin.click(await message(team), 'prompt_no_answer');
  const [call] = await team.db.prisma.activity.findMany({ where: { kind: 'call' } });
  const dan = await team.db.prisma.contact.findFirstOrThrow({ where: { name: 'Dan Reed' } });
  expect(call?.contactId).toBe(dan.id);
  expect((await asked(team)).snoozedUntil).not.toBeNull();
  // the account still stands at the reminder
  await team.person.colin.command('show acme');
  expect(wordsOf(await team.person.colin.view().catch(() => team.person.colin.last()))).toContain(
    'Polite reminder',
  );
});

it('the customer writes back, and nobody has to be looked for any more', async () => {
  const team = await noticeTeam();
  const debtor = await acmeAfterTwoReminders(team);
  await team.person.colin.click(await message(team), 'prompt_reply');
  await team.person.colin.submit({ kind: { selected_option: choice('will_pay', 'Will pay') } });
  await team.person.colin.close();
  expect(await step(team)).toMatchObject({ state: 'done' });
  expect(await asked(team)).toMatchObject({ state: 'done' });
  expect(debtor.id).toBe((await asked(team)).debtorId);
});

it('a member says that it is done; a second click changes nothing, and payment needs none', async () => {
  const team = await noticeTeam();
  await acmeAfterTwoReminders(team);
  const shown = await message(team);
  await team.person.colin.click(shown, 'prompt_done');
  await team.person.colin.click(shown, 'prompt_done').catch(() => undefined);
  expect(await step(team)).toMatchObject({ state: 'done' });
  expect(buttonsOf(await message(team), 'prompt_done')).toEqual([]);
  expect(await team.db.prisma.audit.count({ where: { action: 'task_done' } })).toBe(1);
});

it('a payment overtakes it', async () => {
  const team = await noticeTeam();
  const debtor = await acmeAfterTwoReminders(team);
  for (const invoiceId of debtor.invoiceIds) await team.pays(debtor, invoiceId);
  expect(await step(team)).toMatchObject({ state: 'cancelled' });
  expect(await asked(team)).toMatchObject({ state: 'overtaken' });
});

const choice = (value: string, text: string) => ({ text: { type: 'plain_text', text }, value });
