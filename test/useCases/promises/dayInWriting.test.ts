import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { paymentsKnownUntil } from '../../support/aDebtor.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme } from '../calls/callTeam.ts';
import { type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

/** Acme owes £840.50 for 57 days on Monday 23 November: the late-payment notice comes on Thursday. */
async function beforeNotice() {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-09-27', amount: 84_050 }] });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  return { team, debtor };
}

/** Jane promises so much for 4 December on the telephone, and it is confirmed by mail. */
async function promises({ person: { colin } }: NoticeTeam, amount: string) {
  await colin.command(`log acme spoke to Jane, promised ${amount} by 4 dec`);
  await colin.submit();
  await colin.click(await colin.view(), 'promise_confirm');
  await colin.close();
}

it('a day that we confirmed in writing is waited for, though a smaller promise for an earlier day took its place', async () => {
  const { team } = await beforeNotice();
  const { colin } = team.person;
  await promises(team, '840.50');
  await isThursday(team, '2026-11-24');
  await colin.command('log acme spoke to Jane, promised 500 by 25 nov');
  await colin.submit();
  await colin.close();
  expect(await team.db.prisma.promise.findMany({ orderBy: { recordedAt: 'asc' } })).toMatchObject([
    { state: 'superseded' },
    { state: 'open', agreed: null },
  ]);
  for (const day of ['26', '30', '03', '04']) {
    await isThursday(team, `2026-${day > '20' ? '11' : '12'}-${day}`);
    expect([day, await noticesAsked(team)]).toEqual([day, 0]);
  }
  expect(await why(team)).toContain('We confirmed in writing that £840.50 are promised for 4 Dec 2026');
  await isThursday(team, '2026-12-07');
  expect(await noticesAsked(team)).toBe(1);
});

async function isThursday(team: NoticeTeam, day = '2026-11-26') {
  await paymentsKnownUntil(team.db, team.workspaceId, day);
  await team.move({ to: `${day}T10:00:00Z` });
}

async function why({ person: { colin } }: NoticeTeam): Promise<string> {
  await colin.command('why acme');
  return wordsOf(await colin.last());
}

const noticesAsked = ({ db }: NoticeTeam) =>
  db.prisma.stageStep.count({ where: { stage: 'firm_notice', state: { not: 'cancelled' } } });

it('who contests a part and promises all the rest is not reminded of it before that day', async () => {
  const { team } = await beforeNotice();
  const { colin } = team.person;
  await colin.command('dispute INV-1');
  await colin.submit({ dispute_reason: { selected_option: 'price' }, disputed_amount: { value: '200' } });
  await colin.close();
  await promises(team, '640.50');
  expect(await team.db.prisma.promiseInvoice.findMany()).toMatchObject([{ amount: 64_050n, inFull: true }]);
  await isThursday(team);
  expect(await noticesAsked(team)).toBe(0);
  expect(await why(team)).toContain('Invoice INV-1 rests: payment is promised for 4 Dec 2026');
  expect((await team.mails()).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('on 4 December'),
  ]);
});

it('who promises all that credits leave open has promised it in full', async () => {
  const { team, debtor } = await beforeNotice();
  const { creditorId } = await team.db.prisma.debtor.findUniqueOrThrow({ where: { id: debtor.id } });
  const on = dateOfDay(dayOf('2026-11-20'));
  await team.db.prisma.invoice.create({
    data: {
      ...{ id: newId(), workspaceId: team.workspaceId, creditorId, debtorId: debtor.id, number: 'CN-1' },
      ...{ kind: 'credit_note', issuedOn: on, dueOn: on, currency: 'GBP', recordedAt: team.clock.now() },
      ...{ amount: -20_000n, outstanding: -20_000n },
    },
  });
  await promises(team, '640.50');
  expect(await team.db.prisma.promiseInvoice.findMany()).toMatchObject([{ amount: 64_050n, inFull: true }]);
});

it('a part that is promised and confirmed by mail is waited for with anything harsher, and /debt why says so', async () => {
  const { team } = await beforeNotice();
  await promises(team, '500.50');
  expect(await team.db.prisma.promiseInvoice.findMany()).toMatchObject([{ inFull: false }]);
  await isThursday(team);
  expect(await noticesAsked(team)).toBe(0);
  expect(await why(team)).toContain('We confirmed in writing that £500.50 are promised for 4 Dec 2026');
  await isThursday(team, '2026-12-07');
  expect(await noticesAsked(team)).toBe(1);
});
