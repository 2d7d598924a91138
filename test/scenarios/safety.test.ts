import { expect, test } from 'vitest';
import { newId } from '../../src/core/newId.ts';
import { aDebtor } from '../support/aDebtor.ts';
import type { Seen } from '../support/Person.ts';
import { type RunningDuly, runningDuly } from '../support/runningDuly.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { allFacts } from './facts.ts';
import { askedForApproval, atTheFinalNotice, decisions } from './finalNotice.ts';
import { type Payload, sendCommand, sendEvent, sendInteraction, sent } from './requests.ts';

/** Slack's own words for a command, as somebody typed it in this workspace. */
async function aCommand(duly: RunningDuly): Promise<Payload> {
  await duly.person.colin.command('help');
  const [command] = await sent(duly, 'slash_commands');
  return command ?? {};
}

/** Colin clicks a button; Slack's own words for it, with another button and value put in their place. */
async function aClick(duly: RunningDuly, on: Seen, button: string, action_id: string, value: string) {
  await duly.person.colin.click(on, button);
  const click = (await sent(duly, 'interactive')).at(-1) ?? {};
  const [action] = click.actions as Payload[];
  return { ...click, actions: [{ ...action, action_id, value }] };
}

test('who does not know the secret is turned away, and nothing is done', async () => {
  const duly = await runningDuly({ mode: 'http', started: false });
  const command = { ...(await aCommand(duly)), user_id: duly.person.marta.id, text: 'start' };
  expect((await sendCommand(duly, command, { secret: 'guessed' })).status).toBe(401);
  expect((await duly.workspace()).startedAt).toBeUndefined();
});

test('a request that is older than five minutes is turned away, however well signed', async () => {
  const duly = await runningDuly({ mode: 'http', started: false });
  const command = { ...(await aCommand(duly)), user_id: duly.person.marta.id, text: 'start' };
  expect((await sendCommand(duly, command, { age: 301 })).status).toBe(401);
  expect((await duly.workspace()).startedAt).toBeUndefined();
  expect((await sendCommand(duly, command)).status).toBe(200); // the same in time is heard
  expect((await duly.workspace()).startedAt).toBeDefined();
});

test('a request of more than a megabyte is turned away, and the next one is heard', async () => {
  const duly = await runningDuly({ mode: 'http' });
  const command = await aCommand(duly);
  const large = { ...command, text: 'x'.repeat(1024 * 1024 + 1) };
  expect((await sendCommand(duly, large)).status).toBe(413);
  expect((await sendCommand(duly, command)).status).toBe(200);
});

test('a click that nobody knows is acknowledged, logged and harmless', async () => {
  const duly = await runningDuly({ mode: 'http', books: atTheFinalNotice });
  await duly.person.colin.command('show acme');
  const unknown = await aClick(duly, await duly.person.colin.last(), 'why_account', 'drop_tables', "'; --");
  const before = await allFacts(duly);
  expect((await sendInteraction(duly, unknown)).status).toBe(200);
  expect(duly.log).toContainEqual(
    expect.objectContaining({ msg: 'unknown action', actionId: 'drop_tables' }),
  );
  expect(await allFacts(duly)).toEqual(before);
});

test('an event of another team is acknowledged and changes nothing', async () => {
  const duly = await runningDuly({ mode: 'http', books: atTheFinalNotice });
  const asked = await askedForApproval(duly);
  await duly.person.vera.react(asked, 'white_check_mark');
  const events = await sent(duly, 'events_api', 'reaction_added');
  const tick = events.find(({ event }) => (event as Payload).user === duly.person.vera.id);
  const event = { ...(tick?.event as Payload), user: duly.person.marta.id };
  const foreign = { ...tick, event, event_id: 'EvFOREIGN', team_id: 'T0OTHER' };
  expect((await sendEvent(duly, foreign)).status).toBe(200);
  expect(await decisions(duly)).toEqual([]);
});

test('ids of another workspace in a click are answered with a sentence, and nothing changes there or here', async () => {
  const duly = await runningDuly({ mode: 'http', books: atTheFinalNotice });
  const { db, person } = duly;
  const elsewhere = newId();
  await db.prisma.workspace.create({ data: { id: elsewhere, teamId: 'T0OTHER', name: 'Southwind' } });
  const theirs = await aDebtor(db, elsewhere, {
    name: 'Secret Customer',
    invoices: [{ number: 'SECRET-1', due: '2026-09-01', amount: 990_000 }],
  });
  const member = newId();
  await db.prisma.member.create({
    data: { id: member, workspaceId: elsewhere, slackUserId: 'U0OTHER', name: 'Olga', role: 'collector' },
  });
  const promptId = newId();
  const now = duly.playground.now();
  await db.prisma.prompt.create({
    data: {
      id: promptId,
      workspaceId: elsewhere,
      debtorId: theirs.id,
      key: 'theirs',
      kind: 'last_call',
      memberId: member,
      openedAt: now,
      answerBy: new Date('2027-01-01'),
    },
  });
  const asked = await askedForApproval(duly);
  const before = await allFacts(duly);

  const forged: readonly (readonly [string, string])[] = [
    ['prompt_ask_approval', promptId],
    ['prompt_send', promptId],
    ['prompt_no_answer', promptId],
    ['approval_approve', 'nobody-knows'],
    ['approval_decline', 'nobody-knows'],
    ['reminders_send_all', `${member}|2026-11-23`],
    ['prompt_wrong_number', promptId],
    ['log_no_answer', theirs.id],
    ['undo_activity', newId()],
  ];
  for (const [action_id, value] of forged) {
    const forgery = await aClick(duly, asked, 'open_account', action_id, value);
    const seen = (await person.colin.messages(duly.channels.approvals)).length;
    expect((await sendInteraction(duly, forgery)).status).toBe(200);
    const answers = (await person.colin.messages(duly.channels.approvals)).slice(seen);
    expect([action_id, answers.length]).toEqual([action_id, 1]);
    expect(answers[0]?.ephemeral).toBe(true);
    expect(wordsOf(answers[0] ?? {})).not.toContain('Secret');
  }
  expect(await allFacts(duly)).toEqual(before);
});

test('a viewer who clicks is refused in private, whatever the message offers', async () => {
  const duly = await runningDuly({ mode: 'http', books: atTheFinalNotice });
  const { person, channels } = duly;
  const asked = await askedForApproval(duly);
  expect(buttonsOf(asked, 'approval_approve')).toHaveLength(1);
  for (const button of ['approval_approve', 'approval_decline']) {
    await person.vera.click(asked, button);
    expect((await person.vera.last(channels.approvals)).ephemeral).toBe(true);
  }
  await duly.move({ advance: 'PT1H' });
  expect(await decisions(duly)).toEqual([]);
  expect(await duly.mails()).toEqual([]);
});
