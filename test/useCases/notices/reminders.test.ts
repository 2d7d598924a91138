import { expect, it } from 'vitest';
import { z } from 'zod';
import { dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { recipientOf } from '../../../src/core/recipientOf.ts';
import { mailedTo } from '../../../src/db/mailedTo.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { loadSituation } from '../../../src/useCases/notices/loadSituation.ts';
import { sendReminder } from '../../../src/useCases/notices/sendReminder.ts';
import { snoozePrompt } from '../../../src/useCases/prompts/snoozePrompt.ts';
import { logWritten } from '../../../src/useCases/written/logWritten.ts';
import { aDebtor, type DebtorPlan, type PlannedDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { click, type NoticeTeam, noticeTeam } from './noticeTeam.ts';
import { managerSays, nobodyKnows } from './unsureMail.ts';

const jane = { name: 'Jane Miller', role: 'payables', email: 'jane@acme.example', phone: '+44 20 7946 0000' };

/** Debtors of Colin's, reviewed, so that his list of today stands. */
async function late(team: NoticeTeam, plan: Partial<DebtorPlan> = {}) {
  const debtor = await aDebtor(team.db, team.workspaceId, {
    name: 'Acme Rooms',
    ownerId: team.member.colin,
    invoices: [{ number: `INV-${plan.name ?? 'Acme'}`, due: '2026-11-15', amount: 48_000 }],
    contacts: [jane],
    ...plan,
  });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-11-23');
  await team.settle();
  return debtor;
}

async function colinSends(team: NoticeTeam) {
  const prompt = await team.db.prisma.prompt.findFirstOrThrow({
    where: { kind: { in: ['reminder', 'notice'] }, state: 'open' },
  });
  const member = await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.colin } });
  const workspace = await team.workspace();
  return sendReminder(team.db, { workspace, promptId: prompt.id, member, now: team.clock.now() });
}

it('one click sends all of a list, each once, and the list says so', async () => {
  const team = await noticeTeam();
  await late(team);
  await late(team, { name: 'Bolt Ltd', contacts: [{ ...jane, email: 'pay@bolt.example' }] });
  await late(team, { name: 'Nobody Ltd', contacts: [] });
  await click(team, 'colin', 'reminders_send_all');
  const mails = await team.mails();
  expect(mails.map(({ to }) => to[0]).sort()).toEqual(['jane@acme.example', 'pay@bolt.example']);
  expect(mails[0]?.text).toContain('£480.00');
  const answer = (await team.person.colin.messages()).findLast((m) => m.ephemeral);
  expect(wordsOf(answer ?? {})).toContain('Nobody Ltd');
  const [list] = await team.person.colin.messages();
  expect(wordsOf(list ?? {})).toContain('pay@bolt.example');
  await expect(click(team, 'colin', 'reminders_send_all')).rejects.toThrow();
  await team.move({ advance: 'PT2H' });
  expect(await team.mails()).toHaveLength(2);
  const steps = await team.db.prisma.stageStep.groupBy({ by: ['state'], _count: true });
  expect(Object.fromEntries(steps.map(({ state, _count }) => [state, _count]))).toEqual({
    done: 2,
    pending: 1,
  });
});

it('of a long list that cannot go all that was left out is counted, and where the rest stands is said', async () => {
  const team = await noticeTeam({ start: '2026-11-23T08:00:00Z' });
  await team.db.prisma.member.updateMany({ data: { capacity: 100 } });
  for (let n = 1; n <= 60; n += 1)
    await aDebtor(team.db, team.workspaceId, {
      name: `Nobody ${n} Ltd`,
      ownerId: team.member.colin,
      invoices: [{ number: `INV-${n}`, due: '2026-11-15', amount: 48_000 }],
      contacts: [{ ...jane, email: `ap${n}@nobody.example` }],
    });
  await team.move({ to: '2026-11-23T09:10:00Z' });
  await team.db.prisma.contact.updateMany({ data: { email: null } });
  await click(team, 'colin', 'reminders_send_all');
  const answer = (await team.person.colin.messages()).findLast((m) => m.ephemeral);
  const words = wordsOf(answer ?? {});
  expect(words).toContain('Nothing was sent. 60 were left out.');
  const named = words.match(/Nobody \d+ Ltd/g) ?? [];
  expect(new Set(named).size).toBeGreaterThan(40);
  expect(words).toContain(`…and ${60 - new Set(named).size} more that were left out`);
  expect(words).toContain('stay on your list');
}, 60_000);

