import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheFinalNotice, lastCallComes } from '../scenarios/finalNotice.ts';
import { aDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import { type RunningDuly, runningDuly } from '../support/runningDuly.ts';
import { channels } from '../support/sampleTeam.ts';
import type { Team } from '../support/teamOnSlack.ts';
import { openPage, shoot } from './openPage.ts';

const { collections, approvals, finance } = channels;
const see = (duly: RunningDuly, name: 'colin' | 'marta' | 'fiona') =>
  openPage(duly.playground.url, duly.person[name].id);
const open = (page: Page, list: 'Channels' | 'Direct messages', name: string) =>
  page
    .getByRole('list', { name: list })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();

test('a collector hangs up: one line, one click, and the call, the promise and the follow-up are on record', async () => {
  const duly = await runningDuly({
    books: ({ db, workspaceId, member }: Team) =>
      aDebtor(db, workspaceId, {
        name: 'Acme Rooms',
        account: 'ACME-01',
        ownerId: member.colin,
        invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 120_000 }],
        contacts: [{ name: 'Jane Miller', phone: '+44 20 7946 0000', email: 'jane@acme.example' }],
      }),
  });
  await duly.move({ to: '2026-11-23T10:00:00Z' });
  const page = await see(duly, 'colin');
  await page
    .getByRole('textbox', { name: /^Message/ })
    .fill('/debt log acme spoke to Jane, promised 1,200 by friday');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Log a call' });
  await form.getByRole('button', { name: 'Save' }).click();
  const said = page.getByRole('dialog');
  await said.getByText('£1,200.00').first().waitFor();
  await said
    .getByText(/Friday 27 November/)
    .first()
    .waitFor();
  await shoot(page, 'moment-1-call-logged');
  const [promise] = await duly.db.prisma.promise.findMany();
  expect(promise).toMatchObject({ amount: 120_000n, currency: 'GBP', state: 'open' });
  expect(await duly.db.prisma.activity.count({ where: { kind: 'call', outcome: 'promised' } })).toBe(1);
});

test('a tick sends the final notice once: asked for in one browser, approved in another, read as a PDF', async () => {
  const duly = await runningDuly({ books: atTheFinalNotice });
  await lastCallComes(duly);
  const colin = await see(duly, 'colin');
  const marta = await see(duly, 'marta');
  await open(marta, 'Channels', 'approvals');
  await open(colin, 'Direct messages', 'Duly');
  await colin
    .getByRole('button', { name: /repl(y|ies)/ })
    .last()
    .click();
  await colin.getByRole('button', { name: /Ask for approval/ }).click();

  const request = marta.getByRole('article').filter({ hasText: 'Acme Ltd' });
  await request.waitFor(); // nobody reloads
  await shoot(marta, 'moment-2-before');
  await request.getByRole('button', { name: /white check mark/ }).click();
  await request.getByText(/until/).first().waitFor();
  await shoot(marta, 'moment-2-approved');
  await marta.getByRole('button', { name: '+1 hour' }).click();
  await request.getByText(/Sent to/).waitFor({ timeout: 60_000 });
  await shoot(marta, 'moment-2-after');

  await marta.getByRole('button', { name: /Mail sent/ }).click();
  const mails = marta.getByRole('dialog');
  await mails
    .getByText(/Final notice|final notice/)
    .first()
    .click();
  await mails.getByText(/\.pdf/).first().waitFor();
  await shoot(marta, 'moment-2-mail');
  expect(await duly.mails()).toHaveLength(1);
});

test('on Monday finance gets figures that reconcile, with pictures', async () => {
  const duly = await runningDuly({
    start: '2026-11-16T08:00:00Z',
    settings: { channels: { collections, approvals, finance } },
    books: async ({ db, workspaceId, member }: Team) => {
      await aDebtor(db, workspaceId, {
        name: 'Acme Ltd',
        account: 'A-77',
        ownerId: member.colin,
        invoices: [
          { number: 'INV-1', due: '2026-10-01', amount: 120_007 },
          { number: 'INV-2', due: '2026-11-18', amount: 33_333 },
        ],
        contacts: [{ name: 'Jane Miller', phone: '1', email: 'jane@acme.example' }],
      });
      await paymentsKnownUntil(db, workspaceId, '2026-11-15');
    },
  });
  await duly.move({ to: '2026-11-23T09:05:00Z' });
  const page = await see(duly, 'fiona');
  await open(page, 'Channels', 'finance');
  await page.getByRole('article').first().waitFor();
  await shoot(page, 'moment-3-digest');
  await page
    .getByRole('button', { name: /repl(y|ies)/ })
    .first()
    .click();
  await page.getByRole('complementary').getByRole('img').first().waitFor();
  await shoot(page, 'moment-3-weekly');
});
