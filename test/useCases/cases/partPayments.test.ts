import { expect, it } from 'vitest';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { loadPromptView } from '../../../src/useCases/prompts/loadPromptView.ts';
import { logReply } from '../../../src/useCases/replies/logReply.ts';
import type { PlannedDebtor } from '../../support/aDebtor.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';
import { acme, bounces, logs, memberOf, promised } from '../calls/callTeam.ts';
import { bringIn, fileOf, LIST, openItems } from '../ledger/ledgerKit.ts';

const asked = (team: CallDesk) =>
  team.db.prisma.prompt.findMany({ where: { kind: 'part_payment' }, orderBy: { openedAt: 'asc' } });
const states = async (team: CallDesk) => (await asked(team)).map(({ state }) => state);

/** Colin's Acme owes £840.50 on INV-1; £200 of it arrives on Monday 23 November. */
async function paidInPart(team: CallDesk): Promise<PlannedDebtor & { readonly invoiceId: string }> {
  const debtor = await acme(team);
  const invoiceId = debtor.invoiceIds[0] ?? '';
  await team.pays(debtor, invoiceId, 20_000n);
  return { ...debtor, invoiceId };
}

async function view(team: CallDesk, promptId: string) {
  const loaded = await loadPromptView(team.db, {
    workspace: await team.workspace(),
    promptId,
    now: team.clock.now(),
  });
  return loaded?.view;
}

it('a part of an overdue invoice comes: its owner is asked about the rest, once, and the ladder goes on', async () => {
  const team = await callDesk();
  await paidInPart(team);
  const [prompt, ...others] = await asked(team);
  expect(others).toEqual([]);
  expect(prompt).toMatchObject({ memberId: team.member.colin, state: 'open', stepId: null });
  expect(await view(team, prompt?.id ?? '')).toMatchObject({
    title: 'Part payment, ask about the rest',
    why: ['£200.00 came for invoice INV-1 on 23 Nov 2026; £640.50 of £840.50 is still open.'],
    contact: expect.stringContaining('Jane Miller'),
    guidance: expect.stringContaining('Thank them for the payment'),
    buttons: expect.arrayContaining(['log_call', 'no_answer', 'reply', 'snooze', 'hand_over']),
  });
  expect(await team.db.prisma.stageStep.count({ where: { stage: 'commitment_call' } })).toBe(1);
  await team.move('2026-11-24T09:30:00Z');
  await team.move('2026-11-25T09:30:00Z');
  expect(await asked(team)).toHaveLength(1);
});

it('the rest comes too: nothing is left to ask', async () => {
  const team = await callDesk();
  const debtor = await paidInPart(team);
  await team.move('2026-11-24T09:30:00Z');
  await team.pays(debtor, debtor.invoiceId);
  expect(await asked(team)).toMatchObject([
    { state: 'overtaken', outcome: 'The rest is settled: nothing to do.' },
  ]);
});

it('the bank takes the part back: nothing is left to ask', async () => {
  const team = await callDesk();
  const debtor = await paidInPart(team);
  await bounces(team, debtor.id);
  expect(await states(team)).toEqual(['overtaken']);
});

it('another part on another day is asked about anew, with what is open then', async () => {
  const team = await callDesk();
  const debtor = await paidInPart(team);
  await team.move('2026-11-24T09:30:00Z');
  await team.pays(debtor, debtor.invoiceId, 10_000n);
  expect(await states(team)).toEqual(['overtaken', 'open']);
  expect(JSON.stringify((await asked(team))[1]?.details)).toContain('£100.00 came');
});

it('a talk answers it, an attempt puts it off; what was logged by mistake asks again', async () => {
  const team = await callDesk();
  const { id: debtorId } = await paidInPart(team);
  await logs(team, 'colin', { debtorId, outcome: 'no_answer' });
  expect((await asked(team))[0]?.snoozedUntil).not.toBeNull();
  const { activityId } = await logs(team, 'colin', { debtorId, outcome: 'refuses' });
  expect(await states(team)).toEqual(['done']);
  const [workspace, member] = [await team.workspace(), await memberOf(team, 'colin')];
  await undoActivity(team.db, { workspace, member, activityId, now: team.clock.now() });
  await team.settle();
  expect(await states(team)).toEqual(['open']);
});

it('a reply answers it, an out-of-office note does not', async () => {
  const team = await callDesk();
  const { id: debtorId } = await paidInPart(team);
  const [workspace, member] = [await team.workspace(), await memberOf(team, 'colin')];
  const wrote = async (kind: 'out_of_office' | 'query') => {
    const now = team.clock.now();
    await logReply(team.db, { workspace, member, debtorId, kind, notes: undefined, key: kind, now });
    await team.settle();
  };
  await wrote('out_of_office');
  expect(await states(team)).toEqual(['open']);
  await wrote('query');
  expect(await states(team)).toEqual(['done']);
});

