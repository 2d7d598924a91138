import { expect, test } from 'vitest';
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

/** A morning's work: a call with a promise, an attempt, a request that is ticked, un-ticked and ticked again. */
async function aMorning(duly: RunningDuly): Promise<void> {
  const { person } = duly;
  const asked = await askedForApproval(duly);
  await person.colin.command('log B-12 spoke to Jane, promised 840 by friday');
  await person.colin.submit();
  await person.colin.close();
  await person.colin.command('log A-77 na');
  await person.vera.react(asked, 'white_check_mark');
  await person.marta.react(asked, 'white_check_mark');
  await duly.move({ advance: 'PT2M' });
}

test('every request that Slack sent comes once more, late: nothing changes, nothing more is said or mailed', async () => {
  const duly = await runningDuly({ mode: 'http', books: twoDebtors });
  await aMorning(duly);
  const before = await allFacts(duly);
  const said = await everythingSaid(duly);
  expect(await sendAllAgain(duly)).toBeGreaterThan(8);
  expect(await everythingSaid(duly)).toEqual(said);
  expect(await allFacts(duly)).toEqual(before);

  await duly.move({ advance: 'PT10M' });
  expect(await duly.mails()).toHaveLength(1);
  const sent = await allFacts(duly);
  await sendAllAgain(duly); // after it went out
  await duly.move({ advance: 'PT20M' });
  expect(await allFacts(duly)).toEqual(sent);
  expect(await duly.mails()).toHaveLength(1);
});

test('with events that come twice, late, or again because Slack missed the answer, the day ends as it does without', async () => {
  const plain = await runningDuly({ books: twoDebtors });
  await aMorning(plain);
  await plain.move({ advance: 'PT15M' });
  for (const kind of ['event_twice', 'event_late', 'lose_ack']) {
    const odd = await runningDuly({ books: twoDebtors });
    await odd.fault({ kind, method: 'reaction_added', times: 'always', ms: 20 });
    await aMorning(odd);
    await expect.poll(() => decisions(odd)).toEqual(['approve by Marta Ruiz']);
    // an event that comes late may have been heard only after the two minutes
    await odd.move({ advance: 'PT15M' });
    expect(await odd.mails()).toHaveLength(1);
    expect(await business(odd)).toEqual(await business(plain));
  }
}, 60_000); // four mornings

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
