import { expect, it } from 'vitest';
import { dayOf } from '../../../src/core/day.ts';
import { loadDebtorFacts } from '../../../src/db/debtorFacts.ts';
import { memberLeft } from '../../../src/useCases/members/memberLeft.ts';
import { handOverPrompt } from '../../../src/useCases/prompts/handOverPrompt.ts';
import { openPrompt } from '../../../src/useCases/prompts/openPrompt.ts';
import { snoozePrompt } from '../../../src/useCases/prompts/snoozePrompt.ts';
import { ensureMember } from '../../../src/useCases/workspaces/ensureMember.ts';
import { logWritten } from '../../../src/useCases/written/logWritten.ts';
import { aDebtor } from '../../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { acme, logs, memberOf } from '../calls/callTeam.ts';
import { click, type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

const prompt = (team: NoticeTeam) => team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'call' } });
/** Messages of a member's that still offer to log the call. */
const asks = async (team: NoticeTeam, name: 'colin' | 'clara' | 'marta' | 'max') =>
  (await team.person[name].messages()).filter((m) => buttonsOf(m, 'prompt_log_call').length > 0);

it('not answered in a business day it goes to the deputy, then a manager, then it is stuck; each sees where it went', async () => {
  const team = await noticeTeam();
  await acme(team, { deputyId: team.member.clara });
  expect(await asks(team, 'colin')).toHaveLength(1);
  await team.move({ to: '2026-11-24T09:31:00Z' });
  expect(await prompt(team)).toMatchObject({ memberId: team.member.clara, escalation: 1 });
  expect(await asks(team, 'colin')).toEqual([]);
  expect((await team.person.colin.messages()).map(wordsOf).join('\n')).toContain('Clara Beck has it now');
  expect(await asks(team, 'clara')).toHaveLength(1);
  await team.move({ to: '2026-11-25T09:32:00Z' });
  const third = await prompt(team);
  expect(third.escalation).toBe(2);
  expect([team.member.marta, team.member.max]).toContain(third.memberId);
  await team.move({ to: '2026-11-30T12:00:00Z' });
  expect(await prompt(team)).toMatchObject({ escalation: 3, state: 'open' });
});

it('what came before it was asked for puts nothing off; logged from it, or later, it does', async () => {
  const team = await noticeTeam();
  const { id: debtorId } = await acme(team);
  const { openedAt, id: promptId } = await prompt(team);
  const at = new Date(openedAt.getTime() - 3_600_000);
  const about = { workspace: await team.workspace(), member: await memberOf(team, 'colin') };
  const written = { debtorId, channel: 'email' as const, isAnswer: false, at };
  await logWritten(team.db, { ...about, written, key: 'written', now: team.clock.now() });
  await logs(team, 'colin', { debtorId, outcome: 'no_answer', at });
  expect(await prompt(team)).toMatchObject({ state: 'open', snoozedUntil: null });
  await logs(team, 'colin', { debtorId, outcome: 'no_answer', at, promptId });
  expect(await prompt(team)).toMatchObject({ state: 'open', snoozedUntil: expect.any(Date) });
});

it('stuck with somebody who leaves Slack, it goes to whoever is there', async () => {
  const team = await noticeTeam();
  await acme(team, { deputyId: team.member.clara });
  for (const day of ['24', '25', '27']) await team.move({ to: `2026-11-${day}T09:45:00Z` });
  const stuck = await prompt(team);
  expect(stuck.escalation).toBe(3);
  const { id, slackUserId } = await team.db.prisma.member.findUniqueOrThrow({
    where: { id: stuck.memberId },
  });
  await memberLeft(team.db, { workspace: await team.workspace(), slackUserId, now: team.clock.now() });
  await team.move({ advance: 'PT10M' });
  const passed = await prompt(team);
  expect(passed.memberId).not.toBe(id);
  expect(passed).toMatchObject({ escalation: 3, state: 'open' });
  expect(await team.db.prisma.member.findUnique({ where: { id: passed.memberId } })).toMatchObject({
    leftAt: null,
  });
});

