import { expect, it } from 'vitest';
import { channels } from '../support/sampleTeam.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from './notices/noticeTeam.ts';

/** Acme of Colin's, 61 days late on Monday 23 November 2026; the late-payment notice went out on Friday. */
async function acme(team: NoticeTeam, amounts: readonly number[] = [120_000]) {
  const debtor = await acmeBeforeFinalNotice(team, { due: '2026-09-23', amounts });
  await team.settle();
  return debtor;
}

const choice = (value: string, text: string) => ({
  selected_option: { text: { type: 'plain_text', text }, value },
});
const answers = {
  mayStop: choice('yes', 'Yes'),
  right: { value: 'Terms of sale, 7.2' },
  openOrders: { value: 'PO 881, <b> two pallets' },
  accountManagerView: { value: 'Amir agrees' },
};

const asked = (team: NoticeTeam, kind: string) =>
  team.db.prisma.prompt.findFirstOrThrow({ where: { kind }, orderBy: { openedAt: 'desc' } });
const step = (team: NoticeTeam) =>
  team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'credit_hold' } });
const message = async (team: NoticeTeam, title: string) => {
  const found = (await team.person.colin.messages()).findLast((m) => m.text.startsWith(title));
  if (!found) throw new Error(`no message begins with ${title}`);
  return found;
};
/** Northwind's team with a channel for account managers. */
const withChannel = () => {
  const { collections, approvals, accounts: accountManagers } = channels;
  return noticeTeam({ settings: { channels: { collections, approvals, accountManagers } } });
};
const toldInChannel = async (team: NoticeTeam) =>
  (await team.person.amir.messages(team.channels.accounts)).map(({ text }) => text).join('\n');

/** Colin weighed it, Max approved, and the grace window is over. */
async function approved(team: NoticeTeam) {
  await click(team, 'colin', 'prompt_plan_credit_hold');
  const empty = await team.person.colin.submit({ ...answers, openOrders: { value: '' } });
  expect(Object.keys(empty.errors ?? {})).toEqual(['openOrders']);
  await team.person.colin.submit(answers);
  await team.person.colin.close();
  const request = await team.request();
  expect(wordsOf(request)).toContain('Contract right to suspend: Terms of sale, 7.2');
  expect(wordsOf(request)).toContain('PO 881, &lt;b&gt; two pallets');
  await team.person.max.react(request, 'white_check_mark');
  await team.move({ advance: 'PT11M' });
}

async function inForce(team: NoticeTeam) {
  await approved(team);
  await team.person.colin.click(await message(team, 'Credit hold to set'), 'prompt_set_credit_hold');
}

it('supply stops once it was weighed, approved and set; all who look at the account see it; payment asks to release it', async () => {
  const team = await withChannel();
  const debtor = await acme(team);
  const { colin } = team.person;
  await approved(team);
  expect(await step(team)).toMatchObject({ state: 'pending' });
  expect(await team.db.prisma.creditHold.count()).toBe(0);
  expect(await toldInChannel(team)).toBe('');
  expect(await team.mails()).toEqual([]);

  const toSet = await message(team, 'Credit hold to set');
  await colin.click(toSet, 'prompt_set_credit_hold');
  await colin.click(toSet, 'prompt_set_credit_hold').catch(() => undefined);
  expect(await step(team)).toMatchObject({ state: 'done' });
  const hold = await team.db.prisma.creditHold.findFirstOrThrow();
  expect(hold).toMatchObject({
    setById: team.member.colin,
    invoiceId: debtor.invoiceIds[0],
    releasedAt: null,
  });
  expect(await toldInChannel(team)).toMatch(/On credit hold: Acme Rooms/);

  await colin.command('show acme');
  expect(wordsOf(await colin.last())).toContain('On credit hold since');
  await colin.command('list mine');
  expect(wordsOf(await colin.last())).toContain('on credit hold');
  await colin.command('why acme');
  expect(wordsOf(await colin.last())).toContain('until it is paid or instalments are agreed');
  await colin.command('digest');
  expect((await colin.messages()).map(wordsOf).join('\n')).toMatch(/Acme Rooms.*late, on credit hold/);

  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  const toRelease = await message(team, 'Credit hold to release');
  expect(wordsOf(toRelease)).toMatch(/on credit hold.*Invoice INV-1 is settled/s);
  expect(buttonsOf(toRelease, 'prompt_keep_credit_hold')).toEqual([]);
  await team.settle();
  expect(await team.db.prisma.prompt.count({ where: { kind: 'release_credit_hold' } })).toBe(1);
  await colin.click(toRelease, 'prompt_release_credit_hold');
  await colin.click(toRelease, 'prompt_release_credit_hold').catch(() => undefined);
  expect(await team.db.prisma.creditHold.findFirstOrThrow()).toMatchObject({
    releasedById: team.member.colin,
    releaseReason: 'Invoice INV-1 is settled',
  });
  expect(await toldInChannel(team)).toMatch(/Credit hold released: Acme Rooms/);
  await colin.command('show acme');
  expect(wordsOf(await colin.last())).not.toContain('On credit hold');
  const audits = await team.db.prisma.audit.groupBy({
    by: ['action'],
    where: { action: { startsWith: 'credit_hold' } },
    _count: true,
  });
  expect(audits.map(({ _count }) => _count)).toEqual([1, 1, 1]);
});

