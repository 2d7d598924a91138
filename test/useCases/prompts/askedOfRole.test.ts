import { expect, it } from 'vitest';
import { businessPolicy } from '../../../src/core/defaultPolicies.ts';
import { newId } from '../../../src/core/newId.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { acme } from '../calls/callTeam.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

const prompt = (team: NoticeTeam, kind: string) =>
  team.db.prisma.prompt.findFirstOrThrow({ where: { kind } });

/** The policy asks finance to look at the invoice on day 25: a task of the team's own. */
async function withTaskOfFinance(team: NoticeTeam): Promise<void> {
  const task = { key: 'check_invoice', kind: 'task', day: 25, asks: 'finance' };
  const rungs = businessPolicy.rungs.filter(({ key }) => key !== 'commitment_call' && key !== 'chase');
  const definition = JSON.parse(
    JSON.stringify({ ...businessPolicy, rungs: [...rungs.slice(0, 2), task], tasks: [] }),
  );
  const { key, name } = businessPolicy;
  await team.db.prisma.policy.create({
    data: {
      ...{ id: newId(), workspaceId: team.workspaceId, key, name, version: 1, active: true },
      ...{ definition, createdAt: team.clock.now() },
    },
  });
}

it('finance puts off a task that the policy asks it to do, and says when it is done', async () => {
  const team = await noticeTeam();
  const { fiona } = team.person;
  await withTaskOfFinance(team);
  await acme(team);
  expect(await prompt(team, 'task')).toMatchObject({ memberId: team.member.fiona });
  expect((await fiona.messages()).flatMap((m) => buttonsOf(m, 'prompt_log_call'))).toEqual([]);
  await click(team, 'fiona', 'prompt_snooze');
  await fiona.submit({ until: { selected_date: '2026-11-24' } });
  expect(wordsOf(await fiona.view())).toContain('Put off until');
  await fiona.close();
  await team.move({ to: '2026-11-24T09:30:00Z' });
  await click(team, 'fiona', 'prompt_done');
  expect(await prompt(team, 'task')).toMatchObject({ state: 'done', closedBy: team.member.fiona });
  expect(await team.db.prisma.stageStep.findFirst()).toMatchObject({
    stage: 'check_invoice',
    state: 'done',
  });
});

it('a task of finance is not done because a viewer says so', async () => {
  const team = await noticeTeam();
  await withTaskOfFinance(team);
  await acme(team);
  const { id } = await prompt(team, 'task');
  const [message] = (await team.person.fiona.messages()).filter(
    (m) => buttonsOf(m, 'prompt_done').length > 0,
  );
  await team.db.prisma.member.update({ where: { id: team.member.fiona }, data: { role: 'viewer' } });
  await team.person.fiona.click(message ?? (await team.person.fiona.last()), 'prompt_done', { value: id });
  expect((await team.person.fiona.last()).text).toContain('Only collectors, finance and managers');
  expect(await prompt(team, 'task')).toMatchObject({ state: 'open' });
});

/** What Slack shows after the newest prompt with a hand-over was given to somebody. */
async function handsOver(
  team: NoticeTeam,
  from: 'marta' | 'max' | 'fiona',
  to: keyof NoticeTeam['person'],
): Promise<string> {
  const person = team.person[from];
  await click(team, from, 'prompt_hand_over');
  await person.submit({ to: { selected_user: team.person[to].id } });
  const said = wordsOf(await person.view());
  await person.close();
  return said;
}

it('finance hands the question whether payments are up to date to finance or a manager, to nobody else', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.db.prisma.ledgerImport.updateMany({ data: { asOf: new Date('2026-11-10') } });
  await team.move({ advance: 'PT5M' });
  expect(await prompt(team, 'freshness')).toMatchObject({ memberId: team.member.fiona });
  await team.db.prisma.member.update({ where: { id: team.member.vera }, data: { role: 'finance' } });
  expect(await handsOver(team, 'fiona', 'colin')).toContain('Only finance and managers can take it over');
  expect(await handsOver(team, 'fiona', 'vera')).toContain('Vera Novak has it now');
  expect(await prompt(team, 'freshness')).toMatchObject({ memberId: team.member.vera, state: 'open' });
});

it('what a manager has to agree to is never handed to somebody who could not', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('promise acme 1,200 by 31 dec');
  await colin.submit();
  await colin.close();
  await team.settle();
  const { memberId } = await prompt(team, 'agree');
  const [from, other] =
    memberId === team.member.marta ? (['marta', 'max'] as const) : (['max', 'marta'] as const);
  for (const to of ['colin', 'fiona'] as const)
    expect(await handsOver(team, from, to)).toContain('Only managers can take it over');
  expect(await handsOver(team, from, other)).toContain('has it now');
  expect(await prompt(team, 'agree')).toMatchObject({ memberId: team.member[other], state: 'open' });
});

it.each([
  ['asks us to cease all contact', 'Only managers can take it over'],
  ['paid to another account', 'Fiona Grant has it now'],
])('a manager who hands the decision about “%s” to finance is told: %s', async (words, said) => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command(`stop acme ${words}`);
  await colin.submit();
  await colin.close();
  await team.settle();
  const { member, db } = team;
  const asked = { kind: 'decide_condition', memberId: { in: [member.marta, member.max] } };
  const { memberId } = await db.prisma.prompt.findFirstOrThrow({ where: asked });
  expect(await handsOver(team, memberId === member.marta ? 'marta' : 'max', 'fiona')).toContain(said);
});