it('what nobody answered is asked anew of whoever takes it over: a deputy and a manager are asked after them', async () => {
  const team = await noticeTeam();
  await acme(team, { deputyId: team.member.clara });
  for (const day of ['24', '25', '27']) await team.move({ to: `2026-11-${day}T09:45:00Z` });
  const stuck = await prompt(team);
  expect(stuck.escalation).toBe(3);
  const holder = stuck.memberId === team.member.marta ? 'marta' : 'max';
  await click(team, holder, 'prompt_hand_over');
  await team.person[holder].submit({ to: { selected_user: team.person.colin.id } });
  await team.person[holder].close();
  await team.settle();
  expect(await prompt(team)).toMatchObject({ memberId: team.member.colin, escalation: 0 });
  expect(wordsOf(await team.person.colin.last())).not.toContain('nobody answered');
  await team.move({ to: '2026-11-30T12:00:00Z' });
  expect(await prompt(team)).toMatchObject({ memberId: team.member.clara, escalation: 1 });
  await team.move({ to: '2026-12-01T12:00:00Z' });
  expect(await prompt(team)).toMatchObject({ escalation: 2 });
});

it('what nobody answered goes along with its account, and is asked anew there', async () => {
  const team = await noticeTeam();
  await acme(team);
  for (const day of ['24', '25', '27']) await team.move({ to: `2026-11-${day}T09:45:00Z` });
  expect((await prompt(team)).escalation).toBe(3);
  await team.person.marta.command('assign acme @clara');
  await team.settle();
  expect(await prompt(team)).toMatchObject({ memberId: team.member.clara, escalation: 0 });
  await team.move({ to: '2026-11-30T12:00:00Z' });
  const late = await prompt(team);
  expect(late.escalation).toBe(2);
  expect([team.member.marta, team.member.max]).toContain(late.memberId);
  // handed over or not, it was asked of the account's owner, and goes along
  await team.person.marta.command('assign acme @colin');
  expect(await prompt(team)).toMatchObject({ memberId: team.member.colin, escalation: 0 });
});

it('every morning what is open stands on one new list, with its message in that thread', async () => {
  const team = await noticeTeam({ settings: { promptAnswerDays: 3 } });
  await acme(team);
  const [first] = await team.person.colin.messages();
  await aDebtor(team.db, team.workspaceId, {
    name: 'Bolt Ltd',
    ownerId: team.member.colin,
    invoices: [{ due: '2026-10-25', amount: 90_000 }],
    contacts: [{ name: 'Bea', phone: '+44 20 7946 0005' }],
  });
  await team.move({ to: '2026-11-24T09:10:00Z' });
  const lists = (await team.person.colin.messages()).filter((m) => m.text.startsWith('Your list'));
  expect(lists).toHaveLength(2);
  const [, today] = lists;
  expect(wordsOf(today ?? {})).toContain('Acme Rooms');
  expect(wordsOf(today ?? {})).toContain('Bolt Ltd');
  const open = await asks(team, 'colin');
  expect(open.map(({ thread_ts }) => thread_ts)).toEqual([today?.ts, today?.ts]);
  expect(first?.ts).not.toBe(today?.ts);
  // the second look of the morning changes nothing
  const count = (await team.person.colin.messages()).length;
  await team.move({ advance: 'PT2H' });
  expect(await team.person.colin.messages()).toHaveLength(count);
});

it('a payment overtakes it: the message says so in place, and nothing is left to click', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  for (const invoiceId of debtor.invoiceIds) await team.pays(debtor, invoiceId);
  expect(await prompt(team)).toMatchObject({ state: 'overtaken' });
  expect(await asks(team, 'colin')).toEqual([]);
  expect((await team.person.colin.messages()).map(wordsOf).join('\n')).toContain('Paid: nothing to do');
});

