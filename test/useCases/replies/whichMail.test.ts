import { expect, it } from 'vitest';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { sendConfirmation } from '../../../src/useCases/promises/sendConfirmation.ts';
import { openPrompt } from '../../../src/useCases/prompts/openPrompt.ts';
import { aDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme, logs, memberOf, promised } from '../calls/callTeam.ts';
import { click, type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

/** Our mail came back: the one that the form names first, or the one whose line begins so. */
async function cameBack({ person: { colin } }: NoticeTeam, account = 'acme', which?: string) {
  await colin.command(`reply ${account}`);
  const mail = which === undefined ? {} : { which_mail: { selected_option: await mailNamed(colin, which) } };
  await colin.submit({ kind: { selected_option: 'came_back' }, ...mail });
  const said = wordsOf(await colin.view());
  await colin.close();
  return said;
}

interface Option {
  readonly text: { readonly text: string };
  readonly description?: { readonly text: string };
  readonly value: string;
}

async function mailsOffered(colin: NoticeTeam['person']['colin']): Promise<Option[]> {
  const block = (await colin.view()).blocks.find(({ block_id }) => block_id === 'which_mail');
  return ((block as { element?: { options?: Option[] } } | undefined)?.element?.options ?? []) as Option[];
}

async function mailNamed(colin: NoticeTeam['person']['colin'], words: string) {
  return (await mailsOffered(colin)).find(({ text }) => text.text.includes(words))?.value ?? words;
}

/** It is undone: the first entry that our mail came back. */
async function takesBack(team: NoticeTeam) {
  const reply = await team.db.prisma.activity.findFirstOrThrow({
    where: { outcome: 'came_back' },
    orderBy: { recordedAt: 'asc' },
  });
  const about = { workspace: await team.workspace(), member: await memberOf(team, 'colin') };
  await undoActivity(team.db, { ...about, activityId: reply.id, now: team.clock.now() });
  await team.settle();
}

const dead = async ({ db }: NoticeTeam) =>
  (await db.prisma.contact.findMany({ where: { deadChannels: { has: 'email' } } })).map(({ name }) => name);
const asked = ({ db }: NoticeTeam, kind: string) =>
  db.prisma.prompt.findMany({ where: { kind }, orderBy: { openedAt: 'asc' } });
const mailsInState = ({ db }: NoticeTeam) =>
  db.prisma.notice.findMany({ select: { kind: true, state: true }, orderBy: { createdAt: 'asc' } });
/** Mails of ours from which distances are reckoned. */
async function counted({ db }: NoticeTeam) {
  const all = await db.prisma.activity.findMany({ where: { kind: 'email' } });
  const gone = new Set(all.map(({ reversesId }) => reversesId));
  return all.filter((mail) => mail.counted && mail.outcome === 'sent' && !gone.has(mail.id)).length;
}

/** Acme had a reminder on Monday 16 November; on the 20th Colin wrote to Ravi himself. */
async function reminderAndOwnMail() {
  const team = await noticeTeam({ start: '2026-11-16T09:30:00Z' });
  await acme(team, { invoices: [{ number: 'INV-1', due: '2026-11-07', amount: 84_050 }] });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await click(team, 'colin', 'prompt_send');
  await team.settle();
  await team.move({ to: '2026-11-20T10:00:00Z' });
  const { colin } = team.person;
  await colin.command('contact acme');
  await colin.submit({ name: { value: 'Ravi Shah' }, email: { value: 'ravi@acme.example' } });
  await colin.close();
  const ravi = await team.db.prisma.contact.findFirstOrThrow({ where: { name: 'Ravi Shah' } });
  await colin.command('wrote acme about the invoice');
  await colin.submit({ who: { selected_option: ravi.id }, channel: { selected_option: 'email' } });
  await colin.close();
  return team;
}

it('the form names the last mails, own ones too, the newest first and chosen', async () => {
  const team = await reminderAndOwnMail();
  const { colin } = team.person;
  await colin.command('reply acme');
  expect((await mailsOffered(colin)).map(({ text, description }) => [text.text, description?.text])).toEqual([
    ['20 Nov 2026: Email of Colin Shaw to Ravi Shah', 'ravi@acme.example'],
    ['16 Nov 2026: Polite reminder to Jane Miller', 'jane@acme.example'],
  ]);
  await colin.close();
});

it('an own mail came back: its address alone is marked, and the reminder before it stays sent', async () => {
  const team = await reminderAndOwnMail();
  expect(await counted(team)).toBe(2);
  expect(await cameBack(team)).toContain('Email of Colin Shaw counts as not sent');
  await team.settle();
  expect(await dead(team)).toEqual(['Ravi Shah']);
  expect(await counted(team)).toBe(1);
  expect(await mailsInState(team)).toEqual([{ kind: 'chase', state: 'sent' }]);
  expect(await asked(team, 'undelivered')).toMatchObject([{ memberId: team.member.colin, state: 'open' }]);
  expect(await cameBack(team)).toContain('recorded already');
  expect(await dead(team)).toEqual(['Ravi Shah']);

  await takesBack(team);
  expect(await dead(team)).toEqual([]);
  expect(await counted(team)).toBe(2);
  expect(await asked(team, 'undelivered')).toMatchObject([{ state: 'cancelled' }]);
  expect(await cameBack(team)).toContain('Email of Colin Shaw counts as not sent');
  expect(await counted(team)).toBe(1);
});

it('of an own mail to somebody who is not on file no address is marked', async () => {
  const team = await reminderAndOwnMail();
  const { colin } = team.person;
  await team.move({ advance: 'PT1M' });
  await colin.command('wrote acme to their shop');
  await colin.submit({ who: { selected_option: 'nobody_on_file' }, channel: { selected_option: 'email' } });
  await colin.close();
  expect(await cameBack(team)).toContain('is not on record: none is marked');
  expect(await dead(team)).toEqual([]);
  expect(await counted(team)).toBe(2);
});

it('the one that is chosen came back, and no later one', async () => {
  const team = await reminderAndOwnMail();
  expect(await cameBack(team, 'acme', 'Polite reminder')).toContain('Polite reminder counts as not sent');
  await team.settle();
  expect(await dead(team)).toEqual(['Jane Miller']);
  expect(await asked(team, 'notice')).toMatchObject([{ state: 'open' }]);
  expect(await counted(team)).toBe(1);
});

it('what an own mail had answered is asked again when it comes back', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  await team.db.prisma.contact.updateMany({ data: { refusedChannels: ['call'] } });
  const workspace = await team.workspace();
  const about = { workspace, debtorId: debtor.id, memberId: team.member.colin, now: team.clock.now() };
  await team.db.transaction((tx) =>
    openPrompt(tx, { ...about, key: 'broken:1', kind: 'broken_promise', reasons: [] }),
  );
  await team.settle();
  const { colin } = team.person;
  await colin.command('wrote acme about the money');
  await colin.submit({});
  await colin.close();
  expect(await asked(team, 'broken_promise')).toMatchObject([{ state: 'done' }]);
  await cameBack(team);
  expect(await asked(team, 'broken_promise')).toMatchObject([{ state: 'open' }]);
  expect(await asked(team, 'undelivered')).toEqual([]);
  await takesBack(team);
  expect(await asked(team, 'broken_promise')).toMatchObject([{ state: 'done' }]);
});

