import { expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import { newId } from '../../src/core/newId.ts';
import type { Db } from '../../src/db/client.ts';
import { readPdf } from '../notices/readPdf.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { dulyInPlayground } from '../support/dulyInPlayground.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const rate = {
  selected_option: { text: { type: 'plain_text', text: '-' }, value: 'boe_bank_rate 2026-07-01' },
};

test('a base rate that is missing is named on the account, entered by a manager, and worked with from then on', async () => {
  const duly = await dulyInPlayground();
  const { colin, marta } = duly.person;
  const { invoiceIds } = await aDebtor(duly.db, duly.workspaceId, {
    name: 'Acme Ltd',
    invoices: [{ number: 'INV-7', due: '2026-08-14', amount: 100_000 }],
  });
  await duly.db.prisma.allocation.create({
    data: {
      id: newId(),
      workspaceId: duly.workspaceId,
      creditNoteId: await aCredit(duly.db, duly.workspaceId, invoiceIds[0] ?? ''),
      invoiceId: invoiceIds[0] ?? '',
      amount: 40_000n,
      effectiveOn: dateOfDay(dayOf('2026-09-13')),
      recordedAt: duly.clock.now(),
    },
  });
  await colin.command('show acme');
  expect(wordsOf(await colin.last())).toMatch(
    /Bank of England base rate for the half-year from 1 Jul 2026 is not known yet/,
  );

  await marta.command('settings interest');
  expect((await marta.submit({ rate, percent: { value: 'four' } })).errors).toHaveProperty('percent');
  expect((await marta.submit({ rate, percent: { value: '4,25 %' } })).ok).toBe(true);
  await colin.command('show acme');
  // 12.25 % on £1,000 for the 30 days up to the credit, then on £600 for 71
  expect(wordsOf(await colin.last())).toMatch(
    /£24\.35 and £70\.00 in fixed sums on 1 invoice, £0\.20 more a day/,
  );

  await marta.command('settings interest');
  await marta.submit({ rate, percent: { value: '4.25' } });
  const audit = await duly.db.prisma.audit.findMany({ where: { action: 'base_rate_entered' } });
  expect(audit).toMatchObject([{ actor: duly.member.marta, after: { basisPoints: 425 } }]);
}, 30_000);

test('what was given in to bears no interest from the beginning, though its credit note has still to come', async () => {
  const duly = await dulyInPlayground({ start: '2026-05-26T09:30:00Z' });
  const { db, workspaceId, clock, person } = duly;
  const { id: debtorId, invoiceIds } = await aDebtor(db, workspaceId, {
    name: 'Acme Ltd',
    invoices: [{ number: 'INV-7', due: '2026-02-10', amount: 400_000 }],
  });
  const interest = async () => {
    await person.colin.command('show acme');
    return wordsOf(await person.colin.last());
  };
  expect(await interest()).toContain('£70.00 in fixed sums on 1 invoice');
  const common = { id: newId(), workspaceId, debtorId, invoiceId: invoiceIds[0] ?? '' };
  const dispute = { reason: 'never_received', amount: 400_000n, whole: true, outcome: 'for_customer' };
  const days = { raisedOn: new Date('2026-03-20'), endedOn: new Date('2026-05-01'), recordedAt: clock.now() };
  await db.prisma.dispute.create({ data: { ...common, ...dispute, ...days, conceded: 400_000n } });
  expect(await interest()).not.toContain('Late-payment interest');
  await db.prisma.dispute.updateMany({ data: { outcome: 'in_part', conceded: 350_000n } });
  // on the £500 that are owed
  expect(await interest()).toContain('£40.00 in fixed sums on 1 invoice');
}, 30_000);

test('a letter states interest line by line where the policy says so, beside what is to be paid; the request says why it does not', async () => {
  const team = await noticeTeam();
  await team.db.prisma.policy.create({
    data: {
      id: newId(),
      workspaceId: team.workspaceId,
      key: 'business',
      version: 2,
      name: 'Business',
      definition: JSON.parse(
        JSON.stringify({
          ...businessPolicy,
          rungs: businessPolicy.rungs.map((rung) => ({
            ...rung,
            statesInterest: rung.key === 'final_notice',
          })),
        }),
      ),
      createdAt: team.clock.now(),
    },
  });
  await acmeBeforeFinalNotice(team);
  const { id: policyId } = await team.db.prisma.policy.findFirstOrThrow();
  await team.db.prisma.case.updateMany({ data: { policyId } });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  expect(wordsOf(await team.request())).toMatch(
    /states no interest on .*base rate for the half-year from 1 Jul/,
  );

  await team.person.marta.command('settings interest');
  expect((await team.person.marta.submit({ contract: { value: '7.3' } })).ok).toBe(true);
  await team.move({ advance: 'PT1M' });
  expect(wordsOf(await team.request())).not.toContain('states no interest');
  await team.person.max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  const [mail] = await team.mails();
  const invoice = await team.db.prisma.invoice.findFirstOrThrow();
  const days = dayOf('2026-11-23') - Math.floor(invoice.dueOn.getTime() / 86_400_000);
  const cents = (Number(invoice.amount) * 730 * days) / 3_650_000;
  const printed = `£${(Math.floor(cents) / 100).toFixed(2)}`;
  expect(mail?.text).toContain(`(${days} days, 7.3% on`);
  expect(mail?.text).toContain(`Interest and fixed sums: ${printed}`);
  const pdf = await readPdf(Buffer.from(mail?.attachments[0]?.content_base64 ?? '', 'base64'));
  expect(JSON.stringify(pdf.pages)).toContain(printed);
  const { figures } = await team.db.prisma.notice.findFirstOrThrow({ where: { kind: 'final_notice' } });
  expect(figures).toMatchObject({ totals: [{ payable: invoice.outstanding.toString() }] });
}, 30_000);

test('each creditor has its own terms; only where they provide for late charges does the reminder on the due date say so', async () => {
  const team = await noticeTeam();
  const { marta, colin } = team.person;
  const owes = (name: string, creditor: string, due: string) =>
    aDebtor(team.db, team.workspaceId, {
      ...{ name, creditor, ownerId: team.member.colin, invoices: [{ due, amount: 100_000 }] },
      contacts: [{ name: 'Jane Miller', role: 'payables', email: `${name.toLowerCase()}@example.com` }],
    });
  await owes('Acme', 'Northwind Ltd', '2026-11-23');
  await owes('Bolt', 'Southwind GmbH', '2026-11-23');
  await owes('Crane', 'Southwind GmbH', '2026-01-01');
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  const { id: southwind } = await team.db.prisma.creditor.findFirstOrThrow({
    where: { name: 'Southwind GmbH' },
  });
  const option = (value: string) => ({ text: { type: 'plain_text', text: '-' }, value });
  const lateCharges = { selected_options: [option('late_charges')] };

  await marta.command('settings interest');
  // Slack keeps what was typed in fields that go by the same name
  const goesBy = async (field: string) =>
    (await marta.view()).blocks.find(({ block_id }) => block_id === field)?.element;
  const before = [await goesBy('percent'), await goesBy('contract')];
  await marta.click(await marta.view(), 'interest_creditor', { selected_option: option(southwind) });
  expect(await goesBy('percent')).toEqual(before[0]);
  expect(await goesBy('contract')).not.toEqual(before[1]);
  const forgotten = await marta.submit({ contract: { value: '5' }, lateCharges });
  expect(forgotten.errors).toHaveProperty('whose');
  const whose = { selected_option: option('own') };
  expect((await marta.submit({ whose, contract: { value: '5' }, lateCharges })).ok).toBe(true);
  await colin.command('show crane');
  expect(wordsOf(await colin.last())).toContain('5% a year under our terms');

  await team.settle();
  await click(team, 'colin', 'reminders_send_all');
  const mails = await team.mails();
  const text = (to: string) => mails.find((mail) => mail.to[0] === to)?.text ?? '';
  expect(text('bolt@example.com')).toContain('late charges');
  expect(text('acme@example.com')).toContain('£1,000.00');
  expect(text('acme@example.com')).not.toContain('late charges');

  await marta.command('settings interest');
  await marta.click(await marta.view(), 'interest_creditor', { selected_option: option(southwind) });
  await marta.submit({
    whose: { selected_option: option('team') },
    contract: { value: '' },
    lateCharges: {},
  });
  await colin.command('show crane');
  expect(wordsOf(await colin.last())).toContain('Bank of England base rate');
  const changes = await team.db.prisma.audit.findMany({ where: { action: 'interest_terms_changed' } });
  expect(changes.map(({ subjectId }) => subjectId)).toEqual([southwind, southwind]);
}, 60_000);

async function aCredit(db: Db, workspaceId: string, invoiceId: string): Promise<string> {
  const { debtorId, creditorId } = await db.prisma.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  const id = newId();
  const on = dateOfDay(dayOf('2026-09-13'));
  await db.prisma.invoice.create({
    data: {
      ...{ id, workspaceId, debtorId, creditorId, number: 'CN-7', kind: 'credit_note' },
      ...{
        issuedOn: on,
        dueOn: on,
        currency: 'GBP',
        amount: -40_000n,
        outstanding: -40_000n,
        recordedAt: on,
      },
    },
  });
  return id;
}