it('is put off by five business days at most, twice; it comes back by itself on the list of that morning', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await click(team, 'colin', 'prompt_snooze');
  const late = await colin.submit({ until: { selected_date: '2026-12-01' } });
  expect(Object.keys(late.errors ?? {})).toEqual(['until']);
  await colin.submit({ until: { selected_date: '2026-11-25' } });
  await colin.close();
  await team.move({ to: '2026-11-25T08:59:00Z' });
  expect(await prompt(team)).toMatchObject({ escalation: 0, memberId: team.member.colin });
  await team.move({ to: '2026-11-25T09:01:00Z' });
  expect((await prompt(team)).snoozedUntil).toBeNull();
  const lists = (await colin.messages()).filter((m) => m.text.startsWith('Your list'));
  expect((await asks(team, 'colin')).map(({ thread_ts }) => thread_ts)).toEqual([lists.at(-1)?.ts]);

  const again = async (key: string) =>
    snoozePrompt(team.db, {
      workspace: await team.workspace(),
      member: await memberOf(team, 'colin'),
      promptId: (await prompt(team)).id,
      until: dayOf('2026-11-27'),
      key,
      now: team.clock.now(),
    });
  await Promise.all([again('form-2'), again('form-2')]);
  expect(await prompt(team)).toMatchObject({ snoozes: 2 });
  await expect(again('form-3')).rejects.toThrow(/third/);
  await team.settle();
  await click(team, 'colin', 'prompt_snooze');
  expect(wordsOf(await colin.view())).toContain('put off twice');
});

it('a colleague overseas is asked in the morning by their own clock, never at night', async () => {
  const team = await noticeTeam();
  await team.db.prisma.member.update({
    where: { id: team.member.clara },
    data: { zone: 'America/New_York' },
  });
  await acme(team, { ownerId: team.member.clara });
  expect(await prompt(team)).toMatchObject({
    memberId: team.member.clara,
    snoozedUntil: new Date('2026-11-23T14:00:00Z'),
    answerBy: new Date('2026-11-24T14:00:00Z'),
  });
  await team.move({ to: '2026-11-23T13:59:00Z' });
  expect(await team.person.clara.messages()).toEqual([]);
  await team.move({ to: '2026-11-23T14:01:00Z' });
  const [list] = (await team.person.clara.messages()).filter((m) => m.text.startsWith('Your list'));
  expect((await asks(team, 'clara')).map(({ thread_ts }) => thread_ts)).toEqual([list?.ts]);
  await team.move({ to: '2026-11-24T13:00:00Z' });
  expect((await team.person.clara.messages()).filter((m) => m.text.startsWith('Your list'))).toHaveLength(1);
  // what is handed over at their night comes to them in their morning
  await click(team, 'clara', 'prompt_hand_over');
  await team.person.clara.submit({ to: { selected_user: team.person.colin.id } });
  await team.person.clara.close();
  expect(await asks(team, 'colin')).toHaveLength(1);
  await click(team, 'colin', 'prompt_hand_over');
  await team.person.colin.submit({ to: { selected_user: team.person.clara.id } });
  expect(await asks(team, 'clara')).toEqual([]);
  await team.move({ to: '2026-11-24T14:01:00Z' });
  expect(await asks(team, 'clara')).toHaveLength(1);
});

it('who is at work while the workspace sleeps gets one list every morning of theirs, and can send all of it', async () => {
  const team = await noticeTeam({ settings: { promptAnswerDays: 5 } });
  // nine in the morning in Tokyo is midnight in London
  await team.db.prisma.member.update({ where: { id: team.member.clara }, data: { zone: 'Asia/Tokyo' } });
  await acme(team, { ownerId: team.member.clara });
  const lists = async () =>
    (await team.person.clara.messages()).filter((m) => m.text.startsWith('Your list'));
  await team.move({ to: '2026-11-23T23:59:00Z' });
  expect(await lists()).toEqual([]);
  for (const [day, count] of [
    ['24', 1],
    ['25', 2],
    ['26', 3],
  ] as const) {
    await team.move({ to: `2026-11-${day}T00:01:00Z` });
    expect(await lists()).toHaveLength(count);
    const newest = (await lists()).at(-1);
    expect((await asks(team, 'clara')).map(({ thread_ts }) => thread_ts)).toEqual([newest?.ts]);
    await team.move({ to: `2026-11-${day}T12:00:00Z` });
    expect(await lists()).toHaveLength(count);
  }
  // what stands on a list that was drawn at the workspace's midnight is sent from it
  await aDebtor(team.db, team.workspaceId, {
    name: 'Bolt Ltd',
    ownerId: team.member.clara,
    invoices: [{ due: '2026-11-18', amount: 90_000 }],
    contacts: [{ name: 'Bea', email: 'bea@bolt.example' }],
  });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await team.move({ to: '2026-11-27T00:01:00Z' });
  await click(team, 'clara', 'reminders_send_all');
  expect((await team.mails()).map(({ to }) => to)).toEqual([['bea@bolt.example']]);
});

