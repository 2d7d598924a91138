import { pino } from 'pino';
import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { endMonth } from '../../../src/useCases/monthEnds/endMonth.ts';
import { sendStatement } from '../../../src/useCases/notices/sendStatement.ts';
import { sendConfirmation } from '../../../src/useCases/promises/sendConfirmation.ts';
import type { Name } from '../../support/sampleTeam.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme, logs, memberOf, promised } from '../calls/callTeam.ts';
import { customer, ends, MONTH_END, monthEndTeam } from '../monthEnds/monthEndTeam.ts';
import { type NoticeTeam, noticeTeam } from './noticeTeam.ts';
import { managerSays, nobodyKnows } from './unsureMail.ts';

/** Jane promised Colin £840.50 for 4 December. */
async function promiseTeam() {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 84_050 }] });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await logs(team, 'colin', { ...promised(debtor.id, 84_050, '2026-12-04'), at: team.clock.now() });
  return { team, debtor };
}

/** Somebody has the mail on its way, which nothing delivers yet. */
async function confirms(team: NoticeTeam, who: Name = 'colin') {
  const { id: promiseId } = await team.db.prisma.promise.findFirstOrThrow();
  const asking = { workspace: await team.workspace(), member: await memberOf(team, who), promiseId };
  return sendConfirmation(team.db, { ...asking, now: team.clock.now() });
}

/** The account rests from today on. */
async function rests({ db, workspaceId }: NoticeTeam, debtorId: string, from: string, until: string) {
  await db.prisma.hold.create({
    data: {
      ...{ id: newId(), workspaceId, debtorId, kind: 'hold', reason: 'Audit on their side' },
      ...{ fromOn: dateOfDay(dayOf(from)), untilOn: dateOfDay(dayOf(until)) },
      recordedAt: new Date(`${from}T09:00:00Z`),
    },
  });
}

/** What somebody was told of mails that did not go. */
async function told(team: NoticeTeam, who: Name = 'colin') {
  return (await team.person[who].messages()).map(wordsOf).filter((words) => words.includes(': not sent, '));
}

/** All that is due is done and delivered, twice over. */
async function settles(team: NoticeTeam) {
  await team.settle();
  await team.move({ advance: 'PT10M' });
}

it('a confirmation that a hold keeps from going is told to whoever asked for it, once, with what to do', async () => {
  const { team, debtor } = await promiseTeam();
  await confirms(team, 'max');
  await rests(team, debtor.id, '2026-11-23', '2026-12-11');
  await settles(team);
  expect(await team.mails()).toEqual([]);
  const said = await told(team, 'max');
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(
    /Confirmation of what was agreed to Jane Miller &lt;jane@acme.example&gt;: not sent, the account rests: .*\. Send it again from the account once nothing speaks against it\./,
  );
  expect(await told(team, 'colin')).toEqual([]);
});

it('one whose money came meanwhile is told too: nothing is left to do', async () => {
  const { team, debtor } = await promiseTeam();
  await confirms(team);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  await settles(team);
  expect(await team.mails()).toEqual([]);
  expect((await told(team)).join()).toMatch(/not sent, .*Nothing is left to do\./);
});

it('where whoever asked has left, the owner is told', async () => {
  const { team, debtor } = await promiseTeam();
  await confirms(team, 'max');
  await team.db.prisma.member.update({
    where: { id: team.member.max },
    data: { leftAt: team.clock.now() },
  });
  await rests(team, debtor.id, '2026-11-23', '2026-12-11');
  await settles(team);
  expect(await told(team, 'colin')).toHaveLength(1);
});

it('a statement on demand that is withheld is told to whoever asked for it', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  const asking = { workspace: await team.workspace(), member: await memberOf(team, 'colin') };
  await sendStatement(team.db, { ...asking, debtorId: debtor.id, now: team.clock.now() });
  await rests(team, debtor.id, '2026-11-23', '2026-12-11');
  await settles(team);
  expect(await team.mails()).toEqual([]);
  expect((await told(team)).join()).toMatch(/Statement of account to .*not sent, /);
});

it('a statement of the month’s end is told to the owner once it does not go any more, not while it is written anew', async () => {
  const team = await monthEndTeam();
  const debtor = await customer(team);
  const log = pino({ level: 'silent' });
  await endMonth(team.db, { workspace: await team.workspace(), now: new Date(MONTH_END), log });
  await rests(team, debtor.id, '2026-11-27', '2026-12-11');
  await team.move({ to: MONTH_END });
  expect(await ends(team)).toMatchObject([{ statement: 'waiting' }]);
  expect(await told(team)).toEqual([]);
  await team.move({ to: '2026-11-30T10:30:00Z' });
  expect(await ends(team)).toMatchObject([{ statement: 'not_sent' }]);
  expect(await told(team)).toHaveLength(1);
  await team.move({ to: '2026-12-01T12:00:00Z' });
  expect(await told(team)).toHaveLength(1);
  expect(await team.mails()).toEqual([]);
});

it('one that a manager says was not sent, and may not go now, is told to whoever asked for it', async () => {
  const { team, debtor } = await promiseTeam();
  await confirms(team);
  await nobodyKnows(team);
  await rests(team, debtor.id, '2026-11-23', '2026-12-11');
  await managerSays(team, 'prompt_was_not_sent');
  await settles(team);
  expect((await told(team)).join()).toMatch(
    /not sent, M\w+.* says that it was not sent; .*rests.*Send it again from the account once/,
  );
});
