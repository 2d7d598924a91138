import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wordsOf } from '../support/wordsOf.ts';
import { type SampleInSlack, type SeenSomewhere, sampleInSlack } from './sampleInSlack.ts';
import { imbalances } from './sampleKit.ts';
import { storyDigest } from './storyDigest.ts';
import { everythingToMeet, whatWasMet } from './whatWasMet.ts';

/** A Wednesday: nothing of the story falls on a weekend by itself. */
const TODAY = '2026-11-25T19:00:00Z';
const FIRST_MORNING = new Date('2026-11-25T08:30:00Z');

let sample: SampleInSlack;
let messages: readonly SeenSomewhere[];
let halfway: readonly string[];

/** The first message that says all of it, with when and where it stands. */
function met(where: string, ...words: string[]): { readonly at: string; readonly says: string } {
  const found = messages.find(
    (message) => message.where === where && words.every((word) => wordsOf(message).includes(word)),
  );
  if (!found) throw new Error(`nobody said “${words.join('” and “')}” in ${where}`);
  return { at: new Date(Number(found.ts) * 1000).toISOString().slice(0, 16), says: wordsOf(found) };
}

function isStatement(subject: string): boolean {
  return /^(Statement of account|Your account) /.test(subject);
}

beforeAll(async () => {
  sample = await sampleInSlack(TODAY);
  await sample.pass(3);
  halfway = storyDigest(await sample.seen());
  await sample.pass(10);
  messages = await sample.seen();
}, 900_000);
afterAll(() => sample.stop());

