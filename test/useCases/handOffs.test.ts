import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { dateOfDay, dayOf } from '../../src/core/day.ts';
import { newId } from '../../src/core/newId.ts';
import { amountsApart } from '../../src/db/amountsApart.ts';
import { openPrompt } from '../../src/useCases/prompts/openPrompt.ts';
import type { PromptKind } from '../../src/useCases/prompts/promptKinds.ts';
import { logReply } from '../../src/useCases/replies/logReply.ts';
import type { Name } from '../support/sampleTeam.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { bounces, logs, memberOf } from './calls/callTeam.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from './notices/noticeTeam.ts';

/** Acme, 125 days late: the date of its formal demand passed on Friday 20 November 2026. */
async function acme(team: NoticeTeam, amounts?: readonly number[]) {
  const debtor = await acmeBeforeFinalNotice(team, {
    ...(amounts && { amounts }),
    due: '2026-07-21',
    steps: [
      ['final_notice', 75, '2026-10-12', '2026-10-26'],
      ['demand_letter', 88, '2026-11-02', '2026-11-20'],
    ],
  });
  await team.settle();
  return debtor;
}

const choice = (value: string, text: string) => ({
  selected_option: { text: { type: 'plain_text', text }, value },
});
const plan = {
  toKind: choice('agency', 'An agency'),
  toName: { value: 'Creditline <b> Ltd' },
  fee: { value: '12 % of what comes in' },
  relationship: { value: 'No order since spring' },
  recovery: { value: '£144 at most, most of it likely' },
  solvency: { value: 'Trading, accounts filed' },
  keepCustomer: choice('no', 'No'),
};

/** The manager who was asked fills in the plan; answers the others who may approve. */
async function planned(team: NoticeTeam): Promise<{ asker: Name; manager: Name }> {
  const asked = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'hand_off', state: 'open' } });
  const asker = asked.memberId === team.member.marta ? 'marta' : 'max';
  await click(team, asker, 'prompt_plan_hand_off');
  const empty = await team.person[asker].submit({ ...plan, fee: { value: '' } });
  expect(Object.keys(empty.errors ?? {})).toEqual(['fee']);
  await team.person[asker].submit(plan);
  await team.person[asker].close();
  return { asker, manager: asker === 'marta' ? 'max' : 'marta' };
}

const step = (team: NoticeTeam) =>
  team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'hand_off' } });

/** Max or Marta, and Fiona, ticked the request of the other manager, and its grace window is over. */
async function approved(team: NoticeTeam) {
  const { manager } = await planned(team);
  const request = await team.request();
  await team.person[manager].react(request, 'white_check_mark');
  await team.person.fiona.react(request, 'white_check_mark');
  await team.move({ advance: 'PT11M' });
}

it('a manager and finance approve what was weighed, never the one who asks; then nobody is asked any more', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { asker, manager } = await planned(team);
  const request = await team.request();
  expect(wordsOf(request)).toContain('Fee: 12 % of what comes in');
  expect(wordsOf(request)).toContain('Creditline &lt;b&gt; Ltd');
  const waits = async (name: Name) => wordsOf(await team.person[name].home());
  for (const name of [manager, 'fiona'] as const)
    expect(await waits(name)).toContain('Hand-off, asked for by');
  await team.person[asker].react(request, 'white_check_mark');
  await team.person[manager].react(request, 'white_check_mark');
  expect(await waits(manager)).not.toContain('Hand-off, asked for by');
  await team.move({ advance: 'PT11M' });
  expect(await step(team)).toMatchObject({ state: 'pending' });
  await team.person.fiona.react(request, 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  expect(await step(team)).toMatchObject({ state: 'done' });
  expect(await team.mails()).toEqual([]);
  const shown = (await team.person.colin.messages(request.channel)).find(({ ts }) => ts === request.ts);
  expect(wordsOf(shown ?? {})).toContain('Collectors rest');
  await team.move({ to: '2026-11-24T10:00:00Z' });
  expect(await team.db.prisma.prompt.count({ where: { debtorId: debtor.id, state: 'open' } })).toBe(0);
  await team.person.colin.command('why acme');
  expect(JSON.stringify(await team.person.colin.state(3))).toContain('Handed to Creditline');
  await team.person.colin.command('list');
  expect(wordsOf(await team.person.colin.last())).toContain('handed to Creditline');
});

