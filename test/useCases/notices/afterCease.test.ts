import { expect, it } from 'vitest';
import { newId } from '../../../src/core/newId.ts';
import { proposeCeaseNotice } from '../../../src/useCases/notices/proposeCeaseNotice.ts';
import { useApproval } from '../../../src/useCases/notices/useApproval.ts';
import { readPdf } from '../../notices/readPdf.ts';
import { aDebtor, type PlannedDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { click, type NoticeTeam, noticeTeam } from './noticeTeam.ts';

/** Half past ten on a Monday morning in New York. */
const MORNING_THERE = '2026-11-23T15:30:00Z';
const REMEDY = 'a claim for the balance in the civil court';

/** Mary Jones of New York, a private customer of the agency's client Northwind, with two invoices that are late. */
async function mary(team: NoticeTeam, { isClient = true } = {}): Promise<PlannedDebtor> {
  const { db, workspaceId, member } = team;
  const debtor = await aDebtor(db, workspaceId, {
    name: 'Mary Jones',
    account: 'MJ-7',
    kind: 'individual',
    country: 'US',
    zone: 'America/New_York',
    ownerId: member.colin,
    invoices: [
      { number: 'N-1', due: '2026-10-26', amount: 42_000, currency: 'USD' },
      { number: 'N-2', due: '2026-11-02', amount: 8000, currency: 'USD' },
    ],
    contacts: [{ name: 'Mary Jones', role: 'payables', email: 'mary@home.example' }],
  });
  await db.prisma.creditor.updateMany({
    where: { workspaceId },
    data: {
      isClient,
      email: 'desk@agency.example',
      bankDetails: { holder: 'Northwind Ltd', iban: 'GB33BUKB20201555555555' },
    },
  });
  await db.prisma.activity.create({
    data: {
      ...{ id: newId(), workspaceId, debtorId: debtor.id, kind: 'letter', outcome: 'sent' },
      ...{ at: new Date('2026-09-01T14:00:00Z'), recordedAt: new Date('2026-09-01T14:00:00Z') },
      details: { validationNotice: true },
    },
  });
  await paymentsKnownUntil(db, workspaceId, '2026-11-23');
  await team.settle();
  return debtor;
}

async function stops(team: NoticeTeam, words: string): Promise<void> {
  const { colin } = team.person;
  await colin.command(`stop "Mary Jones" ${words}`);
  await colin.submit();
  await colin.close();
  await team.settle();
}

/** Colin asks for one of the notices; answers what the window says then. */
async function asks(team: NoticeTeam, purpose: string, remedy = ''): Promise<string> {
  const { colin } = team.person;
  await colin.command('notice "Mary Jones"');
  await colin.click(await colin.last(), 'open_cease_notice');
  expect(
    await colin.submit({ purpose: { selected_option: purpose }, remedy: { value: remedy } }),
  ).toMatchObject({ ok: true });
  const said = wordsOf(await colin.view());
  await colin.close();
  await team.settle();
  return said;
}

const approvals = (team: NoticeTeam) => team.db.prisma.approval.findMany({ orderBy: { requestedAt: 'asc' } });

it('after a wish to cease contact what is due goes no more; the notice that our efforts end is asked for, approved and mailed once', async () => {
  const team = await noticeTeam({ start: MORNING_THERE });
  const { colin, max } = team.person;
  await mary(team);
  await stops(team, 'asks us to cease all contact');
  const said = (await colin.messages()).map(wordsOf).join('\n');
  expect(said).not.toContain('may be sent');
  await colin.command('show "Mary Jones"');
  const account = wordsOf(await colin.last());
  expect(account).toContain('US Regulation F still permits a notice that our efforts end');
  expect(account).toContain('no contact but the notices that US Regulation F permits');
  await colin.command('why "Mary Jones"');
  expect(wordsOf(await colin.last())).toContain('with /debt notice');
  await colin.command('statement "Mary Jones"');
  await team.settle();
  expect(await team.mails()).toEqual([]);
  const told = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'decide_condition' } });
  expect(JSON.stringify(told.details)).toContain('US Regulation F still permits a notice');

  await colin.command('notice "Mary Jones"');
  const offer = wordsOf(await colin.last());
  expect(offer).toContain('The customer asked us to cease contact');
  expect(offer).toContain(
    'that our efforts end, of a remedy that may be used or of a remedy that will be used',
  );
  // who may not write to customers is told why nothing is due, and offered nothing
  const { fiona } = team.person;
  await fiona.command('notice "Mary Jones"');
  const refused = await fiona.last();
  expect(wordsOf(refused)).toContain('No notice of Mary Jones is due');
  expect(JSON.stringify(refused)).not.toContain('open_cease_notice');
  expect(await asks(team, 'efforts_end')).toContain('Colin');
  const request = await team.request();
  const words = wordsOf(request);
  expect(words).toContain('Notice that our efforts end for Mary Jones');
  expect(words).toContain('$500.00');
  expect(words).toContain('12 CFR 1006.6(c)(2)(i), permits this notice');
  expect(words).toContain('mary@home.example');
  // the asker cannot approve, and what is asked for is asked for once
  await colin.react(request, 'white_check_mark');
  await colin.command('notice "Mary Jones"');
  expect(wordsOf(await colin.last())).toContain('asked for already');

  await max.react(request, 'white_check_mark');
  await team.move({ advance: 'PT9M' });
  expect(await team.mails()).toEqual([]);
  await team.move({ advance: 'PT2M' });
  const [mail, ...others] = await team.mails();
  expect(others).toEqual([]);
  expect(mail?.to).toEqual(['mary@home.example']);
  expect(mail?.text).toContain('we are ending our efforts on your account MJ-7 with Northwind Ltd');
  expect(mail?.text).toContain('This communication is from a debt collector.');
  expect(mail?.text).toContain('no more emails');
  expect(mail?.text).not.toMatch(/N-1|420|500|IBAN|GB33|please pay|payment/i);
  const [letter] = mail?.attachments ?? [];
  expect(letter?.filename).toBe('efforts-end-MJ-7-2026-11-23.pdf');
  const pdf = readPdf(Buffer.from(letter?.content_base64 ?? '', 'base64')).pages.join(' ');
  expect(pdf).toContain('we are ending our efforts');
  expect(pdf).toContain('This communication is from a debt collector.');
  expect(pdf).not.toMatch(/N-1|420|500\.00|GB33|Please pay|Amount to pay/);
  expect(await team.thread(request)).toContain('Sent to Mary Jones');

  // it was said: nothing more is, by whichever purpose
  await team.move({ advance: 'P3D' });
  expect(await team.mails()).toHaveLength(1);
  await colin.command('notice "Mary Jones"');
  const after = await colin.last();
  expect(JSON.stringify(after.blocks)).not.toContain('open_cease_notice');
  await colin.command('show "Mary Jones"');
  expect(wordsOf(await colin.last())).toContain(
    'Nothing more may be written to them; the notice that our efforts end went on 23 Nov 2026',
  );
});