it('the statement of a group came back, logged at another of its accounts: whom it went to is marked, and what that account was sent itself stays sent', async () => {
  const team = await noticeTeam();
  const { db, workspaceId, person, member } = team;
  await paymentsKnownUntil(db, workspaceId, '2026-11-23');
  const account = (name: string, contact: string, due: string) =>
    aDebtor(db, workspaceId, {
      ...{ name, account: name, ownerId: member.colin },
      invoices: [{ number: `${name}-1`, due, amount: 90_000 }],
      contacts: [{ name: contact, role: 'payables', email: `${contact.toLowerCase()}@group.example` }],
    });
  await account('North', 'Jane', '2026-11-09');
  const south = await account('South', 'Sam', '2026-11-14');
  await db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  for (const name of ['north', 'south']) {
    await person.fiona.command(`show ${name}`);
    await person.fiona.click(await person.fiona.last(), 'open_group');
    await person.fiona.submit({ group: { value: 'Compass' } });
    await person.fiona.close();
  }
  await team.settle();
  await click(team, 'colin', 'reminders_send_all');
  await team.settle();
  await team.move({ to: '2026-11-26T10:00:00Z' });
  await person.colin.command('statement north');
  await person.colin.click(await person.colin.view(), 'statement_send');
  await team.settle();
  const before = await mailsInState(team);
  expect(before.at(-1)).toEqual({ kind: 'statement', state: 'sent' });

  const said = await cameBack(team, 'south');
  await team.settle();
  expect(said).toContain('Statement of account counts as not sent');
  expect(await dead(team)).toEqual(['Jane']);
  expect(await mailsInState(team)).toEqual([...before.slice(0, -1), { kind: 'statement', state: 'failed' }]);
  expect(await asked(team, 'notice')).toEqual([]);
  const [told] = await asked(team, 'undelivered');
  expect(told).toMatchObject({ state: 'open' });
  expect(told?.debtorId).not.toBe(south.id);
  await takesBack(team);
  expect(await dead(team)).toEqual([]);
  expect(await mailsInState(team)).toEqual(before);
  expect(await asked(team, 'undelivered')).toMatchObject([{ state: 'done' }]);
});

/** Jane promised £840.50 for 4 December, and Colin confirmed it by mail. */
async function promiseConfirmed() {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 84_050 }] });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await logs(team, 'colin', { ...promised(debtor.id, 84_050, '2026-12-04'), at: team.clock.now() });
  const { id: promiseId } = await team.db.prisma.promise.findFirstOrThrow();
  const confirms = async () =>
    sendConfirmation(team.db, {
      ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin') },
      ...{ promiseId, now: team.clock.now() },
    });
  await confirms();
  await team.settle();
  return { team, debtor, confirms };
}

it('the confirmation of a promise came back: its owner is told, and it can be sent again to who is there', async () => {
  const { team, confirms } = await promiseConfirmed();
  expect(await cameBack(team)).toContain('Confirmation of what was agreed counts as not sent');
  await team.settle();
  expect(await asked(team, 'undelivered')).toMatchObject([{ memberId: team.member.colin, state: 'open' }]);
  expect(JSON.stringify(await asked(team, 'undelivered'))).toContain('send it again from the account');
  const { colin } = team.person;
  await colin.command('contact acme');
  await colin.submit({ name: { value: 'Ravi Shah' }, email: { value: 'ravi@acme.example' } });
  await colin.close();
  await confirms();
  await team.settle();
  expect((await team.mails()).map(({ to }) => JSON.stringify(to).includes('ravi@'))).toEqual([false, true]);
});

it('nobody has to correct the contact for it once the money came', async () => {
  const { team, debtor } = await promiseConfirmed();
  await cameBack(team);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await asked(team, 'undelivered')).toMatchObject([{ state: 'overtaken' }]);
  await takesBack(team);
  expect(await mailsInState(team)).toEqual([{ kind: 'promise_confirmation', state: 'sent' }]);
});
