import { expect, it } from 'vitest';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorKind } from '../../src/core/facts.ts';
import { newId } from '../../src/core/newId.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from './notices/noticeTeam.ts';

/** Acme, 90 days late: the deadline of its final notice passed on Friday 20 November 2026; the team's policy has visits in use. */
async function acme(team: NoticeTeam, kind: DebtorKind = 'business') {
  const policy = kind === 'business' ? businessPolicy : privatePolicy;
  const tasks = policy.tasks.map((task) => ({ ...task, enabled: task.key === 'direct_contact' }));
  const id = newId();
  await team.db.prisma.policy.create({
    data: {
      id,
      workspaceId: team.workspaceId,
      key: policy.key,
      version: 1,
      name: policy.name,
      definition: JSON.parse(JSON.stringify({ ...policy, tasks })),
      createdAt: team.clock.now(),
    },
  });
  const debtor = await acmeBeforeFinalNotice(team, {
    kind,
    due: '2026-08-25',
    steps: [['final_notice', 75, '2026-11-09', '2026-11-20']],
  });
  await team.db.prisma.case.updateMany({ data: { policyId: id } });
  await team.settle();
  return debtor;
}

const choice = (value: string, text: string) => ({
  selected_option: { text: { type: 'plain_text', text }, value },
});
const asked = (team: NoticeTeam) => team.db.prisma.prompt.findFirst({ where: { kind: 'direct_contact' } });
const jane = async (team: NoticeTeam) =>
  (await team.db.prisma.contact.findFirstOrThrow({ where: { name: 'Jane Miller' } })).id;
const step = (team: NoticeTeam) =>
  team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'direct_contact' } });

it('a business is visited: finding nobody asks again, a talk is kept word for word and done, and Undo asks anew', async () => {
  const team = await noticeTeam();
  const { colin } = team.person;
  await acme(team);
  await click(team, 'colin', 'prompt_report_visit');
  const empty = await colin.submit({ met: choice('nobody', 'Nobody'), words: { value: '' } });
  expect(Object.keys(empty.errors ?? {})).toEqual(['words']);
  await colin.submit({ met: choice('nobody', 'Nobody'), words: { value: 'Shutters down' } });
  await colin.close();
  expect((await asked(team))?.snoozedUntil).not.toBeNull();
  expect(await step(team)).toMatchObject({ state: 'pending' });

  await team.move({ to: '2026-11-24T09:30:00Z' });
  await click(team, 'colin', 'prompt_report_visit');
  const met = await jane(team);
  await colin.submit({ met: choice(met, 'Jane'), words: { value: 'Pays <b> on Friday' } });
  const said = await colin.view();
  expect(await step(team)).toMatchObject({ state: 'done' });
  expect(await asked(team)).toMatchObject({ state: 'done' });
  const visits = await team.db.prisma.activity.findMany({ where: { kind: 'visit' }, orderBy: { at: 'asc' } });
  expect(visits.map(({ rightParty, contactId, notes }) => [rightParty, contactId, notes])).toEqual([
    [false, null, 'Shutters down'],
    [true, met, 'Pays <b> on Friday'],
  ]);
  await colin.command('show acme');
  expect(wordsOf(await colin.last())).toContain('Pays &lt;b&gt; on Friday');
  await colin.click(said, 'undo_activity');
  expect(await step(team)).toMatchObject({ state: 'pending' });
  expect(await asked(team)).toMatchObject({ state: 'open' });
});

it('nobody visits a sole trader before a manager agreed; where one does not, nobody goes', async () => {
  const team = await noticeTeam();
  await acme(team, 'sole_trader');
  expect(await asked(team)).toBeNull();
  const agree = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  const manager = agree.memberId === team.member.marta ? 'marta' : 'max';
  await click(team, manager, 'prompt_agree');
  expect(await asked(team)).toMatchObject({ memberId: team.member.colin, state: 'open' });

  const other = await noticeTeam();
  const debtor = await acme(other, 'sole_trader');
  const first = await other.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  await click(other, first.memberId === other.member.marta ? 'marta' : 'max', 'prompt_disagree');
  await other.settle();
  expect(await step(other)).toMatchObject({ state: 'skipped' });
  expect(await asked(other)).toBeNull();
  for (const invoiceId of debtor.invoiceIds) await other.pays(debtor, invoiceId);
});

it('money that comes before the report ends what was asked, and the visit is kept all the same; Undo takes it back, and asks nobody', async () => {
  const team = await noticeTeam();
  const { colin } = team.person;
  const debtor = await acme(team);
  await click(team, 'colin', 'prompt_report_visit');
  for (const invoiceId of debtor.invoiceIds) await team.pays(debtor, invoiceId);
  expect(await asked(team)).toMatchObject({ state: 'overtaken' });
  await colin.submit({
    met: choice(await jane(team), 'Jane'),
    words: { value: 'She showed me the transfer' },
  });
  const said = await colin.view();
  expect(wordsOf(said)).toContain('The visit is recorded.');
  expect(wordsOf(said)).toContain('It is not asked for any more. Paid: nothing to do.');
  await colin.command('show acme');
  expect(wordsOf(await colin.last())).toContain('She showed me the transfer');
  await colin.click(said, 'undo_activity');
  expect(await asked(team)).toMatchObject({ state: 'overtaken' });

  await colin.close();
  await click(team, 'colin', 'prompt_report_visit');
  await colin.submit({ met: choice('nobody', 'Nobody'), words: { value: 'Shutters down' } });
  expect(wordsOf(await colin.view())).toContain('It is not asked for any more. Paid: nothing to do.');
  expect(await team.db.prisma.activity.count({ where: { kind: 'visit', reversesId: null } })).toBe(2);
});

it('a visit after the deadline had passed is the one asked for on Monday, one on its last day is kept and does not count for it', async () => {
  const team = await noticeTeam();
  const { colin } = team.person;
  await acme(team);
  const report = async (day: string, words: string) => {
    await click(team, 'colin', 'prompt_report_visit');
    await colin.submit({
      met: choice(await jane(team), 'Jane'),
      at: { selected_date_time: Date.parse(`${day}T15:00:00Z`) / 1000 },
      words: { value: words },
    });
    return colin.view();
  };
  for (const early of ['2020-01-01', '2026-11-20']) {
    expect(wordsOf(await report(early, 'Too busy to talk'))).toContain(
      'What is asked for is a visit from Saturday 21 November on',
    );
    await colin.close();
    expect(await asked(team)).toMatchObject({ state: 'open', snoozedUntil: null });
    expect(await step(team)).toMatchObject({ state: 'pending' });
  }
  const said = await report('2026-11-21', 'Pays next week');
  expect(wordsOf(said)).not.toContain('What is asked for');
  expect(await asked(team)).toMatchObject({ state: 'done' });
  expect(await step(team)).toMatchObject({ state: 'done', doneOn: new Date('2026-11-23') });

  await colin.click(said, 'undo_activity');
  expect(await asked(team)).toMatchObject({ state: 'open' });
  expect(await step(team)).toMatchObject({ state: 'pending', doneOn: null });
});
