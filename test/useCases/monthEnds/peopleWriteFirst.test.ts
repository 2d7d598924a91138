import { expect, it } from 'vitest';
import { paymentsKnownUntil } from '../../support/aDebtor.ts';
import type { Person } from '../../support/Person.ts';
import { buttonsOf } from '../../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click } from '../notices/noticeTeam.ts';
import { customer, ends, MONTH_END, monthEndTeam } from './monthEndTeam.ts';

/** Somebody clicks *Send all* on their morning list. */
async function sendsAll(person: Person) {
  const list = (await person.messages()).findLast((m) => buttonsOf(m, 'reminders_send_all').length > 0);
  if (!list) throw new Error('nothing to send');
  await person.click(list, 'reminders_send_all');
}

it('what somebody is asked to send that day goes first, the statement on the next business day', async () => {
  const here = await monthEndTeam();
  const { colin } = here.person;
  const invoices = [{ number: 'INV-1', due: '2026-12-07', amount: 48_000 }];
  await customer(here, { invoices });
  await here.move({ to: MONTH_END });
  expect(await here.mails()).toEqual([]);
  await sendsAll(colin);
  expect((await here.mails()).map(({ text }) => text.includes('INV-1'))).toEqual([true]);
  expect(await ends(here)).toMatchObject([{ statement: 'waiting' }]);
  await here.move({ to: '2026-12-01T09:00:00Z' });
  expect(await here.mails()).toHaveLength(2);
  expect(await ends(here)).toMatchObject([{ statement: 'sent' }]);
});

it('a reminder that somebody was asked for on Friday and sends on the last day of the month goes out, the statement the morning after', async () => {
  const here = await monthEndTeam({ start: '2026-11-27T12:00:00Z' });
  const { colin } = here.person;
  await customer(here, { invoices: [{ number: 'INV-1', due: '2026-12-04', amount: 48_000 }] });
  await here.settle();
  await here.move({ to: MONTH_END });
  expect(await here.mails()).toEqual([]);
  expect(await ends(here)).toMatchObject([
    { statement: 'waiting', why: 'a message that somebody decided on or is asked to send goes first' },
  ]);
  await sendsAll(colin);
  await here.settle();
  const [reminder, ...others] = await here.mails();
  expect(others).toEqual([]);
  expect(reminder?.subject).not.toContain('Statement of account');
  await here.move({ to: '2026-12-01T09:00:00Z' });
  expect((await here.mails()).map(({ subject }) => subject.includes('Statement of account'))).toEqual([
    false,
    true,
  ]);
});

it('one that nobody sends all week costs the customer no statement: it goes on the last day on which it may', async () => {
  const here = await monthEndTeam({ start: '2026-11-26T09:30:00Z' });
  await customer(here, { invoices: [{ number: 'INV-1', due: '2026-12-04', amount: 48_000 }] });
  await here.move({ to: '2026-12-04T12:00:00Z' });
  expect(await here.mails()).toEqual([]);
  await here.move({ to: '2026-12-07T12:00:00Z' });
  expect((await here.mails()).map(({ subject }) => subject.includes('Statement of account'))).toEqual([true]);
  expect(await ends(here)).toMatchObject([{ statement: 'sent' }]);
});

it('a final notice that was asked for and is approved on the last day of the month goes out that day, the statement after it', async () => {
  const here = await monthEndTeam({ start: '2026-11-24T09:30:00Z' });
  const { max } = here.person;
  await acmeBeforeFinalNotice(here);
  await here.settle();
  await click(here, 'colin', 'prompt_ask_approval');
  await here.move({ to: '2026-11-30T08:50:00Z' });
  await paymentsKnownUntil(here.db, here.workspaceId, '2026-11-30');
  await max.react(await here.request(), 'white_check_mark');
  await here.move({ to: '2026-11-30T09:30:00Z' });
  const [notice, ...others] = await here.mails();
  expect(others).toEqual([]);
  expect(notice?.subject).not.toContain('Statement of account');
  expect(await here.db.prisma.approval.findMany()).toMatchObject([{ state: 'used' }]);
  await paymentsKnownUntil(here.db, here.workspaceId, '2026-12-01');
  await here.move({ to: '2026-12-01T09:30:00Z' });
  expect((await here.mails()).map(({ subject }) => subject.includes('Statement of account'))).toEqual([
    false,
    true,
  ]);
});