it('money that comes later is passed on, the figures keep it apart, and a manager takes it back for a reason', async () => {
  const team = await noticeTeam();
  const { db, workspaceId, person } = team;
  const debtor = await acme(team);
  await approved(team);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 50_000n);
  const toTell = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'pass_on' } });
  expect(toTell.memberId).toBe(team.member.fiona);
  expect(JSON.stringify(toTell.details)).toContain('£500.00 came');
  await click(team, 'fiona', 'prompt_noted');
  expect(await db.prisma.prompt.findFirst({ where: { kind: 'pass_on' } })).toMatchObject({ state: 'done' });
  const apart = async () => (await amountsApart(db, { workspaceId, day: dayOf('2026-11-23') })).handedOff;
  expect(await apart()).toEqual([{ currency: 'GBP', amount: 70_000n }]);

  await person.colin.command('show acme');
  expect(JSON.stringify(await person.colin.state(3))).not.toContain('open_recall');
  await person.max.command('show acme');
  await click(team, 'max', 'open_recall');
  await person.max.submit({ reason: { value: 'They pay by instalments now' } });
  expect(wordsOf(await person.max.view())).toContain('Recalled from Creditline');
  expect(await step(team)).toMatchObject({ state: 'cancelled' });
  expect(await apart()).toEqual([]);
  // it may be asked for again after the days that a declined one waits
  await person.max.command('why acme');
  expect(JSON.stringify(await person.max.state(3))).toContain('it may be asked for again from');
});

it('whoever asked for it is offered the evidence pack to pass the case on with, and finds it where later money is passed on', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { asker, manager } = await planned(team);
  const request = await team.request();
  await team.person[manager].react(request, 'white_check_mark');
  await team.person.fiona.react(request, 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  expect(await team.thread(request)).toContain('Pass the case on with its evidence pack');
  await click(team, asker, 'export_evidence');
  await click(team, 'fiona', 'export_evidence', request.channel);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 50_000n);
  await click(team, 'fiona', 'export_evidence');
  await team.settle();
  const sent = await team.db.prisma.outbox.findMany({
    where: { kind: 'slack_file', key: { startsWith: 'evidence:' }, state: 'sent' },
    orderBy: { seq: 'asc' },
  });
  const { [asker]: first, fiona } = team.person;
  expect(sent.map(({ lane }) => lane)).toEqual([first.id, fiona.id, fiona.id]);
  const { contentBase64 = '' } = z.looseObject({ contentBase64: z.string() }).parse(sent[2]?.payload);
  const pack = unzipSync(Buffer.from(contentBase64, 'base64'));
  const approvals = Buffer.from(pack['approvals.csv'] ?? []).toString('utf8');
  expect(approvals).toContain('Hand-off,approved,Fiona Grant');
  // what was weighed among ourselves stays here
  for (const file of Object.values(pack)) expect(Buffer.from(file).toString('utf8')).not.toContain('12 %');
});

it('money that comes before the decision changes the request; all of it ends the request', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { manager } = await planned(team);
  await team.person[manager].react(await team.request(), 'white_check_mark');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 50_000n);
  const rewritten = await team.request();
  expect(wordsOf(rewritten)).toContain('£700.00');
  expect(wordsOf(rewritten)).not.toContain('So far:');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await team.db.prisma.approval.findFirst()).toMatchObject({ state: 'cancelled' });
  expect(await team.db.prisma.handOff.count()).toBe(0);
});