it('a notice of a remedy wants one that asks for nothing, is written again where money came, and says each thing once', async () => {
  const team = await noticeTeam({ start: MORNING_THERE });
  const { colin, max } = team.person;
  const debtor = await mary(team);
  await stops(team, 'asks us to cease all contact');
  await colin.command('notice "Mary Jones"');
  const offer = await colin.last();
  await colin.click(offer, 'open_cease_notice');
  for (const [purpose, remedy, field] of [
    ['remedy_possible', '', 'remedy'],
    ['remedy_possible', 'please pay now, else a claim in court', 'remedy'],
    ['remedy_intended', 'a claim, see https://pay.example', 'remedy'],
    ['efforts_end', REMEDY, 'remedy'],
  ] as const)
    expect(
      await colin.submit({ purpose: { selected_option: purpose }, remedy: { value: remedy } }),
    ).toMatchObject({ errors: { [field]: expect.any(String) } });
  await colin.submit({ purpose: { selected_option: 'remedy_possible' }, remedy: { value: REMEDY } });
  expect(wordsOf(await colin.view())).toContain('asked for approval');
  await colin.close();
  // a window that was left open asks nothing more
  await colin.click(offer, 'open_cease_notice');
  await colin.submit({ purpose: { selected_option: 'remedy_intended' }, remedy: { value: REMEDY } });
  expect(wordsOf(await colin.view())).toContain('asked for already');
  await colin.close();
  await team.settle();

  const request = await team.request();
  expect(wordsOf(request)).toContain('we or the creditor ordinarily use that remedy.');
  expect(wordsOf(request)).toContain(REMEDY);
  await max.react(request, 'white_check_mark');
  await team.pays(debtor, debtor.invoiceIds[1] ?? '');
  expect(wordsOf(await team.request())).toContain('$420.00');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  await max.react(await team.request(), 'white_check_mark', true);
  await max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  const [mail] = await team.mails();
  expect(mail?.text).toContain(`The remedy is: ${REMEDY}`);
  expect(mail?.text).toContain('may use on your account MJ-7');
  expect(mail?.text).not.toMatch(/420|N-1|please pay/i);

  await team.move({ to: '2026-11-30T15:30:00Z' });
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-11-30');
  await colin.command('notice "Mary Jones"');
  await colin.click(await colin.last(), 'open_cease_notice');
  expect(JSON.stringify((await colin.view()).blocks)).not.toContain('remedy_possible');
  await colin.close();
  expect(await asks(team, 'remedy_intended', REMEDY)).toContain('asked for approval');
  await max.react(await team.request(), 'white_check_mark');
  // paid in full before it goes: nothing is left to say
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toHaveLength(1);
  expect((await approvals(team)).map(({ state }) => state)).toEqual(['used', 'cancelled']);
});

