import { expect, it } from 'vitest';
import { dayOfDate, isoDay } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from './noticeTeam.ts';

/** Acme, 95 days late: the date of its final notice passed on Friday 20 November 2026. */
const acme = (team: NoticeTeam, kind?: 'sole_trader' | 'individual') =>
  acmeBeforeFinalNotice(team, {
    due: '2026-08-20',
    steps: [['final_notice', 75, '2026-11-06', '2026-11-20']],
    ...(kind && { kind }),
  });

/** The letter is asked for, approved by Marta, and mailed. */
async function mailed(team: NoticeTeam) {
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await team.person.marta.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
}

const step = (team: NoticeTeam) =>
  team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'demand_letter' } });
const deadline = (date: Date | null) => date && isoDay(dayOfDate(date));

it('the letter goes out by email and by registered post; done and dated from its posting, which somebody records with its number', async () => {
  const team = await noticeTeam();
  await acme(team);
  await mailed(team);
  const [mail] = await team.mails();
  expect(mail?.subject).toMatch(/^Formal demand: invoice INV-1, payment required by/);
  expect(mail?.attachments).toHaveLength(1);
  expect(mail?.text).toContain('By registered post and by email.');
  expect(mail?.text).toContain('handing the account to an agency or starting a claim in court');
  expect(mail?.text).not.toContain('Protocol');
  // it could be sent until Friday 27 November, is received on Tuesday 1 December at the latest, and leaves 14 days from there
  const notice = await team.db.prisma.notice.findFirstOrThrow({ where: { kind: 'demand_letter' } });
  expect(deadline(notice.deadlineOn)).toBe('2026-12-15');
  expect(await step(team)).toMatchObject({ state: 'pending', deadlineOn: null });

  await click(team, 'colin', 'prompt_posted');
  const ahead = await team.person.colin.submit({
    posted_on: { selected_date: '2026-11-24' },
    number: { value: 'RK 123 456 789 GB' },
  });
  expect(Object.keys(ahead.errors ?? {})).toEqual(['posted_on']);
  await team.person.colin.submit({
    posted_on: { selected_date: '2026-11-23' },
    number: { value: 'RK 123 456 789 GB' },
  });
  expect(wordsOf(await team.person.colin.view())).toMatch(
    /RK 123 456 789 GB.*counts as received on .*25 Nov/s,
  );
  await team.person.colin.close();
  const done = await step(team);
  expect([done.state, deadline(done.doneOn), deadline(done.deadlineOn)]).toEqual([
    'done',
    '2026-11-23',
    '2026-12-15',
  ]);
  const letter = await team.db.prisma.activity.findFirstOrThrow({ where: { kind: 'letter' } });
  expect(letter).toMatchObject({ counted: false, details: { registeredNumber: 'RK 123 456 789 GB' } });
});

it('posted late, the date that counts moves with the receipt; until then nothing else starts', async () => {
  const team = await noticeTeam();
  await acme(team);
  await mailed(team);
  await team.move({ to: '2026-12-03T10:00:00Z' });
  expect(await step(team)).toMatchObject({ state: 'pending' });
  const open = await team.db.prisma.prompt.findFirstOrThrow({
    where: { kind: 'post_letter', state: 'open' },
  });
  const asked =
    open.memberId === team.member.marta ? 'marta' : open.memberId === team.member.max ? 'max' : 'clara';
  await click(team, asked, 'prompt_posted');
  await team.person[asked].submit({ posted_on: { selected_date: '2026-12-02' }, number: { value: 'RK 1' } });
  // received on Friday 4 December, and 14 days from there
  expect(deadline((await step(team)).deadlineOn)).toBe('2026-12-18');
});

async function cameBack({ person: { colin } }: NoticeTeam) {
  await colin.command('reply acme');
  await colin.submit({ kind: { selected_option: 'came_back' } });
  const said = wordsOf(await colin.view());
  await colin.close();
  return said;
}

const deadAddresses = (team: NoticeTeam) =>
  team.db.prisma.contact.count({ where: { deadChannels: { has: 'email' } } });

