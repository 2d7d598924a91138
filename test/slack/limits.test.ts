import { expect, test } from 'vitest';
import { paymentsKnownUntil } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import type { Filled } from '../support/Person.ts';
import { people } from '../support/sampleTeam.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const alone: Filled = {
  singleApprover: {
    selected_option: { text: { type: 'plain_text', text: '-' }, value: 'confirm_twice' },
  },
};

test('a team with one manager is told where to choose; from then on that manager confirms twice, and the final notice goes out', async () => {
  const team = await noticeTeam();
  const { marta } = team.person;
  await acmeBeforeFinalNotice(team);
  await team.db.prisma.member.update({ where: { id: team.member.max }, data: { role: 'collector' } });
  await team.db.prisma.debtor.updateMany({ data: { ownerId: team.member.marta } });
  await team.settle();
  await click(team, 'marta', 'prompt_ask_approval');
  expect((await marta.messages()).findLast((m) => m.ephemeral)?.text).toContain('/debt settings limits');
  expect(await team.db.prisma.approval.count()).toBe(0);

  await limits(team, 'marta', alone);
  await click(team, 'marta', 'prompt_ask_approval');
  await marta.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toEqual([]);
  await click(team, 'marta', 'approval_approve', team.channels.approvals);
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
}, 60_000);

test('what a collector asks for above the limit the only manager confirms twice too', async () => {
  const team = await noticeTeam({ settings: { twoApproversOver: { GBP: 100_000 } } });
  await acmeBeforeFinalNotice(team);
  await team.db.prisma.member.update({ where: { id: team.member.max }, data: { role: 'viewer' } });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const refusal = (await team.person.colin.messages()).findLast((m) => m.ephemeral)?.text;
  expect(refusal).toMatch(/the only one confirms twice, or from what amount two are needed/);
  await limits(team, 'marta', alone);
  await click(team, 'colin', 'prompt_ask_approval');
  await team.person.marta.react(await team.request(), 'white_check_mark');
  expect(await approval(team)).toMatchObject({ state: 'open', approvers: 2 });
  await click(team, 'marta', 'approval_approve', team.channels.approvals);
  expect(await approval(team)).toMatchObject({ state: 'approved' });
}, 60_000);

test('a limit that is lowered holds for what one has just approved: it waits for the second', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await team.person.max.react(await team.request(), 'white_check_mark');
  expect(await approval(team)).toMatchObject({ state: 'approved', approvers: 1 });
  await limits(team, 'marta', { twoApproversOver: { value: 'GBP 1,000' } });
  await team.move({ advance: 'PT1M' });
  expect(await approval(team)).toMatchObject({ state: 'open', approvers: 2 });
  expect(await team.db.prisma.audit.count({ where: { action: 'approvers_recounted' } })).toBe(1);
  expect(wordsOf(await team.request())).toContain('2 approvers needed');
  expect(await team.thread(await team.request())).toContain('two approvers are needed now');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  await team.person.marta.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
}, 60_000);

test('a limit that is raised sends nothing by itself: who approved is not asked again, and the second still decides', async () => {
  const team = await noticeTeam({ settings: { twoApproversOver: { GBP: 100_000 } } });
  await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await team.person.max.react(await team.request(), 'white_check_mark');
  await limits(team, 'marta', { twoApproversOver: { value: '' } });
  await team.move({ advance: 'PT1H' });
  expect(await approval(team)).toMatchObject({ state: 'open', approvers: 2 });
  expect(await team.mails()).toEqual([]);
  await click(team, 'marta', 'approval_approve', team.channels.approvals);
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
}, 60_000);

test('yen need two approvers until they have a limit of their own; the other currencies keep theirs', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.db.prisma.invoice.updateMany({ data: { currency: 'JPY' } });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  expect(wordsOf(await team.request())).toContain('2 approvers needed');
  await limits(team, 'marta', { twoApproversOver: { value: '¥1,500,000\nCHF 0' } });
  await team.move({ advance: 'PT1M' });
  expect(wordsOf(await team.request())).toContain('One approver needed');
  const { twoApproversOver } = (await team.workspace()).settings;
  expect(twoApproversOver).toMatchObject({ JPY: 1_500_000, GBP: 1_000_000 });
  expect(twoApproversOver).not.toHaveProperty('CHF');

  await team.person.marta.command('settings limits');
  expect(await shown(team, 'marta', 'twoApproversOver')).toBe('CHF 0.00\nJPY 1500000');
}, 60_000);