it('a second condition stops it; a wish that is taken back with evidence ends the request, and the policy goes on', async () => {
  const team = await noticeTeam({ start: MORNING_THERE });
  const { colin, marta, max } = team.person;
  const debtor = await mary(team);
  await stops(team, 'asks us to cease all contact');
  await asks(team, 'remedy_intended', REMEDY);
  await max.react(await team.request(), 'white_check_mark');
  await stops(team, 'represented by a lawyer, Smith and Sons');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  expect((await approvals(team)).at(-1)).toMatchObject({
    state: 'cancelled',
    outcome: expect.stringContaining('represented by somebody else'),
  });
  await colin.command('notice "Mary Jones"');
  expect(JSON.stringify((await colin.last()).blocks)).not.toContain('open_cease_notice');

  const end = async (kind: string) => {
    const own = { debtorId: debtor.id, kind, endedOn: null };
    const { id } = await team.db.prisma.debtorCondition.findFirstOrThrow({ where: own });
    await marta.command('stop "Mary Jones"');
    await marta.click(await marta.view(), 'end_condition', { value: id });
    await marta.submit({ how: { selected_option: 'wrong' }, reason: { value: 'Another Mary Jones' } });
    await marta.close();
    await team.settle();
  };
  await end('representation');
  await asks(team, 'remedy_intended', REMEDY);
  await max.react(await team.request(), 'white_check_mark');
  await end('cease');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  expect((await approvals(team)).at(-1)).toMatchObject({
    state: 'cancelled',
    outcome: expect.stringContaining('No wish to cease contact stands'),
  });
});