it('nobody is handed off who cannot be decided on: without finance the asker is told what is missing', async () => {
  const team = await noticeTeam();
  await acme(team);
  await team.db.prisma.member.updateMany({ where: { role: 'finance' }, data: { role: 'viewer' } });
  const asked = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'hand_off' } });
  const asker = asked.memberId === team.member.marta ? 'marta' : 'max';
  await click(team, asker, 'prompt_plan_hand_off');
  await team.person[asker].submit(plan);
  const view = await team.person[asker].view();
  expect(wordsOf(view)).toContain('there is no finance beside you');
  expect(JSON.stringify(view)).toContain('12 % of what comes in');
  expect(await team.db.prisma.approval.count()).toBe(0);
});

const promptsOf = (team: NoticeTeam, kind: string) =>
  team.db.prisma.prompt.findMany({ where: { kind }, orderBy: { openedAt: 'asc' } });

/** Another invoice of Acme comes with a ledger file. */
async function invoiced(team: NoticeTeam, debtorId: string, due: string) {
  const first = await team.db.prisma.invoice.findFirstOrThrow({ where: { debtorId } });
  const day = { issuedOn: dateOfDay(dayOf('2026-11-23')), dueOn: dateOfDay(dayOf(due)) };
  const recordedAt = team.clock.now();
  const [id, amount] = [newId(), 500_000n];
  await team.db.prisma.invoice.create({
    data: { ...first, ...day, id, number: `INV-${due}`, amount, outstanding: amount, recordedAt },
  });
  await team.db.prisma.debtor.update({ where: { id: debtorId }, data: { nextReviewAt: recordedAt } });
  await team.settle();
}

it('whom it was handed to is told that the bank took money back, after they were told that it had come', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  await approved(team);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  await click(team, 'fiona', 'prompt_noted');
  await team.move({ advance: 'PT1M' });
  await bounces(team, debtor.id);
  const told = await promptsOf(team, 'pass_on');
  expect(told.map(({ state, memberId }) => [state, memberId])).toEqual([
    ['done', team.member.fiona],
    ['open', team.member.fiona],
  ]);
  expect(JSON.stringify(told[1]?.details)).toContain('£1,200.00 was taken back');
});

it('what was handed off is settled: a manager is asked to recall it, not while the bank took it back, and again for an invoice that nobody would ask for', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  await approved(team);
  const [invoiceId = ''] = debtor.invoiceIds;
  const states = async () => (await promptsOf(team, 'recall')).map(({ state }) => state);
  await team.pays(debtor, invoiceId);
  expect(await states()).toEqual(['open']);
  await team.move({ advance: 'PT1M' });
  await bounces(team, debtor.id);
  expect(await states()).toEqual(['overtaken']);
  await team.move({ advance: 'PT1M' });
  await team.pays(debtor, invoiceId);
  expect(await states()).toEqual(['open']);
  const [asked] = await promptsOf(team, 'recall');
  const manager = asked?.memberId === team.member.marta ? 'marta' : 'max';
  await click(team, manager, 'prompt_noted');
  expect(await states()).toEqual(['done']);
  await invoiced(team, debtor.id, '2026-12-10');
  expect(await states()).toEqual(['done']);

  await team.move({ to: '2026-12-11T10:00:00Z' });
  expect(await states()).toEqual(['done', 'open']);
  const [, second] = await promptsOf(team, 'recall');
  const next = second?.memberId === team.member.marta ? 'marta' : 'max';
  expect(JSON.stringify(second?.details)).toContain('Invoice INV-2026-12-10, £5,000.00, is overdue');
  await click(team, next, 'open_recall');
  await team.person[next].submit({ reason: { value: 'All is paid there' } });
  expect(await states()).toEqual(['done', 'done']);
  await team.move({ to: '2026-12-14T10:00:00Z' });
  expect((await promptsOf(team, 'reminder')).map(({ state }) => state)).toEqual(['open']);
});