it('a call-back is asked of the deputy at the time that the customer named', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team, { deputyId: team.member.clara });
  const workspace = await team.workspace();
  const agreed = new Date('2026-11-27T14:00:00Z');
  await team.db.transaction((tx) =>
    openPrompt(tx, {
      ...{ workspace, debtorId: debtor.id, key: 'back', kind: 'call_back', memberId: team.member.colin },
      ...{ reasons: [], notBefore: agreed, now: team.clock.now() },
    }),
  );
  const { slackUserId } = await memberOf(team, 'colin');
  await memberLeft(team.db, { workspace, slackUserId, now: team.clock.now() });
  await team.move({ advance: 'PT10M' });
  const back = () => team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'call_back' } });
  expect(await back()).toMatchObject({ memberId: team.member.clara, snoozedUntil: agreed });
  await team.move({ to: '2026-11-27T14:01:00Z' });
  expect(await back()).toMatchObject({ memberId: team.member.clara, snoozedUntil: null });
});

it('put off until a Saturday it comes on Monday', async () => {
  const team = await noticeTeam();
  await acme(team);
  await click(team, 'colin', 'prompt_snooze');
  await team.person.colin.submit({ until: { selected_date: '2026-11-28' } });
  expect((await prompt(team)).snoozedUntil).toEqual(new Date('2026-11-30T09:00:00Z'));
});

it('is not handed to who is away; what was said when it was handed over stays with it wherever it goes', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin, clara } = team.person;
  await clara.command('away until friday');
  await click(team, 'colin', 'prompt_hand_over');
  const note = { value: 'Jane rings back before noon' };
  await colin.submit({ to: { selected_user: clara.id }, note });
  expect(wordsOf(await colin.view())).toContain('Clara Beck is away until Friday 27 November');
  expect(await prompt(team)).toMatchObject({ memberId: team.member.colin });
  await clara.command('back');
  await colin.submit({ to: { selected_user: clara.id }, note });
  await colin.close();
  expect(await prompt(team)).toMatchObject({ memberId: team.member.clara });
  await clara.command('away until friday');
  await team.move({ advance: 'PT5M' });
  const { memberId } = await prompt(team);
  const taker = memberId === team.member.marta ? 'marta' : 'max';
  const [message] = await asks(team, taker);
  expect(wordsOf(message ?? {})).toMatch(/Jane rings back before noon.*Clara Beck is away/);
  await colin.command('assign acme @clara');
  expect((await colin.last()).text).toContain('Clara Beck is away until Friday 27 November');
});

it('managers hear of accounts whose owner collects no more, and of a role that nobody has any more', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { marta, max, clara, fiona } = team.person;
  const told = async (who: typeof max) => (await who.messages()).map(({ text }) => text).join('\n');
  await marta.command('settings');
  await marta.submit({ collector: { selected_users: [clara.id] } });
  await marta.close();
  await team.settle();
  for (const who of [marta, max]) {
    expect(await told(who)).toMatch(/does not collect any more. 1 accounts are still theirs, and 1 prompts/);
    expect(await told(who)).not.toContain('Nobody');
  }
  await memberLeft(team.db, {
    ...{ workspace: await team.workspace(), slackUserId: fiona.id, now: team.clock.now() },
  });
  await team.settle();
  expect(await told(max)).toContain('Nobody is in finance any more');
  await marta.command('settings');
  await marta.submit({ collector: { selected_users: [] } });
  await team.settle();
  expect(await told(max)).toContain('Nobody is a collector any more');
});

