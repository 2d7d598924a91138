import { expect, it } from 'vitest';
import { newId } from '../../../src/core/newId.ts';
import { reviewSoon } from '../../../src/db/debtors.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { sendReminder } from '../../../src/useCases/notices/sendReminder.ts';
import { logPlan } from '../../../src/useCases/plans/logPlan.ts';
import { sendConfirmation } from '../../../src/useCases/promises/sendConfirmation.ts';
import type { PlannedDebtor } from '../../support/aDebtor.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';
import { acme, type Desk, logs, memberOf, promised } from '../calls/callTeam.ts';
import { click, noticeTeam } from '../notices/noticeTeam.ts';

const THE_DAY_BEFORE = '2026-11-26T10:00:00Z';

const asked = ({ db }: Desk) =>
  db.prisma.prompt.findMany({ where: { kind: 'promise_reminder' }, orderBy: { openedAt: 'asc' } });
const states = async (team: Desk) => (await asked(team)).map(({ state }) => state);

/** £840.50 by Friday 27 November, promised on Monday. */
async function friday(team: Desk, debtor: PlannedDebtor) {
  return logs(team, 'colin', { ...promised(debtor.id, 84_050, '2026-11-27'), at: team.clock.now() });
}

/** Three weekly instalments of that money in all, the first on Friday 27 November. */
async function inThree(team: Desk, debtor: PlannedDebtor, amount: bigint) {
  const words = {
    ...{ currency: 'GBP', amount, on: '2026-11-27', method: 'transfer' as const, invoiceIds: [] },
    ...{ count: 3, rhythm: 'weekly' as const },
  };
  await logPlan(team.db, {
    ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin'), debtorId: debtor.id },
    ...{ key: newId(), contactId: undefined, notes: undefined, words, now: team.clock.now() },
  });
  await team.settle();
}

async function clicks(team: Desk) {
  const [prompt] = await asked(team);
  return sendReminder(team.db, {
    ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin') },
    ...{ promptId: prompt?.id ?? '', now: team.clock.now() },
  });
}

it('the business day before, one click sends what is due of promises and instalments, each once', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  await friday(team, debtor);
  const bolt = await acme(team, {
    ...{ name: 'Bolt Ltd', account: 'BOLT-01' },
    contacts: [{ name: 'Bob Bolt', role: 'payables', email: 'pay@bolt.example' }],
    invoices: [{ number: 'INV-9', due: '2026-10-20', amount: 90_000 }],
  });
  await inThree(team, bolt, 90_000n);
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await team.move({ to: '2026-11-25T10:00:00Z' });
  expect(await asked(team)).toEqual([]);

  await team.move({ to: THE_DAY_BEFORE });
  expect(await states(team)).toEqual(['open', 'open']);
  await click(team, 'colin', 'prompt_look');
  expect(wordsOf(await team.person.colin.view())).toContain('27 November 2026');
  await click(team, 'colin', 'reminders_send_all');
  const mails = await team.mails();
  expect(mails.map(({ to }) => to[0]).sort()).toEqual(['jane@acme.example', 'pay@bolt.example']);
  const text = (to: string) => mails.find((mail) => mail.to[0] === to)?.text;
  expect(text('jane@acme.example')).toContain('£840.50, to be paid by bank transfer on 27 November 2026');
  expect(text('jane@acme.example')).not.toMatch(/overdue promise|debt|broken/i);
  expect(text('pay@bolt.example')).toContain('£300.00');
  await expect(click(team, 'colin', 'reminders_send_all')).rejects.toThrow();
  await expect(click(team, 'colin', 'prompt_send')).rejects.toThrow();
  await team.move({ advance: 'PT3H' });
  await team.move({ to: '2026-11-27T10:00:00Z' });
  expect(await team.mails()).toHaveLength(2);
  expect(await states(team)).toEqual(['done', 'done']);
});

it('money that came between the click and the mail holds it back, and nobody is asked again', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  await friday(team, debtor);
  await team.move({ to: THE_DAY_BEFORE });
  await clicks(team);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await team.mails()).toEqual([]);
  expect(await asked(team)).toMatchObject([{ state: 'overtaken' }]);
});

it.each<[string, (team: CallDesk, debtor: PlannedDebtor, activityId: string) => Promise<unknown>]>([
  ['the money came', (team, { invoiceIds: [id = ''] }) => pays(team, id)],
  ['it gave way to another', (team, { id }) => logs(team, 'marta', later(team, id))],
  [
    'it was taken back',
    async (team, _, activityId) =>
      undoActivity(team.db, {
        ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin') },
        ...{ activityId, now: team.clock.now() },
      }),
  ],
  [
    'the customer wished to hear nothing more',
    (team, { id: debtorId }) =>
      team.db.prisma.debtorCondition.create({
        data: {
          ...{ id: newId(), workspaceId: team.workspaceId, debtorId, kind: 'cease' },
          ...{ sinceOn: new Date('2026-11-26'), recordedAt: team.clock.now() },
        },
      }),
  ],
])('when %s after the list was drawn, a click sends nothing and the question ends', async (_, happens) => {
  const team = await callDesk();
  const debtor = await acme(team);
  await team.move('2026-11-26T08:55:00Z');
  const given = { ...promised(debtor.id, 84_050, '2026-11-27'), at: new Date('2026-11-23T09:30:00Z') };
  const { activityId } = await logs(team, 'colin', given);
  await team.move('2026-11-26T09:05:00Z');
  expect(await states(team)).toEqual(['open']);
  await happens(team, debtor, activityId);
  const clicked = await clicks(team).then(
    ({ queued }) => queued,
    ({ code }) => code,
  );
  expect([false, 'not_now']).toContain(clicked);
  await team.db.transaction((tx) => reviewSoon(tx, team.workspaceId, debtor.id, team.clock.now()));
  await team.settle();
  expect(await states(team)).not.toContain('open');
  expect(await team.db.prisma.outbox.count({ where: { kind: 'mail' } })).toBe(0);
});

