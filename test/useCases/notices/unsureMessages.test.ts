import { pino } from 'pino';
import { expect, it } from 'vitest';
import { endMonth } from '../../../src/useCases/monthEnds/endMonth.ts';
import { sendConfirmation } from '../../../src/useCases/promises/sendConfirmation.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme, logs, memberOf, promised } from '../calls/callTeam.ts';
import { customer, ends, MONTH_END, monthEndTeam } from '../monthEnds/monthEndTeam.ts';
import { type NoticeTeam, noticeTeam } from './noticeTeam.ts';
import { managerSays, nobodyKnows } from './unsureMail.ts';

const told = ({ db }: NoticeTeam) => db.prisma.prompt.findMany({ where: { kind: 'undelivered' } });
const sentTo = async (team: NoticeTeam) => (await team.mails()).map(({ to }) => to[0]);

/** Jane promised £840.50 for 4 December, and Colin confirms it by mail. */
async function promiseConfirmed() {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 84_050 }] });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await logs(team, 'colin', { ...promised(debtor.id, 84_050, '2026-12-04'), at: team.clock.now() });
  const { id: promiseId } = await team.db.prisma.promise.findFirstOrThrow();
  const about = { workspace: await team.workspace(), member: await memberOf(team, 'colin'), promiseId };
  const confirms = () => sendConfirmation(team.db, { ...about, now: team.clock.now() });
  await confirms();
  await nobodyKnows(team);
  return { team, debtor, confirms };
}

it('a confirmation that was not sent, as a manager says: its owner is told, and sends it again', async () => {
  const { team, confirms } = await promiseConfirmed();
  expect((await confirms()).said.join()).toContain('on its way already');
  await managerSays(team, 'prompt_was_not_sent');
  expect(await told(team)).toMatchObject([{ memberId: team.member.colin, state: 'open' }]);
  const shown = (await team.person.colin.messages()).map(wordsOf).join('\n');
  expect(shown).toContain('Confirmation of what was agreed not sent, send it again');
  expect(shown).toMatch(/says that it was not sent. Send it again from the account/);
  await confirms();
  await team.settle();
  expect(await sentTo(team)).toEqual(['jane@acme.example']);
});

it('the day after the next one it is too late for another: the owner is told to write themselves', async () => {
  const { team } = await promiseConfirmed();
  await team.move({ to: '2026-11-25T10:00:00Z' });
  await managerSays(team, 'prompt_was_not_sent');
  expect(JSON.stringify(await told(team))).toContain(
    'Write to them yourself: it is too late for another one',
  );
});

it('nobody is told of it once the money came, nor where it was sent', async () => {
  const { team, debtor } = await promiseConfirmed();
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  await managerSays(team, 'prompt_was_not_sent');
  expect(await told(team)).toEqual([]);

  const other = await promiseConfirmed();
  await managerSays(other.team, 'prompt_was_sent');
  expect(await told(other.team)).toEqual([]);
});

it('a month-end statement that was not sent, as a manager says: its owner is told, and sends it', async () => {
  const team = await monthEndTeam();
  await customer(team);
  await team.move({ to: '2026-11-30T08:00:00Z' });
  const log = pino({ level: 'silent' });
  await endMonth(team.db, { workspace: await team.workspace(), now: new Date(MONTH_END), log });
  await nobodyKnows(team);
  expect(await ends(team)).toMatchObject([{ statement: 'queued' }]);
  await managerSays(team, 'prompt_was_not_sent');
  expect(await ends(team)).toMatchObject([
    { statement: 'not_sent', why: expect.stringContaining('says that it was not sent') },
  ]);
  expect(await told(team)).toMatchObject([{ memberId: team.member.colin, state: 'open' }]);
  await team.move({ to: MONTH_END });
  const { colin } = team.person;
  await colin.command('statement acme');
  await colin.click(await colin.view(), 'statement_send');
  await team.settle();
  expect(await sentTo(team)).toEqual(['jane@acme.example']);
});