it('what is approved at night there waits for eight in the morning; taken back it comes to the owner, who asks again', async () => {
  const team = await noticeTeam({ start: '2026-11-23T09:30:00Z' });
  const { colin, max } = team.person;
  await mary(team);
  await stops(team, 'asks us to cease all contact');
  await asks(team, 'efforts_end');
  await max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT5M' });
  await max.react(await team.request(), 'white_check_mark', true);
  await team.settle();
  const back = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'approval_ended' } });
  expect(back.memberId).toBe(team.member.colin);
  expect(JSON.stringify(back.details)).toContain('Ask for it again with /debt notice');

  await asks(team, 'efforts_end');
  const request = await team.request();
  await max.react(request, 'white_check_mark');
  await team.move({ to: '2026-11-23T12:55:00Z' });
  expect(await team.mails()).toEqual([]);
  expect(await team.thread(request)).toContain('It waits');
  await team.move({ to: '2026-11-23T14:00:00Z' });
  expect(await team.mails()).toHaveLength(1);
  await colin.command('notice "Mary Jones"');
  expect(JSON.stringify((await colin.last()).blocks)).not.toContain('open_cease_notice');
});

it('where the law says nothing of it, a wish to cease contact leaves nothing to be written', async () => {
  const team = await noticeTeam({ start: MORNING_THERE });
  const { colin } = team.person;
  const debtor = await mary(team, { isClient: false });
  await stops(team, 'asks us to cease all contact');
  await colin.command('notice "Mary Jones"');
  const said = await colin.last();
  expect(wordsOf(said)).toContain('The customer asked us to cease contact');
  expect(JSON.stringify(said.blocks)).not.toContain('open_cease_notice');
  await colin.command('show "Mary Jones"');
  expect(wordsOf(await colin.last())).not.toContain('Regulation F');
  // a button of before, when it was the client's customer
  await team.db.prisma.creditor.updateMany({ data: { isClient: true } });
  await colin.command('notice "Mary Jones"');
  await team.db.prisma.creditor.updateMany({ data: { isClient: false } });
  await colin.click(await colin.last(), 'open_cease_notice');
  expect(wordsOf(await colin.view())).toContain('Nothing of the kind may be written');
  await colin.close();
  expect(await team.db.prisma.notice.count({ where: { debtorId: debtor.id } })).toBe(0);
});

it('of whom nobody knows whether it reached them is not asked; one that a manager says was not sent is approved anew', async () => {
  const team = await noticeTeam({ start: MORNING_THERE });
  const { db, clock } = team;
  const { colin, max } = team.person;
  await mary(team);
  await stops(team, 'asks us to cease all contact');
  await asks(team, 'efforts_end');
  await max.react(await team.request(), 'white_check_mark');
  await team.settle();
  const [approval] = await approvals(team);
  const later = new Date(clock.now().getTime() + 11 * 60_000);
  await useApproval(db, { workspace: await team.workspace(), approvalId: approval?.id ?? '', now: later });
  // the process dies while it mails
  const died = { state: 'sending', claimedBy: 'gone', attempts: 1, result: { trying: true } };
  await db.prisma.outbox.updateMany({ where: { kind: 'mail' }, data: { ...died, leaseUntil: new Date(0) } });
  await team.settle();
  const asked = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'unsure_mail' } });
  expect(JSON.stringify(asked.details)).toContain('log, then say whether it was sent');
  await colin.command('notice "Mary Jones"');
  expect(JSON.stringify((await colin.last()).blocks)).not.toContain('open_cease_notice');

  await click(team, asked.memberId === team.member.max ? 'max' : 'marta', 'prompt_was_not_sent');
  await team.settle();
  expect(wordsOf(await colin.last())).toContain(
    'Notice that our efforts end not sent, ask for approval again',
  );
  await asks(team, 'efforts_end');
  await max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
});