describe('ten business days in which the visitor clicks nothing', () => {
  test('everything is met that comes about by itself', async () => {
    expect(await whatWasMet(sample.db, FIRST_MORNING)).toEqual(everythingToMeet);
  });

  test.each([
    ['a reminder', '@priya', ['Polite reminder: Fulton &amp; Graves Architects']],
    ['a call', '@priya', ['Call for a firm date: Penrose Dental Group']],
    ['a notice', '@jonas', ['Late-payment notice: Sundermann Logistik GmbH']],
    ['a last call', '@jonas', ['Last call before the final notice: Stahlwerk Brenner AG']],
    ['a broken promise', '@priya', ['Broken promise, call today: Marlowe Interiors Ltd']],
    ['a promise kept in part', '@jonas', ['Broken promise, call today: Nordlicht Reklame GmbH']],
    ['a call-back', '@priya', ['Call back: Thistle &amp; Wren Events Ltd']],
    ['a promise to agree to', '@nora', ['Agreement asked for: Juniper Wellness Clinics']],
    ['a part payment', '@priya', ['Part payment, ask about the rest: Severn Valley']],
    ['payments that are not known up to date', '@grace', ['Payments to bring up to date: Copper Canyon']],
    ['money that names no invoice', '@grace', ['Money received, what is it for?: Stahlwerk Brenner AG']],
    ['a mail of which nobody knows', '@nora', ['Mail to clear up, sent or not: Hafenkontor Spedition GmbH']],
    ['a reply to classify', '@priya', ['Reply to classify: Eastgate Pharmacy Group Ltd']],
    ['a payment that a customer speaks of', '@grace', ['Payment to find', 'Quayside Fitness Ltd']],
    [
      'a payment that was seen and did not come',
      '@grace',
      ['Payment seen at the bank, not in the ledger: Weststadt Elektro'],
    ],
    ['what is ours to mend', '@grace', ['Reason for the delay to mend: Pfalzkeller Weinhandel GmbH']],
    ['a payment that finance did not find', '@priya', ['Payment not found, call: Quayside Fitness Ltd']],
    [
      'a dispute after the final notice',
      '@nora',
      ['Dispute after the final notice, to decide today: Morley'],
    ],
    ['a letter to post', '@priya', ['Letter to post and record: Arkwright Tooling Ltd']],
    [
      'a courtesy reminder',
      '@jonas',
      ['Payment promised for the next business day, remind them: Nordlicht Reklame GmbH'],
    ],
    ['a call on the usual day', '@priya', ['Usual day of payment has come, call: Cygnet Nursery Schools']],
    ['a hand-off', '@nora', ['Hand-off to decide on: Kranich Verlag GmbH']],
    ['money that came past the agency', '@grace', ['Pass on', 'Sandpiper Beach Rentals']],
    ['an account to recall once it is settled', '@nora', ['Account to recall', 'Sandpiper Beach Rentals']],
    ['a dispute not settled in time', '@jonas', ['Dispute to settle: Lantern Street Theatre']],
    ['supply to stop', '@priya', ['Credit hold to set in the order system: Cobalt Ridge Outfitters LLC']],
    ['supply to go on with', '@priya', ['Credit hold to release: Cobalt Ridge Outfitters LLC']],
    ['a customer who must not be contacted', '@nora', ['Millbrook Farm Shop', 'Insolvency']],
    ['a visit', '@priya', ['Visit in person: Arkwright Tooling Ltd']],
    ['invoices that lack an order number', '@jonas', ['no order number', 'Pfalzkeller Weinhandel GmbH']],
    ['a statement that came back', '@priya', ['Westmere Rowing Club']],
    ['a task of the team’s own', '@grace', ['Credit limit review: Meridian Trail Bikes LLC']],
    ['a request that expired', '@priya', ['Final notice not sent: Kestrel Joinery Ltd']],
  ])('%s is asked about', (_, where, words) => {
    expect(met(where, ...words).at >= '2026-11-25T08:30').toBe(true);
  });

  test('what others leave undone comes to the visitor', () => {
    met('@nora', 'Broken promise, call today: Marlowe Interiors Ltd');
    met('@nora', 'Late-payment notice: Sundermann Logistik GmbH');
  });

  test('the approval that waits for the visitor expires, another is overtaken by a payment', () => {
    expect(met('#approvals', 'Final notice for Kestrel Joinery Ltd').says).toContain('It expired');
    expect(met('#approvals', 'Final notice for Brightwater Hotels Inc.').says).toContain('Paid meanwhile');
  });

  test('a notice that colleagues asked for and approved waits for the late bank, then goes out with its PDF', async () => {
    expect(met('#approvals', 'Final notice for Copper Canyon Supply LLC')).toMatchObject({
      at: '2026-11-25T14:05',
      says: expect.stringContaining('Sent to Luis Ortega'),
    });
    expect(met('#approvals', 'It waits: Payments are known only up to 26 Nov 2026').at).toBe(
      '2026-12-01T08:50',
    );
    const pdf = { type: 'application/pdf', size: expect.any(Number) };
    const notices = (await sample.mails()).filter(({ subject }) => !isStatement(subject));
    expect(notices.map(({ at, to, attachments }) => [at.slice(0, 16), to, attachments])).toEqual([
      ['2026-11-25T08:36', ['katrin.falk@falkenried-maschinenbau.example'], [expect.objectContaining(pdf)]],
      ['2026-12-01T11:50', ['luis.ortega@copper-canyon-supply.example'], [expect.objectContaining(pdf)]],
    ]);
  });

  test('on the last business day of the month every customer with open items has a statement, none two', async () => {
    const statements = (await sample.mails()).filter(({ subject }) => isStatement(subject));
    const to = statements.map((mail) => mail.to[0]);
    expect(to.length).toBeGreaterThan(20);
    expect(new Set(to).size).toBe(to.length);
    expect(statements[0]).toMatchObject({
      at: expect.stringMatching(/^2026-11-30T09:0/),
      attachments: [{ type: 'application/pdf' }],
    });
  });

  test('the digest speaks of a dispute, a hold, a promise and a hand-off; the week is told on Monday', () => {
    const { says } = met('#collections', 'Thursday 26 November');
    for (const words of ['in dispute', 'on hold', 'promised', 'handed off']) expect(says).toContain(words);
    expect(met('#finance', 'Week from 23 Nov 2026').at).toBe('2026-11-30T09:00');
  });

  test('the bank brought a statement for each day, money on most, and the books balance', async () => {
    const statements = await sample.db.sql(
      z.object({ day: z.string(), empty: z.boolean() }),
      `SELECT as_of::text AS day, (summary->>'rows')::int = 0 AS empty FROM ledger_import
       WHERE file_name LIKE 'bank-%' AND status = 'applied' ORDER BY 1`,
    );
    expect(new Set(statements.map(({ day }) => day)).size).toBe(10);
    expect(statements).toHaveLength(10);
    expect(statements.filter(({ empty }) => empty).length).toBeLessThan(5);
    expect(await imbalances(sample.db)).toEqual([]);
  });

  test('nobody acted as the visitor', async () => {
    const acts = await sample.db.sql(
      z.object({ action: z.string() }),
      `SELECT action FROM audit a JOIN member m ON m.id = a.actor
       WHERE m.slack_user_id = 'U01NORA' AND a.at >= '2026-11-25T08:30Z'`,
    );
    expect(acts).toEqual([]);
  });
});

test('the same story each time, word for word', async () => {
  const again = await sampleInSlack(TODAY);
  try {
    await again.pass(3);
    expect(storyDigest(await again.seen())).toEqual(halfway);
  } finally {
    await again.stop();
  }
}, 900_000);