it('two creditors with a customer and an invoice of the same name: asked which one is meant, paid and written to each for itself', async () => {
  const team = await noticeTeam();
  const { colin } = team.person;
  const ours = await late(team, { account: 'NW-1' });
  const [number, due] = ['INV-Acme', '2026-11-15'];
  await late(team, {
    ...{ creditor: 'Southwind Ltd', account: 'SW-1', invoices: [{ number, due, amount: 31_000 }] },
    contacts: [{ ...jane, name: 'Omar Haddad', email: 'omar@acme.example' }],
  });
  await team.db.prisma.creditor.updateMany({
    where: { name: 'Southwind Ltd' },
    data: { email: 'credit@southwind.example' },
  });
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-11-23', 'Southwind Ltd');
  await colin.command('log acme rooms na');
  const question = wordsOf(await colin.last());
  for (const account of ['NW-1', 'SW-1']) expect(question).toContain(account);
  expect(await team.db.prisma.activity.count()).toBe(0);

  await team.pays(ours, ours.invoiceIds[0] ?? '');
  await click(team, 'colin', 'reminders_send_all');
  const [mail, ...others] = await team.mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: ['omar@acme.example'],
    from: expect.stringContaining('credit@southwind.example'),
  });
  expect(mail?.text).toContain('£310.00');
  expect(mail?.text).not.toMatch(/Northwind|£480/);
});

it('whoever has left signs nothing: the deputy does, and gets the answers where the creditor has no address of its own', async () => {
  const team = await noticeTeam();
  await late(team, { deputyId: team.member.clara });
  await team.db.prisma.creditor.updateMany({ data: { email: null } });
  await team.db.prisma.member.update({
    where: { id: team.member.clara },
    data: { email: 'clara@northwind.example' },
  });
  await team.db.prisma.member.update({
    where: { id: team.member.colin },
    data: { leftAt: team.clock.now() },
  });
  await team.move({ advance: 'PT10M' });
  await click(team, 'clara', 'reminders_send_all');
  const [mail] = await team.mails();
  expect(mail?.text).toContain('Clara Beck');
  expect(mail?.text).not.toContain('Colin Shaw');
  expect(mail).toMatchObject({ from: expect.stringContaining('clara@northwind.example') });
});

it('however many are sent at once, the list is drawn once', async () => {
  const team = await noticeTeam();
  for (const name of ['Acme', 'Bolt', 'Crane', 'Dune'])
    await late(team, { name, contacts: [{ ...jane, email: `ap@${name.toLowerCase()}.example` }] });
  const drawn = () => team.db.prisma.outbox.count({ where: { key: { startsWith: 'update:morning:' } } });
  const before = await drawn();
  await click(team, 'colin', 'reminders_send_all');
  expect((await drawn()) - before).toBe(1);
  const [list] = await team.person.colin.messages();
  for (const name of ['acme', 'bolt', 'crane', 'dune']) expect(wordsOf(list ?? {})).toContain(`ap@${name}`);
});

it('shows word for word what would go, and sends it from there', async () => {
  const team = await noticeTeam();
  await late(team);
  await click(team, 'colin', 'prompt_look');
  const look = await team.person.colin.view();
  expect(wordsOf(look)).toContain('jane@acme.example');
  expect(wordsOf(look)).toContain('INV-Acme');
  await team.person.colin.click(look, 'prompt_send');
  const [mail] = await team.mails();
  expect(mail?.subject && wordsOf(look)).toContain(mail?.subject ?? '-');
});