it('a part that came is not asked for, and on the promised day nobody is reminded any more', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await friday(team, debtor);
  await team.move('2026-11-24T10:00:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 20_000n);
  await team.move(THE_DAY_BEFORE);
  await clicks(team);
  const { payload } = await team.db.prisma.outbox.findFirstOrThrow({ where: { kind: 'mail' } });
  expect(JSON.stringify(payload)).toContain('£640.50');
  const late = await callDesk();
  await friday(late, await acme(late));
  await late.move(THE_DAY_BEFORE);
  await late.move('2026-11-27T09:00:00Z');
  expect(await states(late)).toEqual(['overtaken']);
});

it('an instalment whose money was booked this minute is not asked for, though its invoices are open', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await inThree(team, debtor, 128_450n);
  await team.move(THE_DAY_BEFORE);
  await pays(team, debtor.invoiceIds[0] ?? '', 42_817n);
  await expect(clicks(team)).rejects.toMatchObject({ code: 'not_now' });
});

const later = (team: CallDesk, debtorId: string) => ({
  ...promised(debtorId, 84_050, '2026-12-04'),
  at: team.clock.now(),
});

/** The money is booked; no review has seen it yet. */
async function pays({ db, clock, workspaceId }: CallDesk, invoiceId: string, part?: bigint) {
  await db.transaction(async (tx) => {
    const { creditorId, debtorId, currency, outstanding } = await tx.prisma.invoice.findUniqueOrThrow({
      where: { id: invoiceId },
    });
    const amount = part ?? outstanding;
    const common = { workspaceId, amount, recordedAt: clock.now() };
    const id = newId();
    await tx.prisma.payment.create({
      data: {
        ...{ ...common, id, creditorId, debtorId, currency, unapplied: amount },
        ...{ valueOn: new Date('2026-11-26'), origin: 'bank', key: `bank:${id}` },
      },
    });
    await tx.prisma.allocation.create({
      data: { ...common, id: newId(), paymentId: id, invoiceId, effectiveOn: new Date('2026-11-26') },
    });
  });
}

it('a promise is confirmed by mail the same day with one click, once, and spacing does not count it', async () => {
  const team = await noticeTeam();
  await acme(team);
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  const { colin } = team.person;
  await colin.command('promise acme 840.50 by friday');
  await colin.submit({});
  const said = await colin.view();
  await colin.click(said, 'promise_confirm');
  expect(wordsOf(await colin.view())).toContain('on its way to jane@acme.example');
  await team.settle();
  const [mail, ...more] = await team.mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: ['jane@acme.example'] });
  expect(mail?.text).toContain('£840.50');
  expect(mail?.text).toContain('reply to confirm');
  const sent = await team.db.prisma.activity.findFirstOrThrow({ where: { kind: 'email' } });
  expect(sent).toMatchObject({ counted: false, noticeId: expect.any(String) });

  const { id: promiseId } = await team.db.prisma.promise.findFirstOrThrow();
  const about = { workspace: await team.workspace(), member: await memberOf(team, 'colin'), promiseId };
  const again = await sendConfirmation(team.db, { ...about, now: team.clock.now() });
  expect(again.said.join(' ')).toContain('already');
  await team.move({ to: '2026-11-25T10:00:00Z' });
  expect(await team.mails()).toHaveLength(1);
});

/** A credit note of so much stands open in Acme's ledger. */
async function getsCredit({ db, workspaceId, clock, settle }: Desk, debtorId: string, amount: bigint) {
  const { creditorId } = await db.prisma.debtor.findUniqueOrThrow({ where: { id: debtorId } });
  const on = new Date('2026-11-24');
  await db.prisma.invoice.create({
    data: {
      ...{ id: newId(), workspaceId, creditorId, debtorId, number: 'CN-1', kind: 'credit_note' },
      ...{ issuedOn: on, dueOn: on, currency: 'GBP', recordedAt: clock.now() },
      ...{ amount: -amount, outstanding: -amount },
    },
  });
  await settle();
}

it('whose credits cover what was promised is not reminded of it', async () => {
  const team = await callDesk();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 84_050 }] });
  await friday(team, debtor);
  await getsCredit(team, debtor.id, 100_000n);
  await team.move(THE_DAY_BEFORE);
  expect(await asked(team)).toEqual([]);
});

it('nobody is reminded of what is not asked for any more: the mail shows what is contested and what is credited', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 84_050 }] });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await friday(team, debtor);
  const { colin } = team.person;
  await colin.command('dispute INV-1');
  await colin.submit({ dispute_reason: { selected_option: 'price' }, disputed_amount: { value: '200' } });
  await colin.close();
  await getsCredit(team, debtor.id, 10_000n);
  await team.move({ to: THE_DAY_BEFORE });
  await click(team, 'colin', 'prompt_send');
  const [mail] = await team.mails();
  expect(mail?.subject).toContain('£540.50');
  expect(mail?.text).toContain('your payment of £540.50');
  expect(mail?.text).toMatch(/Under query.*£200\.00/);
  expect(mail?.text).toMatch(/CN-1.*£100\.00/);
  expect(mail?.text).toMatch(/pay: £540\.50/i);
});