it('somebody who does not decide promises the rest: that is known now, and is not asked for', async () => {
  const team = await callDesk();
  const { id } = await paidInPart(team);
  await logs(team, 'colin', {
    ...promised(id, 108_450, '2026-11-27'),
    rightParty: false,
    at: team.clock.now(),
  });
  const [prompt] = await asked(team);
  expect(prompt).toMatchObject({ state: 'overtaken', outcome: expect.stringContaining('promised') });
});

it('under an open promise a part is no news: whether it is kept is judged on its day', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await logs(team, 'colin', { ...promised(debtor.id, 128_450, '2026-11-27'), at: team.clock.now() });
  await team.move('2026-11-24T09:30:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 20_000n);
  expect(await asked(team)).toEqual([]);
});

it('while the owner has no room it waits, for the hour of prompts of the next morning', async () => {
  const team = await callDesk();
  const capacity = (capacity: number) =>
    team.db.prisma.member.update({ where: { id: team.member.colin }, data: { capacity } });
  await capacity(1);
  await paidInPart(team);
  expect(await asked(team)).toEqual([]);
  await team.move('2026-11-24T08:30:00Z');
  expect(await asked(team)).toEqual([]);
  await team.move('2026-11-24T09:00:00Z');
  expect(await asked(team)).toHaveLength(1);
});

it('a part that came on the last day before it was late is asked about when it is', async () => {
  const team = await callDesk();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-11-23', amount: 84_050 }] });
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 20_000n);
  expect(await asked(team)).toEqual([]);
  await team.move('2026-11-24T09:30:00Z');
  expect(await asked(team)).toHaveLength(1);
});

it('nothing is asked about money that was there before a manager started it', async () => {
  const team = await callDesk();
  const startedAt = new Date('2026-11-23T10:00:00Z');
  await team.db.prisma.workspace.updateMany({ data: { startedAt: null } });
  const debtor = await paidInPart(team);
  await team.db.prisma.workspace.updateMany({ data: { startedAt } });
  await team.db.prisma.debtor.updateMany({ where: { id: debtor.id }, data: { nextReviewAt: startedAt } });
  await team.move('2026-11-23T10:00:00Z');
  expect(await asked(team)).toEqual([]);
});

/** The ledger as its file of a day shows Kea's INV-700 of £100, beside nine others of which nothing is paid. */
async function ledgerShows(team: CallDesk, day: string, ...lines: [string, string, string][]) {
  const others = Array.from({ length: 9 }, (_, n): [string, string, string] => [`90${n}`, '100', '100']);
  const rows = [...lines, ...others].map(([number, amount, open]) => {
    const customer = number.startsWith('9') ? 'Other Ltd' : 'Kea Cafe';
    return [number, customer, '2026-10-01', amount, open] as const;
  });
  await bringIn(team.db, openItems(...rows), {
    currency: 'GBP',
    map: LIST,
    asOf: day,
    now: team.clock.now(),
  });
  await team.settle();
}

it('what the ledger shows and the bank has later is one payment, asked about once', async () => {
  const team = await callDesk();
  await ledgerShows(team, '2026-11-20', ['INV-700', '100', '100']);
  await team.move('2026-11-23T10:00:00Z');
  await ledgerShows(team, '2026-11-23', ['INV-700', '100', '40']);
  expect(await asked(team)).toHaveLength(1);
  await team.move('2026-11-24T10:00:00Z');
  const line = fileOf(['date;payer;reference;amount;currency', '2026-11-20;Kea Cafe;INV-700;60,00;GBP']);
  expect((await bringIn(team.db, line, { now: team.clock.now() })).counts).toMatchObject({ confirmed: 1 });
  await team.settle();
  await team.move('2026-11-24T11:00:00Z');
  await ledgerShows(team, '2026-11-24', ['INV-700', '100', '40']);
  expect(await states(team)).toEqual(['open']);
});

it('a credit that the ledger set against an invoice is no payment; neither is what an invoice came with', async () => {
  const team = await callDesk();
  await ledgerShows(team, '2026-11-20', ['INV-700', '100', '100'], ['CN-1', '-60', '-60']);
  await team.move('2026-11-23T10:00:00Z');
  await ledgerShows(
    team,
    '2026-11-23',
    ['INV-700', '100', '40'],
    ['CN-1', '-60', '0'],
    ['INV-701', '100', '70'],
  );
  const open = await team.db.prisma.invoice.findMany({ where: { number: { in: ['INV-700', 'INV-701'] } } });
  expect(open.map(({ outstanding }) => outstanding).sort()).toEqual([4000n, 7000n]);
  expect(await asked(team)).toEqual([]);
});