it('without a channel each account manager is told; one of two invoices is paid and it is kept for the other, then taken back', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team, [120_000, 80_000]);
  await inForce(team);
  const told = async () => (await team.person.amir.messages()).map(({ text }) => text).join('\n');
  expect(await told()).toMatch(/On credit hold: Acme Rooms/);
  const [first = '', second = ''] = debtor.invoiceIds;
  const hold = await team.db.prisma.creditHold.findFirstOrThrow();
  await team.pays(debtor, hold.invoiceId);
  await team.person.colin.click(await message(team, 'Credit hold to release'), 'prompt_keep_credit_hold');
  const kept = await team.db.prisma.creditHold.findFirstOrThrow();
  expect(new Set([hold.invoiceId, kept.invoiceId])).toEqual(new Set([first, second]));
  expect(kept.releasedAt).toBeNull();
  await team.settle();
  expect(await team.db.prisma.prompt.count({ where: { kind: 'release_credit_hold', state: 'open' } })).toBe(
    0,
  );

  await team.person.colin.command('show acme');
  await team.person.colin.click(await team.person.colin.last(), 'open_release');
  expect((await team.person.colin.submit({ reason: { value: '' } })).errors).toHaveProperty('reason');
  await team.person.colin.submit({ reason: { value: 'Set on the wrong account' } });
  expect(await team.db.prisma.creditHold.findFirstOrThrow()).toMatchObject({
    releaseReason: 'Set on the wrong account',
  });
  expect(await told()).toMatch(/Credit hold released: Acme Rooms.*wrong account/s);
});

it('instalments ask for the release, and once they are taken back it stands again', async () => {
  const team = await withChannel();
  const debtor = await acme(team);
  await inForce(team);
  const { colin } = team.person;
  await colin.command('plan acme 1,200 from 27 nov');
  await colin.submit({ count: { value: '3' }, rhythm: { selected_option: 'weekly' } });
  await colin.submit();
  expect(wordsOf(await message(team, 'Credit hold to release'))).toContain('Instalments for invoice INV-1');
  await colin.click(await colin.view(), 'undo_activity');
  expect(await asked(team, 'release_credit_hold')).toMatchObject({ state: 'overtaken' });
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await asked(team, 'release_credit_hold')).toMatchObject({ state: 'open' });
});

it('money before it is set leaves nothing to set, and nobody stops supply without a right to', async () => {
  const team = await withChannel();
  const debtor = await acme(team);
  await approved(team);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await asked(team, 'set_credit_hold')).toMatchObject({
    state: 'overtaken',
    outcome: expect.stringContaining('If it was set already'),
  });
  expect(await step(team)).toMatchObject({ state: 'cancelled' });

  const other = await noticeTeam();
  await acme(other);
  await click(other, 'colin', 'prompt_plan_credit_hold');
  await other.person.colin.submit({ ...answers, mayStop: choice('no', 'No: then supply goes on') });
  expect(wordsOf(await other.person.colin.view())).toContain('Supply goes on');
  expect(await step(other)).toMatchObject({ state: 'skipped' });
  await other.move({ to: '2026-11-24T09:30:00Z' });
  expect(await other.db.prisma.approval.count()).toBe(0);
  expect(await other.db.prisma.prompt.count({ where: { kind: 'credit_hold' } })).toBe(1);
  const { after } = await other.db.prisma.audit.findFirstOrThrow({
    where: { action: 'credit_hold_not_proposed' },
  });
  expect(after).toMatchObject({ openOrders: answers.openOrders.value });
});

it('what could not be told of a private individual is told without the name in a public channel that is chosen instead', async () => {
  const { collections, approvals, finance: accountManagers } = channels;
  const team = await noticeTeam({ settings: { channels: { collections, approvals, accountManagers } } });
  const { id } = await acme(team);
  await approved(team);
  await team.db.prisma.debtor.update({ where: { id }, data: { kind: 'individual' } });
  await team.fault({ kind: 'error', method: 'chat.postMessage', error: 'is_archived', times: 1 });
  await team.person.colin.click(await message(team, 'Credit hold to set'), 'prompt_set_credit_hold');
  await team.fault({ clear: true });
  await team.person.marta.command('settings');
  await team.person.marta.submit({ accountManagers: { selected_conversation: channels.accounts } });
  await team.settle();
  expect(await toldInChannel(team)).toMatch(/On credit hold: account ACME-01/i);
  expect(await toldInChannel(team)).not.toContain('Acme Rooms');
});
