import { expect, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import { digestGaps } from '../../src/db/digestGaps.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { acme } from '../useCases/calls/callTeam.ts';
import { click, type NoticeTeam, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const jane = { name: 'Jane Miller', role: 'payables', email: 'jane@acme.invalid' };

const asked = ({ db }: NoticeTeam) =>
  db.prisma.prompt.findMany({ where: { kind: 'find_customer' }, orderBy: { openedAt: 'asc' } });
const janeIn = ({ db }: NoticeTeam) => db.prisma.contact.findFirstOrThrow({ where: { name: jane.name } });

/** Acme is 8 days late, and Colin sends the reminder to the only address on file, which does not exist. */
async function mailedIntoTheVoid(phone?: string): Promise<NoticeTeam> {
  const team = await noticeTeam();
  const invoices = [{ number: 'INV-1', due: '2026-11-15', amount: 48_000 }];
  await acme(team, { invoices, contacts: [{ ...jane, ...(phone && { phone }) }] });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await click(team, 'colin', 'reminders_send_all');
  return team;
}

test('the mail server knows no such mailbox: the owner is asked to find the customer, and a new person ends it', async () => {
  const team = await mailedIntoTheVoid();
  expect(await janeIn(team)).toMatchObject({ deadChannels: ['email'] });
  expect(await asked(team)).toMatchObject([{ memberId: team.member.colin, state: 'open' }]);
  const { colin } = team.person;
  const prompt = (await colin.messages()).findLast((m) => wordsOf(m).includes('Find the customer'));
  expect(wordsOf(prompt ?? {})).toMatch(/Jane Miller.*does not work/);
  expect(wordsOf(prompt ?? {})).toContain('never tell anybody that money is owed');
  await team.settle();
  expect(await asked(team)).toHaveLength(1);

  await colin.command('contact acme');
  await colin.submit({ name: { value: 'Ravi Shah' }, email: { value: 'ravi@acme.example' } });
  await colin.close();
  await team.settle();
  expect(await asked(team)).toMatchObject([{ state: 'overtaken' }]);
  await click(team, 'colin', 'prompt_send');
  expect((await team.mails()).map(({ to }) => to)).toEqual([['ravi@acme.example']]);
});

test('who can still be rung is not lost; once the number is wrong too they are, and "done" is enough until something new is wrong', async () => {
  const team = await mailedIntoTheVoid('+44 20 7946 0018');
  expect(await asked(team)).toEqual([]);
  await team.person.colin.command('log acme wn');
  await team.settle();
  expect(await asked(team)).toMatchObject([{ state: 'open' }]);
  await click(team, 'colin', 'prompt_done');
  await team.move({ to: '2026-11-25T10:00:00Z' });
  expect(await asked(team)).toMatchObject([{ state: 'done' }]);
});

test('said to be done, and nobody new is on file: it is asked again after five business days, until somebody is', async () => {
  const team = await mailedIntoTheVoid();
  const { colin } = team.person;
  await click(team, 'colin', 'prompt_done');
  await team.move({ to: '2026-11-27T17:00:00Z' });
  expect(await asked(team)).toMatchObject([{ state: 'done' }]);
  await team.move({ to: '2026-11-30T10:00:00Z' });
  expect(await asked(team)).toMatchObject([
    { state: 'done' },
    { state: 'open', memberId: team.member.colin },
  ]);
  const again = (await colin.messages()).findLast((m) => wordsOf(m).includes('Find the customer'));
  expect(wordsOf(again ?? {})).toContain('It was said to be done on 23 Nov 2026, and nothing that works');
  await colin.command('contact acme');
  await colin.submit({ name: { value: 'Ravi Shah' }, email: { value: 'ravi@acme.example' } });
  await colin.close();
  await team.move({ to: '2026-12-08T10:00:00Z' });
  expect(await asked(team)).toMatchObject([{ state: 'done' }, { state: 'overtaken' }]);
});

test('our mail came back: nothing more goes there until the address is added again', async () => {
  const team = await noticeTeam();
  const invoices = [{ number: 'INV-1', due: '2026-11-15', amount: 48_000 }];
  const email = 'jane@acme.example';
  const debtor = await acme(team, { invoices, contacts: [{ ...jane, email }] });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await click(team, 'colin', 'reminders_send_all');
  expect(await team.mails()).toHaveLength(1);
  const { colin } = team.person;
  const comesBack = async () => {
    await colin.command('reply acme');
    await colin.submit({ kind: { selected_option: 'came_back' } });
  };
  await comesBack();
  const [undo] = buttonsOf(await colin.view(), 'undo_activity');
  await colin.click(await colin.view(), 'undo_activity', { value: undo });
  expect(await janeIn(team)).toMatchObject({ deadChannels: [] });
  await colin.close();
  await comesBack();
  await colin.close();
  await team.settle();
  expect(await janeIn(team)).toMatchObject({ deadChannels: ['email'] });
  const asking = { debtorId: debtor.id, state: 'open' };
  expect(await asked(team)).toMatchObject([{ state: 'overtaken' }, asking]);
  const counts = { where: { kind: 'reply', debtorId: debtor.id } };
  expect(await team.db.prisma.activity.count(counts)).toBe(0);

  await colin.command('contact acme');
  await colin.submit({ name: { value: 'Jane Miller' }, email: { value: email } });
  await team.settle();
  expect(await janeIn(team)).toMatchObject({ deadChannels: [] });
  expect(await asked(team)).toMatchObject([{ state: 'overtaken' }, { state: 'overtaken' }]);
});

test('a wrong number is that number: the mobile is rung next, and only without either the customer is looked for, and told as without contact', async () => {
  const team = await noticeTeam();
  const { db } = team;
  const { colin } = team.person;
  const [phone, mobile] = ['+44 20 7946 0000', '+44 7700 900123'];
  const debtor = await acme(team, { contacts: [{ name: 'Jane Miller', role: 'payables', phone, mobile }] });
  const withoutContact = async () => {
    const of = { workspaceId: team.workspaceId, since: dayOf('2026-11-23'), today: dayOf('2026-11-23') };
    return (await digestGaps(db, of)).filter((gap) => gap.withoutContact).length;
  };
  await colin.command('log acme wn');
  await team.settle();
  expect(await janeIn(team)).toMatchObject({ deadChannels: ['phone'] });
  expect(await asked(team)).toEqual([]);
  await colin.command('show acme');
  const account = wordsOf(await colin.last());
  expect(account).toContain(`${phone} (does not work)`);
  expect(account).not.toContain(`${mobile} (does not work)`);
  const call = (await colin.messages()).findLast((m) => m.text.startsWith('Call for a firm date'));
  expect(wordsOf(call ?? {})).toContain(`Jane Miller (payables), ${mobile}`);
  expect(await withoutContact()).toBe(0);

  await team.move({ advance: 'PT5M' });
  await colin.command('log acme wn');
  await team.settle();
  expect(await janeIn(team)).toMatchObject({ deadChannels: ['call'] });
  expect(await asked(team)).toMatchObject([{ debtorId: debtor.id, state: 'open' }]);
  expect(await withoutContact()).toBe(1);
  await click(team, 'colin', 'undo_activity');
  expect(await janeIn(team)).toMatchObject({ deadChannels: ['phone'] });
  await team.move({ advance: 'PT5M' });
  await colin.command('log acme wn');

  // it was right after all: entered again it counts again, and she is on file once
  await colin.command('contact acme');
  await colin.submit({ name: { value: 'Jane Miller' }, mobile: { value: mobile } });
  await colin.close();
  await team.settle();
  expect(await db.prisma.contact.findMany()).toMatchObject([{ deadChannels: ['phone'] }]);
  expect(await withoutContact()).toBe(0);
});