it('is handed to a colleague with a word, once; never to somebody who could not do it', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await click(team, 'colin', 'prompt_hand_over');
  await colin.submit({ to: { selected_user: team.person.fiona.id } });
  expect(wordsOf(await colin.view())).toContain('Only collectors and managers');
  await colin.submit({ to: { selected_user: team.person.clara.id }, note: { value: 'You know Jane' } });
  expect(wordsOf(await colin.view())).toContain('Clara Beck has it now');
  expect(await prompt(team)).toMatchObject({ memberId: team.member.clara, escalation: 0 });
  const [message, ...others] = await asks(team, 'clara');
  expect(others).toEqual([]);
  expect(wordsOf(message ?? {})).toContain('You know Jane');
  const give = async () =>
    handOverPrompt(team.db, {
      workspace: await team.workspace(),
      member: await memberOf(team, 'clara'),
      promptId: (await prompt(team)).id,
      toSlackUserId: team.person.colin.id,
      note: '',
      key: 'form-2',
      now: team.clock.now(),
    });
  expect(await Promise.all([give(), give()])).toEqual(['Colin Shaw has it now.', 'Colin Shaw has it now.']);
  await team.settle();
  expect(await asks(team, 'colin')).toHaveLength(1);
});

it('a reply is classified and finishes what was asked; taken back it is asked again', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  await click(team, 'colin', 'prompt_reply');
  const delay_reason = { selected_option: 'in_payment_run' };
  expect(await colin.submit({ kind: { selected_option: 'out_of_office' }, delay_reason })).toMatchObject({
    errors: { delay_reason: expect.any(String) },
  });
  const words = { value: 'Next payment run' };
  await colin.submit({ kind: { selected_option: 'will_pay' }, delay_reason, notes: words });
  expect(await prompt(team)).toMatchObject({ state: 'done' });
  const reply = await team.db.prisma.activity.findFirstOrThrow({ where: { debtorId: debtor.id } });
  expect(reply).toMatchObject({
    kind: 'reply',
    direction: 'in',
    outcome: 'will_pay',
    notes: 'Next payment run',
    details: { delayReason: 'in_payment_run' },
  });
  await colin.click(await colin.view(), 'undo_activity');
  expect(await prompt(team)).toMatchObject({ state: 'open' });
});

it('a call for a firm date that nobody answers is done by calls and a message of our own, as its prompt says; Undo asks again', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  const shown = async () => wordsOf((await asks(team, 'colin')).at(-1) ?? {});
  expect(await shown()).toContain('attempts on 3 more business days and two channels');
  await click(team, 'colin', 'prompt_no_answer');
  await team.move({ to: '2026-11-24T15:30:00Z' });
  expect(await shown()).toContain('attempts on 2 more business days and one by another channel than call');
  await click(team, 'colin', 'prompt_wrote');
  const text = { text: { type: 'plain_text', text: 'A letter' }, value: 'letter' };
  await colin.submit({ channel: { selected_option: text }, notes: { value: 'A date, please' } });
  expect(wordsOf(await colin.view())).toContain('The letter is recorded');
  await colin.close();
  expect(await team.db.prisma.activity.findFirstOrThrow({ where: { kind: 'letter' } })).toMatchObject({
    ...{ debtorId: debtor.id, direction: 'out', counted: true, notes: 'A date, please' },
    memberId: team.member.colin,
  });
  expect(await prompt(team)).toMatchObject({ state: 'open' });
  await team.move({ to: '2026-11-25T15:30:00Z' });
  await click(team, 'colin', 'prompt_no_answer');
  expect(await prompt(team)).toMatchObject({ state: 'done' });
  const step = () => team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'commitment_call' } });
  expect(await step()).toMatchObject({ state: 'done' });
  const said = (await colin.messages()).findLast((m) => buttonsOf(m, 'undo_activity').length > 0);
  await colin.click(said ?? ({} as never), 'undo_activity');
  expect(await step()).toMatchObject({ state: 'pending' });
  expect(await prompt(team)).toMatchObject({ state: 'open' });
});