it('what a manager was asked to agree to stays with them through a hand-off and a recall', async () => {
  const team = await noticeTeam();
  const { colin, max } = team.person;
  await acme(team, [120_000, 50_000]);
  await colin.command('writeoff INV-2 cannot be proved');
  await colin.submit();
  await colin.close();
  await colin.command('pause INV-2 until 15 jan an audit of theirs');
  await colin.submit();
  await colin.close();
  await approved(team);
  expect(await step(team)).toMatchObject({ state: 'done' });
  const agree = async () => (await promptsOf(team, 'agree')).map(({ state }) => state);
  expect(await agree()).toEqual(['open', 'open']);
  await max.command('show acme');
  await click(team, 'max', 'open_recall');
  await max.submit({ reason: { value: 'They pay by instalments now' } });
  await max.close();
  await team.move({ to: '2026-11-24T10:00:00Z' });
  expect(await agree()).toEqual(['open', 'open']);
  const [writeOff] = await promptsOf(team, 'agree');
  await click(team, writeOff?.memberId === team.member.marta ? 'marta' : 'max', 'prompt_agree');
  expect(await agree()).toContain('done');
});

/** Colin is asked these things beside the ladder, one a minute. */
async function colinIsAsked(team: NoticeTeam, debtorId: string, kinds: readonly PromptKind[]) {
  const workspace = await team.workspace();
  const about = { workspace, debtorId, memberId: team.member.colin, reasons: [], now: team.clock.now() };
  for (const kind of kinds)
    await team.db.transaction((tx) => openPrompt(tx, { ...about, key: `${kind}:1`, kind }));
}

async function recalled(team: NoticeTeam) {
  const { max } = team.person;
  await max.command('show acme');
  await click(team, 'max', 'open_recall');
  await max.submit({ reason: { value: 'They pay by instalments now' } });
  await max.close();
  await team.settle();
}

/** What Colin is asked beside the ladder. */
const askedOfColin = async ({ db, member }: NoticeTeam) =>
  (
    await db.prisma.prompt.findMany({
      where: { memberId: member.colin, state: 'open', stepId: null },
      orderBy: { kind: 'asc' },
    })
  ).map(({ kind }) => kind);

it('what a collector was asked beside the ladder rests while others look after the account, and is asked again once it is recalled', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const beside = ['broken_promise', 'payment_not_found', 'reply', 'undelivered'] as const;
  await colinIsAsked(team, debtor.id, [...beside, 'month_end']);
  await approved(team);
  expect(await askedOfColin(team)).toEqual([]);
  await logs(team, 'colin', {
    ...{ debtorId: debtor.id, outcome: 'call_back', rightParty: false },
    callBackAt: new Date('2026-12-01T11:00:00Z'),
  });
  await team.move({ to: '2026-11-30T10:00:00Z' });
  expect(await askedOfColin(team)).toEqual([]);
  await recalled(team);
  expect(await askedOfColin(team)).toEqual([...beside, 'call_back'].sort());
  expect(JSON.stringify(await team.person.colin.messages())).toContain('Broken promise, call today');
});

it('what was answered meanwhile is not asked again with the recall', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  await colinIsAsked(team, debtor.id, ['broken_promise', 'reply', 'undelivered']);
  await approved(team);
  await team.move({ advance: 'PT1H' });
  await logs(team, 'max', { debtorId: debtor.id, outcome: 'refuses' });
  await logReply(team.db, {
    ...{ workspace: await team.workspace(), member: await memberOf(team, 'max'), debtorId: debtor.id },
    ...{ kind: 'will_pay', notes: undefined, key: 'their mail', now: team.clock.now() },
  });
  await recalled(team);
  expect(await askedOfColin(team)).toEqual(['undelivered']);
});

it('a stop that still holds keeps it resting after the recall', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  await colinIsAsked(team, debtor.id, ['broken_promise']);
  await approved(team);
  const { colin, marta } = team.person;
  await colin.command('stop acme asks us to cease all contact');
  await colin.submit();
  await colin.close();
  await recalled(team);
  expect(await askedOfColin(team)).toEqual([]);
  await marta.command('stop acme');
  await marta.click(await marta.view(), 'end_condition');
  await marta.submit({ how: { selected_option: 'wrong' }, reason: { value: 'It was another customer' } });
  await team.settle();
  expect(await askedOfColin(team)).toEqual(['broken_promise']);
});