it('what is contested of it after its approval makes that void: it is asked anew, with what is left', async () => {
  const team = await noticeTeam({ start: MORNING_THERE });
  const { colin, max } = team.person;
  await mary(team);
  await stops(team, 'asks us to cease all contact');
  await asks(team, 'remedy_intended', REMEDY);
  await max.react(await team.request(), 'white_check_mark');
  await team.settle();
  await colin.command('dispute "Mary Jones"');
  await colin.submit({ dispute_reason: { selected_option: 'goods' }, disputed_amount: { value: '120' } });
  await colin.close();
  await team.settle();
  const request = await team.request();
  expect(await team.thread(request)).toContain('Of it US$380.00 may be collected instead of US$500.00.');
  expect(wordsOf(request)).toContain('(account MJ-7), US$380.00');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  expect(await approvals(team)).toMatchObject([{ state: 'open', rewritten: true }]);
  await max.react(request, 'white_check_mark', true);
  await max.react(request, 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
});

it('what US law permits is not offered to a customer in Britain, nor sent where it turns out that they live there', async () => {
  const team = await noticeTeam({ start: MORNING_THERE });
  const { db } = team;
  const { colin, max, marta } = team.person;
  const debtor = await mary(team);
  await stops(team, 'asks us to cease all contact');
  await asks(team, 'efforts_end');
  await max.react(await team.request(), 'white_check_mark');
  await marta.command('show "Mary Jones"');
  await marta.click(await marta.last(), 'open_place');
  await marta.submit({ country: { value: 'GB' } });
  await marta.close();
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  expect((await approvals(team)).map(({ state }) => state)).toEqual(['cancelled']);

  await colin.command('notice "Mary Jones"');
  const said = await colin.last();
  expect(wordsOf(said)).toContain('The customer asked us to cease contact');
  expect(wordsOf(said)).not.toContain('Regulation F');
  expect(JSON.stringify(said.blocks)).not.toContain('open_cease_notice');
  expect(await db.prisma.notice.count({ where: { debtorId: debtor.id, state: 'sent' } })).toBe(0);
});

it('asked for at once by two, or by a form that comes twice, it stands once; one that reached nobody may be asked for again', async () => {
  const team = await noticeTeam({ start: MORNING_THERE });
  const { db, clock } = team;
  const { colin, max } = team.person;
  const debtor = await mary(team);
  await stops(team, 'asks us to cease all contact');
  await colin.command('notice "Mary Jones"');
  const workspace = await team.workspace();
  const ask = async (key: string) => {
    const member = await db.prisma.member.findUniqueOrThrow({ where: { id: team.member.colin } });
    const about = { workspace, debtorId: debtor.id, member, kind: 'efforts_end', key } as const;
    return proposeCeaseNotice(db, { ...about, now: clock.now() });
  };
  const said = await Promise.all([ask('one'), ask('two'), ask('one')]);
  expect(said.filter((each) => each.includes('asked for already'))).toHaveLength(2);
  expect(await approvals(team)).toHaveLength(1);
  await team.settle();
  await team.fault({ kind: 'event_twice', method: 'reaction_added', times: 'always' });
  await team.fault({ kind: 'mail_reject', times: 1 });
  await max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toEqual([]);
  const undelivered = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'undelivered' } });
  expect(JSON.stringify(undelivered.details)).toContain('ask for its approval again with /debt notice');

  await db.prisma.contact.updateMany({ data: { deadChannels: [] } });
  expect(await ask('one')).toContain('asked for already');
  expect(await asks(team, 'efforts_end')).toContain('asked for approval');
  await max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);

  await colin.command('reply "Mary Jones"');
  await colin.submit({ kind: { selected_option: 'came_back' } });
  await colin.close();
  await team.settle();
  const told = await db.prisma.prompt.findMany({ where: { kind: 'undelivered', state: 'open' } });
  expect(JSON.stringify(told.map(({ details }) => details))).toContain('the mail came back');
  await db.prisma.contact.updateMany({ data: { deadChannels: [] } });
  await colin.command('notice "Mary Jones"');
  expect(JSON.stringify((await colin.last()).blocks)).toContain('open_cease_notice');
  await team.move({ advance: 'P1D' });
  expect(await team.mails()).toHaveLength(1);
});
