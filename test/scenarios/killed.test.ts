import { setTimeout as realTime } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aDebtor } from '../support/aDebtor.ts';
import type { Seen } from '../support/Person.ts';
import { type Team, teamOnSlack } from '../support/teamOnSlack.ts';
import { buttonsOf } from '../support/wordsOf.ts';
import { DulyProcess } from './DulyProcess.ts';
import { aDebtorAtTheFinalNotice, story } from './finalNotice.ts';
import { slowLine } from './slowLine.ts';

const FIRMS = ['Acme Ltd', 'Borough Bakery', 'Calder Mills'];

/** Three debtors of Colin's at the final notice, and three of Clara's to remind. */
async function books(team: Team): Promise<void> {
  for (const [index, name] of FIRMS.entries()) {
    await aDebtorAtTheFinalNotice(team, {
      name,
      account: `F-${index}`,
      invoices: [{ number: `INV-20${index}`, due: '2026-09-04', amount: 120_000 + index }],
      contacts: [{ name: 'Jane Miller', phone: '1', email: `jane@firm-${index}.example` }],
    });
    await aDebtor(team.db, team.workspaceId, {
      name: `Late ${index}`,
      account: `L-${index}`,
      ownerId: team.member.clara,
      invoices: [{ number: `INV-30${index}`, due: '2026-11-16', amount: 50_000 + index }],
      contacts: [{ name: 'Pat Late', phone: '2', email: `pat@late-${index}.example` }],
    });
  }
}

/** The half minute passes after which what a dead process had in hand is free to others. */
async function claimsRunOut({ db }: Team): Promise<void> {
  await db.execute(`UPDATE outbox SET lease_until = now() - interval '1 second' WHERE state = 'sending'`);
}

/** What people do on a busy morning; whoever sees that nothing came of a click clicks again. */
const morning: readonly ((team: Team) => Promise<unknown>)[] = [
  async (team) => {
    if (team.playground.now() < NINE) await team.move({ to: NINE.toISOString() });
  },
  async ({ person }) => {
    const list = (await person.clara.messages()).find((m) => buttonsOf(m, 'reminders_send_all').length > 0);
    if (list) await person.clara.click(list, 'reminders_send_all');
  },
  async ({ person }) => {
    for (const prompt of await person.colin.messages()) {
      if (buttonsOf(prompt, 'prompt_ask_approval').length === 0) continue;
      await person.colin.click(prompt, 'prompt_ask_approval');
    }
  },
  async (team) => {
    for (const asked of await requests(team)) {
      const ticked = asked.reactions.some(
        ({ name, users }) => name === 'white_check_mark' && users.includes(team.person.marta.id),
      );
      if (!ticked) await team.person.marta.react(asked, 'white_check_mark');
    }
  },
  (team) => team.move({ advance: 'PT11M' }),
];
const NINE = new Date('2026-11-23T09:00:30Z');

async function requests({ person, channels }: Team): Promise<Seen[]> {
  const seen = await person.marta.messages(channels.approvals);
  return seen.filter((message) => buttonsOf(message, 'approval_approve').length > 0);
}