it('clicked twice at once, one mail goes out', async () => {
  const team = await noticeTeam();
  await late(team);
  const both = await Promise.all([colinSends(team), colinSends(team)]);
  expect(both.filter(({ queued }) => queued)).toHaveLength(1);
  await team.settle();
  expect(await team.mails()).toHaveLength(1);
});

it('is not sent when it is paid, or answered, after the click; the list says why', async () => {
  const team = await noticeTeam();
  const acme = await late(team);
  await colinSends(team);
  await team.pays(acme, acme.invoiceIds[0] ?? '');
  expect(await team.mails()).toEqual([]);
  const prompt = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'reminder' } });
  expect(prompt.outcome).toMatch(/paid/);
  expect((await team.db.prisma.stageStep.findFirstOrThrow()).state).toBe('cancelled');
});

it('viewers do not send, and one without anybody to write to asks for a contact', async () => {
  const team = await noticeTeam();
  await late(team, { contacts: [] });
  const prompt = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'reminder' } });
  const vera = await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.vera } });
  const about = { workspace: await team.workspace(), promptId: prompt.id, now: team.clock.now() };
  await expect(sendReminder(team.db, { ...about, member: vera })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(colinSends(team)).rejects.toMatchObject({ code: 'no_recipient' });
  expect((await team.db.prisma.prompt.findFirstOrThrow({ where: { id: prompt.id } })).state).toBe('open');
});

it('a refused address is told to the owner, who mends it and sends again', async () => {
  const team = await noticeTeam();
  const acme = await late(team);
  await team.fault({ kind: 'mail_reject', times: 1 });
  await colinSends(team);
  await team.settle();
  expect(await team.mails()).toEqual([]);
  expect((await team.db.prisma.stageStep.findFirstOrThrow()).state).toBe('failed');
  const again = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'notice', state: 'open' } });
  expect(again.memberId).toBe(team.member.colin);
  await team.db.prisma.contact.updateMany({
    where: { debtorId: acme.id },
    data: { email: 'new@acme.example' },
  });
  await colinSends(team);
  await team.settle();
  expect((await team.mails()).map(({ to }) => to[0])).toEqual(['new@acme.example']);
  expect((await team.db.prisma.stageStep.findFirstOrThrow()).state).toBe('done');
});

it('when nobody knows whether it went out a manager is asked, and nothing is sent meanwhile', async () => {
  const team = await noticeTeam();
  await late(team);
  await colinSends(team);
  await nobodyKnows(team);
  await managerSays(team, 'prompt_was_not_sent');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  await colinSends(team);
  await team.settle();
  expect(await team.mails()).toHaveLength(1);
});

it('a mailbox that is on file at two accounts takes one message a business day, whoever it is about', async () => {
  const team = await noticeTeam();
  const desk = { name: 'Accounts', role: 'payables', email: 'ap@group.example' };
  await late(team, { contacts: [desk] });
  await late(team, { name: 'Bolt Ltd', contacts: [{ ...desk, email: 'AP@Group.example' }] });
  await team.db.prisma.contact.updateMany({ data: { isMailbox: true } });
  await click(team, 'colin', 'reminders_send_all');
  expect(await team.mails()).toHaveLength(1);
  const answer = (await team.person.colin.messages()).findLast((m) => m.ephemeral);
  expect(wordsOf(answer ?? {})).toContain('one message a business day');
  await expect(colinSends(team)).rejects.toMatchObject({ code: 'not_now' });
  await team.move({ to: '2026-11-24T10:00:00Z' });
  await colinSends(team);
  await team.settle();
  expect((await team.mails()).map(({ to }) => to[0]?.toLowerCase())).toEqual([desk.email, desk.email]);
  // what a member mailed there without Duly counts as well, until it is taken back
  const workspace = await team.workspace();
  const mails = () =>
    mailedTo(team.db, { workspaceId: team.workspaceId, addresses: [desk.email], now: team.clock.now() });
  const { id: contactId, debtorId } = await team.db.prisma.contact.findFirstOrThrow();
  const member = await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.colin } });
  const written = { debtorId, contactId, channel: 'email' as const, isAnswer: true, at: team.clock.now() };
  const about = { workspace, member, now: team.clock.now() };
  const { activityId } = await logWritten(team.db, { ...about, written, key: 'written:1' });
  expect(await mails()).toHaveLength(3);
  await undoActivity(team.db, { ...about, activityId });
  expect(await mails()).toHaveLength(2);
});

