import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import type { PlannedDebtor } from '../../support/aDebtor.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme } from '../calls/callTeam.ts';
import { bringIn, LIST, openItems } from '../ledger/ledgerKit.ts';
import { click, type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

/** Acme owes £840.50 since nine days; £200.00 of it were contested, and we gave in. */
async function gaveIn(): Promise<{ team: NoticeTeam; debtor: PlannedDebtor }> {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-11-14', amount: 84_050 }] });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  const { colin } = team.person;
  await colin.command('dispute INV-1');
  await colin.submit({
    dispute_reason: { selected_option: 'price' },
    disputed_amount: { value: '200' },
  });
  await colin.close();
  await team.move({ advance: 'PT1M' });
  await colin.command('dispute INV-1');
  await colin.click(await colin.view(), 'settle_dispute');
  await colin.submit({ outcome: { selected_option: 'for_customer' } });
  await colin.close();
  return { team, debtor };
}

/** The ledger file of that day shows so much of INV-1. */
async function ledgerShows(team: NoticeTeam, amount: string, open: string) {
  await team.move({ advance: 'PT1M' });
  const asOf = team.clock.now().toISOString().slice(0, 10);
  const file = openItems(['INV-1', 'ACME-01', '2026-11-14', amount, open]);
  await bringIn(team.db, file, { now: team.clock.now(), asOf, map: LIST, confirm: true });
  await team.settle();
}

async function why(team: NoticeTeam, day = ''): Promise<string> {
  await team.person.colin.command(`why acme ${day}`.trim());
  return wordsOf(await team.person.colin.last());
}

async function reminder(team: NoticeTeam): Promise<string> {
  await click(team, 'colin', 'prompt_look');
  const words = wordsOf(await team.person.colin.view());
  await team.person.colin.close();
  return words;
}

it('a credit that the ledger shows in what is open is taken off once, and is not asked about as money', async () => {
  const { team } = await gaveIn();
  expect(await reminder(team)).toContain('The amount to pay is £640.50');
  await ledgerShows(team, '840.50', '640.50');
  expect(await reminder(team)).toContain('The amount to pay is £640.50');
  expect(await why(team)).not.toContain('a credit note is to come');
  expect(await team.db.prisma.prompt.count({ where: { kind: 'part_payment' } })).toBe(0);
  await team.move({ to: '2026-11-25T10:00:00Z' });
  expect(await why(team, '23 nov')).not.toContain('given in to');
  expect(await why(team, '24 nov')).toContain('Invoice INV-1 carries the case');
  expect(await why(team, '24 nov')).not.toContain('given in to');
});

it('a lower amount in the ledger is that credit too', async () => {
  const { team } = await gaveIn();
  await ledgerShows(team, '640.50', '640.50');
  expect(await reminder(team)).toContain('The amount to pay is £640.50');
  expect(await why(team)).not.toContain('a credit note is to come');
});

it('who pays the rest before the credit is written is not asked for what was given in to', async () => {
  const { team } = await gaveIn();
  await ledgerShows(team, '840.50', '200.00');
  expect(await team.db.prisma.prompt.count({ where: { state: 'open' } })).toBe(0);
  expect(await why(team)).toContain('£200.00 of invoice INV-1 were given in to');
});

it('its credit note, open in the ledger, is shown and taken off once', async () => {
  const { team, debtor } = await gaveIn();
  const { creditorId } = await team.db.prisma.debtor.findUniqueOrThrow({ where: { id: debtor.id } });
  const on = dateOfDay(dayOf('2026-11-23'));
  await team.db.prisma.invoice.create({
    data: {
      ...{ id: newId(), workspaceId: team.workspaceId, creditorId, debtorId: debtor.id, number: 'CN-1' },
      ...{ kind: 'credit_note', issuedOn: on, dueOn: on, currency: 'GBP', recordedAt: team.clock.now() },
      ...{ amount: -20_000n, outstanding: -20_000n },
    },
  });
  await click(team, 'colin', 'prompt_send');
  const [mail] = await team.mails();
  expect(mail?.text).toContain('The amount to pay is £640.50');
  expect(mail?.text).toContain('CN-1');
  expect(mail?.text).not.toContain('Under query');
  expect(await why(team)).toContain('an open credit note is set off for them');
});
