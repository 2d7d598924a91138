import { describe, expect, test } from 'vitest';
import { type RunningDuly, runningDuly } from '../support/runningDuly.ts';
import type { Team } from '../support/teamOnSlack.ts';
import { allFacts } from './facts.ts';
import { aDebtorAtTheFinalNotice, askedForApproval, atTheFinalNotice, decisions } from './finalNotice.ts';
import { sendAllAgain } from './requests.ts';

const twoDebtors = async (team: Team) => {
  await atTheFinalNotice(team);
  await aDebtorAtTheFinalNotice(team, {
    name: 'Borough Bakery',
    account: 'B-12',
    invoices: [{ number: 'INV-3000', due: '2026-10-15', amount: 84_000 }],
  });
};

/**
 * A morning's work: a call with a promise, an attempt, a request that is ticked, and un-ticked where that is told; and what Slack tells besides:
 * a word to Duly in private and one in a channel, a ledger that is dropped, the Home tab, a channel that Duly joins, a new name.
 */
async function aMorning(duly: RunningDuly, { unticked }: Ending): Promise<void> {
  const { person, channels } = duly;
  const asked = await askedForApproval(duly);
  await person.colin.command('log B-12 spoke to Jane, promised 840 by friday');
  await person.colin.submit();
  await person.colin.close();
  await person.colin.command('log A-77 na');
  await person.colin.write(person.colin.dm, 'Borough Bakery');
  await person.clara.write(channels.collections, `<@${duly.playground.botUserId}> who owes us?`);
  await person.marta.drop('ledger.csv', LEDGER);
  await tell(duly, 'home', { user: person.clara.id });
  await tell(duly, 'command', {
    user: person.marta.id,
    channel: channels.random,
    command: '/invite',
    text: '@duly',
  });
  await tell(duly, 'account', { user: person.clara.id, real_name: 'Clara Beck-Moss' });
  await person.vera.react(asked, 'white_check_mark');
  await person.vera.react(asked, 'white_check_mark', true);
  await person.marta.react(asked, 'white_check_mark');
  if (unticked) await person.marta.react(asked, 'white_check_mark', true);
  await duly.move({ advance: 'PT2M' });
}

/** How the morning ends: the request is approved and goes out, or its tick is taken off in time. */
interface Ending {
  readonly unticked: boolean;
  readonly mails: number;
  readonly decided: readonly string[];
}

const ENDINGS: [string, Ending][] = [
  ['approved', { unticked: false, mails: 1, decided: ['approve by Marta Ruiz'] }],
  ['stopped', { unticked: true, mails: 0, decided: [] }],
];

/** What the events of that morning are called. */
const EVENTS = [
  ...['reaction_added', 'reaction_removed', 'message', 'app_mention', 'file_shared', 'app_home_opened'],
  ...['member_joined_channel', 'user_change'],
];
const LEDGER =
  'Invoice,Customer,Date,Due,Amount,Outstanding\nINV-1,Acme Ltd,2026-11-01,2026-12-01,10.00,10.00\n';

async function tell({ playground }: RunningDuly, call: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(`${playground.url}/client/${call}`, init);
  expect(await answer.json()).toMatchObject({ ok: true });
}

describe.each(ENDINGS)('a morning whose request is %s', (_, ending) => {
  test('every request that Slack sent comes once more, late: nothing changes, nothing more is said or mailed', async () => {
    const duly = await runningDuly({ mode: 'http', books: twoDebtors });
    await aMorning(duly, ending);
    const heard = (await duly.traffic()).filter(({ kind }) => kind === 'events_api').map(({ name }) => name);
    expect(new Set(heard)).toEqual(new Set(EVENTS));
    expect(await decisions(duly)).toEqual(ending.decided);
    const before = await allFacts(duly);
    const said = await everythingSaid(duly);
    expect(await sendAllAgain(duly)).toBeGreaterThan(EVENTS.length + 4);
    expect(await everythingSaid(duly)).toEqual(said);
    expect(await allFacts(duly)).toEqual(before);

    await duly.move({ advance: 'PT10M' });
    expect(await duly.mails()).toHaveLength(ending.mails);
    const sent = await allFacts(duly);
    await sendAllAgain(duly); // after it went out
    await duly.move({ advance: 'PT20M' });
    expect(await allFacts(duly)).toEqual(sent);
    expect(await duly.mails()).toHaveLength(ending.mails);
  });

  test('with events that come twice, late, or again because Slack missed the answer, the day ends as it does without', async () => {
    const plain = await runningDuly({ books: twoDebtors });
    await aMorning(plain, ending);
    await plain.move({ advance: 'PT15M' });
    for (const kind of ['event_twice', 'event_late', 'lose_ack']) {
      const odd = await runningDuly({ books: twoDebtors });
      for (const method of EVENTS) await odd.fault({ kind, method, times: 'always', ms: 20 });
      await aMorning(odd, ending);
      await expect.poll(() => decisions(odd)).toEqual(ending.decided);
      // an event that comes late may have been heard only after the two minutes
      await odd.move({ advance: 'PT15M' });
      expect(await odd.mails()).toHaveLength(ending.mails);
      expect(await business(odd)).toEqual(await business(plain));
    }
  }, 120_000); // four mornings
});

/** What everybody can read in the channels. */
async function everythingSaid({ person }: RunningDuly): Promise<string[]> {
  const { channels } = await person.marta.state();
  return channels
    .filter(({ id }) => id.startsWith('C'))
    .flatMap(({ messages }) => messages)
    .filter(({ ephemeral }) => !ephemeral)
    .map(({ text }) => text);
}

const BUSINESS = [
  'member',
  'activity',
  'approval',
  'approval_decision',
  'debtor',
  'notice',
  'promise',
  'prompt',
  'stage_step',
];

/** What is on record of the trade, without the post room. */
async function business(duly: RunningDuly): Promise<Record<string, string[]>> {
  const facts = await allFacts(duly);
  return Object.fromEntries(BUSINESS.map((table) => [table, facts[table] ?? []]));
}