it('its email comes back: the letter that was posted stands with its date, and is neither mailed nor posted again', async () => {
  const team = await noticeTeam();
  await acme(team);
  await mailed(team);
  await click(team, 'colin', 'prompt_posted');
  await team.person.colin.submit({
    posted_on: { selected_date: '2026-11-23' },
    number: { value: 'RK 123 456 789 GB' },
  });
  await team.person.colin.close();
  const before = await step(team);

  const said = await cameBack(team);
  await team.settle();
  expect(said).toContain('Formal letter of demand stands: the letter was posted too');
  expect(said).not.toContain('not sent');
  expect(await step(team)).toEqual(before);
  expect(await deadAddresses(team)).toBe(1);
  await team.move({ advance: 'P1D' });
  expect(await team.db.prisma.prompt.count({ where: { kind: 'last_call', state: 'open' } })).toBe(0);
  expect(await team.mails()).toHaveLength(1);
});

it('its email comes back before it is posted: it is still to be posted, and counts from there', async () => {
  const team = await noticeTeam();
  await acme(team);
  await mailed(team);
  expect(await cameBack(team)).toContain('counts from its posting');
  await team.settle();
  expect(await deadAddresses(team)).toBe(1);
  await click(team, 'colin', 'prompt_posted');
  await team.person.colin.submit({ posted_on: { selected_date: '2026-11-23' }, number: { value: 'RK 1' } });
  expect(await step(team)).toMatchObject({ state: 'done', deadlineOn: expect.any(Date) });
});

it.each([
  ['sole_trader', 'what your business ordered', 'Business Debtline'],
  ['individual', 'what you ordered', 'StepChange'],
] as const)(
  'to a %s in England it is a letter of claim: 30 days, its enclosures named',
  async (kind, words, advice) => {
    const team = await noticeTeam();
    await acme(team, kind);
    await team.db.prisma.slackChannel.createMany({
      data: [
        {
          workspaceId: team.workspaceId,
          id: team.channels.approvals,
          isPrivate: true,
          checkedAt: new Date(),
        },
      ],
      skipDuplicates: true,
    });
    await mailed(team);
    const [mail] = await team.mails();
    expect(mail?.subject).toMatch(/^Important: please read this formal letter/);
    for (const said of [
      'Pre-Action Protocol for Debt Claims',
      'Information Sheet',
      'Reply Form',
      'Financial Statement form',
      words,
      advice,
    ])
      expect(mail?.text).toContain(said);
    const notice = await team.db.prisma.notice.findFirstOrThrow({ where: { kind: 'demand_letter' } });
    expect(deadline(notice.deadlineOn)).toBe('2026-12-31');
    const prompt = (await team.person.colin.messages()).findLast((m) => m.text.startsWith('Letter to post'));
    expect(wordsOf(prompt ?? {})).toContain('Enclose the Information Sheet');
  },
);

it('what a credit note takes off bears no interest, in the letter or on the account', async () => {
  const team = await noticeTeam({
    settings: { interest: { contractBasisPoints: 1000, law: null, lateCharges: true } },
  });
  const { id: debtorId } = await acme(team);
  const { creditorId } = await team.db.prisma.debtor.findUniqueOrThrow({ where: { id: debtorId } });
  const on = new Date('2026-08-30');
  await team.db.prisma.invoice.create({
    data: {
      ...{ id: newId(), workspaceId: team.workspaceId, creditorId, debtorId, number: 'CN-1' },
      ...{ kind: 'credit_note', issuedOn: on, dueOn: on, currency: 'GBP', recordedAt: team.clock.now() },
      ...{ amount: -110_000n, outstanding: -110_000n },
    },
  });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const letter = wordsOf(await team.request());
  expect(letter).toContain('Amount to pay: £100.00');
  expect(letter).toContain('(95 days, 10% on £100.00): £2.60');
  expect(letter).not.toContain('10% on £1,200.00');
  await team.person.colin.command('show acme');
  expect(wordsOf(await team.person.colin.last())).toContain('£2.60');
});