test('what is too little to chase is asked for as soon as its limit is lower, though its account rested', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team, { amounts: [2000] });
  await team.settle();
  expect(await team.db.prisma.prompt.count()).toBe(0);
  await team.db.prisma.debtor.updateMany({ data: { nextReviewAt: null } });
  await limits(team, 'marta', { smallBalance: { value: 'JPY 4,000\n\nGBP 12.50' } });
  expect((await team.workspace()).settings.smallBalance).toEqual({
    ...{ JPY: 4000, GBP: 1250 },
    ...{ EUR: 2500, USD: 2500, CHF: 2500 },
  });
  await team.move({ advance: 'PT1M' });
  expect(await team.db.prisma.prompt.count({ where: { kind: 'last_call' } })).toBe(1);
}, 60_000);

test('what is approved waits for a newer bank file where payments may not be as old', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.db.prisma.ledgerImport.deleteMany();
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-11-20');
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await team.person.max.react(await team.request(), 'white_check_mark');
  await limits(team, 'marta', { freshnessDays: { value: '0' } });
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toEqual([]);
  await limits(team, 'marta', { freshnessDays: { value: '' } });
  await team.move({ advance: 'P1D' });
  expect(await team.mails()).toHaveLength(1);
}, 60_000);

test('members are asked as often a day as the team sets, but for one with a number of their own', async () => {
  const { db, member, ...duly } = await dulyInPlayground();
  await db.prisma.member.update({ where: { id: member.clara }, data: { capacity: 5 } });
  await limits(duly, 'marta', { promptsADay: { value: '25' } });
  const capacity = async (id: string) =>
    (await db.prisma.member.findUniqueOrThrow({ where: { id } })).capacity;
  expect([await capacity(member.colin), await capacity(member.clara)]).toEqual([25, 5]);
});

test('each change is on record with what it was; the same again, as it is shown, is no news', async () => {
  const duly = await dulyInPlayground({ settings: { twoApproversOver: { GBP: 100_000 } } });
  await limits(duly, 'marta', {});
  expect(await duly.db.prisma.audit.count()).toBe(0);
  await limits(duly, 'marta', { ...alone, freshnessDays: { value: '5' } });
  await limits(duly, 'max', {});
  const audit = await duly.db.prisma.audit.findMany();
  expect(audit).toMatchObject([
    {
      action: 'limits_changed',
      actor: duly.member.marta,
      before: { freshnessDays: 2, singleApprover: 'second' },
      after: { freshnessDays: 5, singleApprover: 'confirm_twice' },
    },
  ]);
  await limits(duly, 'max', { freshnessDays: { value: '' } });
  const { settings } = await duly.db.prisma.workspace.findUniqueOrThrow({ where: { id: duly.workspaceId } });
  expect(settings).not.toHaveProperty('freshnessDays');
  expect(settings).toMatchObject({
    singleApprover: 'confirm_twice',
    channels: { finance: duly.channels.finance },
  });
});

test('a slip is said at its field, and nothing that was typed is lost', async () => {
  const { person, workspace, db, member } = await dulyInPlayground();
  await person.max.command('settings limits');
  const typed: Filled = {
    twoApproversOver: { value: 'GBP 10,000\nplenty' },
    smallBalance: { value: 'EUR 25\nEUR 30' },
    freshnessDays: { value: '2.5' },
    promptsADay: { value: '0' },
  };
  expect((await person.max.submit(typed)).errors).toEqual({
    twoApproversOver: expect.stringContaining('GBP 10,000'),
    smallBalance: expect.stringContaining('two lines for EUR'),
    freshnessDays: expect.stringContaining('0 to 30'),
    promptsADay: expect.stringContaining('1 to 500'),
  });
  for (const value of ['GBP -5', '10,000', 'ABC 5', 'JPY 1.5'])
    expect((await person.max.submit({ twoApproversOver: { value } })).errors).toHaveProperty(
      'twoApproversOver',
    );
  expect((await workspace()).settings.freshnessDays).toBe(2);

  await db.prisma.member.update({ where: { id: member.max }, data: { role: 'viewer' } });
  await person.max.submit({
    ...{ twoApproversOver: { value: 'GBP 7,000' }, smallBalance: { value: '' } },
    ...{ freshnessDays: { value: '3' }, promptsADay: { value: '30' } },
  });
  const again = await person.max.view();
  expect(wordsOf(again)).toContain('Only managers');
  expect(JSON.stringify(again)).toContain('GBP 7,000');
  expect((await workspace()).settings.promptsADay).toBe(40);
});