/** Nothing twice, nothing lost: what stands on Slack and in the mailboxes is what is on record as sent. */
async function nothingTwiceNothingLost(team: Team): Promise<void> {
  const { db, person } = team;
  const rows = await db.prisma.outbox.findMany();
  const overtaken = (state: string, kind: string) => state === 'cancelled' && kind === 'slack_update';
  const asked = (state: string, kind: string) => state === 'unsure' && kind === 'mail';
  const bad = rows.filter(
    ({ state, kind }) => state !== 'sent' && !overtaken(state, kind) && !asked(state, kind),
  );
  expect(bad.map(({ key, state, error }) => [key, state, error])).toEqual([]);

  const states = await Promise.all([person.marta, person.colin, person.clara].map((who) => who.state()));
  const tag = z.looseObject({ metadata: z.object({ event_payload: z.object({ key: z.string() }) }) });
  const posted = new Map<string, Set<string>>();
  for (const { id: channel, messages } of states.flatMap(({ channels }) => channels)) {
    for (const message of messages) {
      const tagged = tag.safeParse(message);
      if (!tagged.success) continue;
      const { key } = tagged.data.metadata.event_payload;
      posted.set(key, (posted.get(key) ?? new Set()).add(`${channel}/${message.ts}`));
    }
  }
  expect([...posted].filter(([, places]) => places.size > 1)).toEqual([]);
  const posts = rows.filter(({ kind }) => kind === 'slack_post').map(({ id }) => id);
  expect(posts.filter((id) => !posted.has(id))).toEqual([]);

  const mailed = (await team.mails()).map(({ to, subject }) => `${to.join()} ${subject}`);
  expect(mailed.length).toBe(new Set(mailed).size);
  const notices = await db.prisma.notice.findMany();
  const settled = notices.filter(({ state }) => state === 'sent' || state === 'unsure');
  const sent = settled.filter(({ state }) => state === 'sent').length;
  const everyone = FIRMS.flatMap(() => ['chase', 'final_notice']).sort();
  expect(settled.map(({ kind }) => kind).sort()).toEqual(everyone);
  expect(mailed.length).toBeGreaterThanOrEqual(sent);
  expect(mailed.length).toBeLessThanOrEqual(settled.length);
}

test.each([
  ['alone', 0],
  ['beside another on the same database', 1],
])(
  'a process that works %s and is killed again and again loses nothing and does nothing twice',
  async (_, others) => {
    const team = await teamOnSlack();
    await books(team);
    for (let other = 0; other < others; other++) await DulyProcess.start(team);
    for (const act of morning) {
      const mortal = await DulyProcess.start(team);
      const acting = act(team).catch(() => {}); // what people see of a process that dies is an error
      await Promise.race([acting, realTime(Math.random() * 700)]);
      await mortal.kill();
      await acting;
      await claimsRunOut(team);
    }
    await DulyProcess.start(team);
    for (const act of morning) {
      await act(team);
      await team.move({ advance: 'PT1M' });
    }
    await claimsRunOut(team);
    await team.move({ advance: 'PT10M' });
    await nothingTwiceNothingLost(team);
  },
  240_000,
);

test('killed between handing a final notice to the mail server and hearing that it was taken: a manager is asked, and it is not mailed again', async () => {
  const team = await teamOnSlack();
  await aDebtorAtTheFinalNotice(team, {});
  const endOfMail = /\r\n\.\r\n$/;
  const line = await slowLine(team.playground.smtpUrl, { holdAnswersAfter: endOfMail });
  const mortal = await DulyProcess.start(team, { smtpUrl: line.url });
  const [goToWork, , ask, tick] = morning;
  for (const act of [goToWork, ask, tick]) await act?.(team);
  const handedOver = line.seen(endOfMail);
  const moving = team.move({ advance: 'PT11M' });
  await handedOver;
  await expect.poll(() => team.mails()).toHaveLength(1);
  await mortal.kill();
  await moving;

  await claimsRunOut(team);
  await DulyProcess.start(team);
  await team.move({ advance: 'PT5M' });
  expect(await team.mails()).toHaveLength(1);
  expect(await story(team)).toMatch(/not known whether it reached/i);
  for (const manager of [team.person.marta, team.person.max]) {
    const prompts = await manager.messages();
    const question = prompts.find((message) => buttonsOf(message, 'prompt_was_sent').length > 0);
    if (question) await manager.click(question, 'prompt_was_sent');
  }
  await team.move({ advance: 'P1D' });
  expect(await team.mails()).toHaveLength(1);
  const steps = await team.db.prisma.stageStep.findMany({ where: { stage: 'final_notice' } });
  expect(steps.map(({ state }) => state)).toEqual(['done']);
}, 120_000);