it('is written to the payables contact, else to another person, else to the mailbox', async () => {
  const team = await noticeTeam();
  const acme = await late(team, {
    contacts: [
      { name: 'Accounts', role: 'payables', email: 'ap@acme.example' },
      { name: 'Otto', role: 'director', email: 'otto@acme.example' },
      { ...jane },
    ],
  });
  const contact = (position: number) => ({ where: { id: acme.contactIds[position] ?? '' } });
  await team.db.prisma.contact.update({ ...contact(0), data: { isMailbox: true } });
  const recipient = async () => {
    const about = { workspace: await team.workspace(), debtorId: acme.id, now: team.clock.now() };
    const known = await loadSituation(team.db, about);
    return known && recipientOf(known.facts)?.email;
  };
  expect(await recipient()).toBe('jane@acme.example');
  await team.db.prisma.contact.update({ ...contact(2), data: { deadChannels: ['email'] } });
  expect(await recipient()).toBe('otto@acme.example');
  await team.db.prisma.contact.update({ ...contact(1), data: { doNotContact: true } });
  expect(await recipient()).toBe('ap@acme.example');
});

it('a limit of the house is overridden with a reason on record, and only with one', async () => {
  const team = await noticeTeam();
  const { db, workspaceId, person } = team;
  const acme = await late(team);
  const did = (debtor: PlannedDebtor, day: string, known: { kind: string; counted?: boolean }) => {
    const at = new Date(`${day}T15:00:00Z`);
    const about = { workspaceId, debtorId: debtor.id, contactId: debtor.contactIds[0] ?? '' };
    return { ...about, id: newId(), outcome: 'no_answer', at, recordedAt: at, ...known };
  };
  await db.prisma.activity.create({ data: did(acme, '2026-11-20', { kind: 'email', counted: true }) });
  await click(team, 'colin', 'reminders_send_all');
  expect(await team.mails()).toEqual([]);
  const left = await person.colin.last();
  const prompt = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'reminder' } });
  await person.colin.click(left, `prompt_send_anyway:${prompt.id}`, { value: prompt.id });
  expect(await person.colin.submit({ reason: { value: ' ' } })).toHaveProperty('errors.reason');
  await person.colin.submit({ reason: { value: 'Jane asked for it on the stairs' } });
  await team.settle();
  expect(await team.mails()).toHaveLength(1);

  const bolt = await aDebtor(db, workspaceId, {
    name: 'Bolt Ltd',
    ownerId: team.member.colin,
    invoices: [{ number: 'INV-Bolt', due: '2026-11-15', amount: 48_000 }],
    contacts: [{ ...jane, email: 'pay@bolt.example' }],
  });
  const calls = ['2026-11-18', '2026-11-19', '2026-11-20'].map((day) => did(bolt, day, { kind: 'call' }));
  await db.prisma.activity.createMany({ data: calls });
  await team.settle();
  await click(team, 'colin', 'prompt_call_anyway');
  expect(wordsOf(await person.colin.view())).toContain('3 of 3 calls');
  await person.colin.submit({ reason: { value: 'Their director expects us' } });
  expect((await person.colin.view()).callback_id).toBe('call_log');
  const notes = await db.prisma.activity.findMany({
    where: { outcome: 'limit_overridden' },
    orderBy: { at: 'asc' },
  });
  expect(notes.map(({ notes }) => notes)).toEqual([
    'Jane asked for it on the stairs',
    'Their director expects us',
  ]);
  const audited = await db.sql(
    z.object({ why: z.string() }),
    "SELECT why FROM audit WHERE action = 'house_limit_overridden' ORDER BY at",
  );
  expect(audited.map(({ why }) => why)).toEqual(notes.map(({ notes }) => notes));
  await person.colin.close();
  await person.colin.command('why bolt');
  expect(wordsOf(await person.colin.last())).toContain('Their director expects us');
  await expect(click(team, 'colin', 'prompt_call_anyway')).rejects.toThrow();
});