it('a broken promise is answered in writing where the contact rules forbid the call, and asked for still where they do not', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  const { id: contactId } = await team.db.prisma.contact.findFirstOrThrow({ where: { debtorId: debtor.id } });
  const asksAbout = async (key: string) => {
    const workspace = await team.workspace();
    await team.db.transaction((tx) =>
      openPrompt(tx, {
        ...{ workspace, debtorId: debtor.id, key, kind: 'broken_promise', memberId: team.member.colin },
        ...{ reasons: [], now: team.clock.now() },
      }),
    );
    await team.settle();
  };
  const broken = () => team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'broken_promise' } });
  const writes = async () => {
    await colin.command('wrote acme about the money');
    await colin.submit({});
    const said = wordsOf(await colin.view());
    await colin.close();
    return said;
  };
  await asksAbout('broken:1');
  expect(await writes()).toContain('still asked for');
  expect(await broken()).toMatchObject({ state: 'open' });
  await team.db.prisma.contact.update({ where: { id: contactId }, data: { refusedChannels: ['call'] } });
  await writes();
  expect(await broken()).toMatchObject({ state: 'done', outcome: 'Colin Shaw wrote to them.' });
});

it('a private customer of a client in the USA is written to once the validation notice is on record, with what the law wants said', async () => {
  const team = await noticeTeam({ start: '2026-11-23T15:00:00Z' });
  const dana = await aDebtor(team.db, team.workspaceId, {
    ...{ name: 'Dana Reed', kind: 'individual', country: 'US', zone: 'America/New_York' },
    ownerId: team.member.colin,
    invoices: [{ due: '2026-11-16', amount: 48_000 }],
    contacts: [{ name: 'Dana Reed', email: 'dana@reed.example' }],
  });
  await team.db.prisma.creditor.updateMany({ data: { isClient: true, email: 'credit@northwind.example' } });
  await team.settle();
  const { colin } = team.person;
  await click(team, 'colin', 'reminders_send_all');
  expect(await team.mails()).toEqual([]);
  expect(wordsOf((await colin.messages()).findLast((m) => m.ephemeral) ?? {})).toContain('validation notice');
  await colin.command('wrote dana');
  await colin.submit({
    channel: { selected_option: 'letter' },
    answer: { selected_options: ['is_answer'] },
    validation: { selected_options: ['is_validation_notice'] },
  });
  await colin.close();
  await click(team, 'colin', 'reminders_send_all');
  const [mail] = await team.mails();
  expect(mail?.to).toEqual(['dana@reed.example']);
  expect(mail?.text).toContain('no more emails');
  expect(mail?.text).toContain('debt collector');

  // days later it turns out to have been another letter
  await team.move({ advance: 'P2D' });
  const { marta } = team.person;
  await colin.command('show dana');
  expect(buttonsOf((await colin.last()) ?? {}, 'open_not_validated')).toEqual([]);
  await marta.command('show dana');
  await marta.click(await marta.last(), 'open_not_validated');
  expect(await marta.submit({ reason: { value: ' ' } })).toHaveProperty('errors.reason');
  await marta.submit({ reason: { value: 'It was the invoice, as the copy on file shows' } });
  const standing = async () =>
    (await loadDebtorFacts(team.db, await team.workspace(), [dana.id], team.clock.now())).get(dana.id);
  expect((await standing())?.debtor.validationNoticeOn).toBeUndefined();
  const [taken] = await team.db.prisma.audit.findMany({ where: { action: 'validation_taken_back' } });
  expect(taken?.actor).toBe(team.member.marta);
  await marta.command('show dana');
  expect(buttonsOf((await marta.last()) ?? {}, 'open_not_validated')).toEqual([]);
});