test('the form is for managers alone, and a click away from the settings; it says what holds where nothing is set', async () => {
  const { person, ...duly } = await dulyInPlayground();
  await person.colin.command('settings limits');
  expect(wordsOf(await person.colin.view())).toContain('Only managers');
  await person.marta.command('settings');
  await person.marta.click(await person.marta.view(), 'open_limits');
  const form = JSON.stringify(await person.marta.view());
  expect(form).toContain('10,000 for EUR, USD, GBP, CHF, AUD, NZD, CAD');
  expect(form).toContain('25 for EUR, USD, GBP, CHF');
  expect(await shown({ person, ...duly }, 'marta', 'twoApproversOver')).toBeUndefined();
});

test('personal data are kept for as many years as the team says, never fewer than the law and the house ask for', async () => {
  const { person, workspace, ...duly } = await dulyInPlayground();
  await person.marta.command('settings limits');
  const form = wordsOf(await person.marta.view());
  expect(form).toContain('US Regulation F asks for 3 at least');
  for (const value of ['5', '6.5', 'six', '101'])
    expect((await person.marta.submit({ recordsYears: { value } })).errors).toEqual({
      recordsYears: 'Write a whole number from 6 to 100.',
    });
  await person.marta.submit({ recordsYears: { value: '' } });
  await person.marta.close();
  await person.marta.command('settings limits');
  for (const value of ['2', '0', '-3'])
    expect((await person.marta.submit({ recordsYearsRegulationF: { value } })).errors).toEqual({
      recordsYearsRegulationF: 'Write a whole number from 3 to 100.',
    });
  await limits({ person }, 'marta', {
    recordsYears: { value: '10' },
    recordsYearsRegulationF: { value: '7' },
  });
  expect((await workspace()).settings).toMatchObject({ recordsYears: 10, recordsYearsRegulationF: 7 });
  await person.marta.command('settings limits');
  expect(await shown({ person }, 'marta', 'recordsYears')).toBe('10');
  await person.marta.close();
  await limits({ person }, 'max', { recordsYears: { value: '' } });
  expect((await workspace()).settings).toMatchObject({ recordsYears: 6, recordsYearsRegulationF: 7 });
  expect(await duly.db.prisma.audit.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { actor: duly.member.marta, before: { recordsYears: 6 }, after: { recordsYears: 10 } },
    { actor: duly.member.max, before: { recordsYears: 10 }, after: { recordsYears: 6 } },
  ]);
});

test('who joins later is asked as often as the others', async () => {
  const duly = await dulyInPlayground({ settings: { promptsADay: 12 } });
  await duly.db.prisma.member.deleteMany({ where: { slackUserId: people.vera.id } });
  await duly.person.vera.command('help');
  const vera = await duly.db.prisma.member.findFirstOrThrow({ where: { slackUserId: people.vera.id } });
  expect(vera.capacity).toBe(12);
});

/** A manager opens the limits, changes these fields and saves; throws where that is not taken. */
async function limits(
  { person }: Pick<DulyInPlayground, 'person'>,
  name: keyof DulyInPlayground['person'],
  filled: Filled,
): Promise<void> {
  await person[name].command('settings limits');
  const answer = await person[name].submit(filled);
  expect(answer).toMatchObject({ ok: true });
  expect(wordsOf(await person[name].view())).toContain('Saved');
  await person[name].close();
}

async function shown(
  { person }: Pick<DulyInPlayground, 'person'>,
  name: keyof DulyInPlayground['person'],
  field: string,
): Promise<unknown> {
  const { blocks } = await person[name].view();
  const block = blocks.find(({ block_id }) => block_id === field) as { element?: { initial_value?: string } };
  return block.element?.initial_value;
}

const approval = ({ db }: DulyInPlayground) => db.prisma.approval.findFirstOrThrow();