const OWN_STAGES = `key: business
name: Business customers
appliesTo: {kinds: [business]}
rungs:
  - {key: chase, kind: written, day: 7, oneClick: true}
  - {key: second_look, kind: written, day: 20, oneClick: true}
  - {key: ask_sales, kind: task, day: 38}
  - {key: hand_off, kind: task, day: 90, harsh: true, asks: manager, approvedBy: [manager, finance]}
`;

it('a stage of their own is sent in words that fit it, and a task of their own is done by word and hands nothing off', async () => {
  const team = await noticeTeam();
  const { marta } = team.person;
  await marta.command('policy');
  await marta.click(await marta.view(), 'policy_text', { value: 'business' });
  await marta.submit({ text: { value: OWN_STAGES.replace('day: 38', 'day: 38, approvedBy: [manager]') } });
  expect(wordsOf(await marta.view())).toMatch(/Line 7, column \d+: Ask sales cannot wait for an approval/);
  await marta.click(await marta.view(), 'policy_text', { value: 'business' });
  await marta.submit({ text: { value: OWN_STAGES } });
  await marta.click(await marta.view(), 'policy_stage:ask_sales', { value: 'business ask_sales' });
  await marta.submit({ day: { value: '40' } });
  await marta.click(await marta.view(), 'policy_switch_on', { value: 'business' });
  expect(wordsOf(await marta.view())).toContain('Version 1');
  await marta.close();

  await late(team, { invoices: [{ number: 'INV-1', due: '2026-11-02', amount: 48_000 }] });
  expect(await colinSends(team)).toMatchObject({ queued: true });
  await team.settle();
  expect((await team.mails())[0]?.text).toContain('INV-1');
  const sent = await team.db.prisma.notice.findFirstOrThrow();
  expect(sent).toMatchObject({ kind: 'second_look', state: 'sent' });

  await late(team, { name: 'Bolt Ltd', invoices: [{ due: '2026-10-12', amount: 48_000 }] });
  await click(team, 'colin', 'prompt_done');
  const steps = await team.db.prisma.stageStep.findMany({ orderBy: { stage: 'asc' } });
  expect(steps.map(({ stage, state }) => [stage, state])).toEqual([
    ['ask_sales', 'done'],
    ['second_look', 'done'],
  ]);
  expect(await team.db.prisma.handOff.count()).toBe(0);
});

it('what is put off does not go with the others, and the list says until when', async () => {
  const team = await noticeTeam();
  await late(team);
  await late(team, { name: 'Bolt Ltd', contacts: [{ ...jane, email: 'pay@bolt.example' }] });
  const prompt = await team.db.prisma.prompt.findFirstOrThrow({
    where: {
      kind: 'reminder',
      debtorId: {
        in: (await team.db.prisma.debtor.findMany({ where: { name: 'Bolt Ltd' } })).map(({ id }) => id),
      },
    },
  });
  const member = await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.colin } });
  const asking = { workspace: await team.workspace(), member, promptId: prompt.id, key: newId() };
  await snoozePrompt(team.db, { ...asking, until: dayOf('2026-11-26'), now: team.clock.now() });
  await team.settle();
  const [list] = await team.person.colin.messages();
  expect(wordsOf(list ?? {})).toContain('Thursday 26 November');
  await click(team, 'colin', 'reminders_send_all');
  expect((await team.mails()).map(({ to }) => to[0])).toEqual(['jane@acme.example']);
});