it('finance says that payments are up to date: on record as of today, once', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const workspace = await team.workspace();
  await team.db.transaction((tx) =>
    openPrompt(tx, {
      workspace,
      debtorId: debtor.id,
      key: 'freshness:2026-11-23',
      kind: 'freshness',
      memberId: team.member.fiona,
      reasons: [{ rule: 'freshness', outcome: 'stop', sentence: 'Payments are known up to 10 November' }],
      now: team.clock.now(),
    }),
  );
  await team.settle();
  await click(team, 'fiona', 'prompt_fresh_import');
  const [known, ...more] = await team.db.prisma.ledgerImport.findMany();
  expect(more).toEqual([]);
  expect(known).toMatchObject({ kind: 'payments', status: 'applied', memberId: team.member.fiona });
  expect(known?.asOf.toISOString()).toContain('2026-11-23');
});

it('somebody who may only look is told so, alone, and nothing changes', async () => {
  const team = await noticeTeam();
  await acme(team);
  await team.db.prisma.member.update({ where: { id: team.member.colin }, data: { role: 'viewer' } });
  for (const action of ['prompt_no_answer', 'prompt_wrong_number']) {
    await click(team, 'colin', action);
    const said = (await team.person.colin.messages()).findLast((m) => m.ephemeral);
    expect(said?.text).toContain('collectors and managers');
  }
  for (const action of ['prompt_log_call', 'prompt_snooze', 'prompt_hand_over', 'prompt_reply']) {
    await click(team, 'colin', action);
    expect(wordsOf(await team.person.colin.view())).toContain('collectors and managers');
    await team.person.colin.close();
  }
  expect(await team.db.prisma.activity.count()).toBe(0);
  expect(await prompt(team)).toMatchObject({ state: 'open', snoozes: 0 });
});

it('the last manager leaves: everybody who works with accounts is told, and the next admin who comes is a manager', async () => {
  const team = await noticeTeam();
  const workspace = await team.workspace();
  for (const name of ['max', 'marta'] as const) {
    const { slackUserId } = await memberOf(team, name);
    await memberLeft(team.db, { workspace, slackUserId, now: team.clock.now() });
  }
  await team.settle();
  const told = await team.person.colin.last();
  expect(wordsOf(told)).toContain('no manager any more');
  const { id: user } = team.person.clara;
  const client = (admin: boolean) => ({ users: { info: async () => ({ user: { is_admin: admin } }) } });
  const comes = (admin: boolean) =>
    ensureMember(team.db, { workspace, slackUserId: user, client: client(admin), now: team.clock.now() });
  expect(await comes(false)).toMatchObject({ role: 'collector' });
  expect(await comes(true)).toMatchObject({ role: 'manager' });
});

it('what is passed on counts: nobody gets more than they have room for, the rest is asked about again on the next business day', async () => {
  const team = await noticeTeam();
  await team.db.prisma.member.updateMany({ where: { role: 'manager' }, data: { capacity: 1 } });
  for (const name of ['Acme', 'Bolt', 'Cargo', 'Delta'])
    await aDebtor(team.db, team.workspaceId, {
      name,
      ownerId: team.member.colin,
      invoices: [{ due: '2026-10-15', amount: 84_050 }],
      contacts: [{ name: 'Jo', phone: '+44 20 7946 0005' }],
    });
  await team.settle();
  const held = async () => {
    const prompts = await team.db.prisma.prompt.groupBy({
      by: ['memberId'],
      where: { kind: 'call', state: 'open' },
      _count: true,
    });
    const of = (id: string) => prompts.find(({ memberId }) => memberId === id)?._count ?? 0;
    return { colin: of(team.member.colin), marta: of(team.member.marta), max: of(team.member.max) };
  };
  expect(await held()).toEqual({ colin: 4, marta: 0, max: 0 });
  await team.move({ to: '2026-11-24T10:00:00Z' });
  expect(await held()).toEqual({ colin: 2, marta: 1, max: 1 });
});
