import { expect, it } from 'vitest';
import { aDebtor } from '../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { click, type NoticeTeam, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const jane = { name: 'Jane Miller', role: 'payables', phone: '+44 20 7946 0000', email: 'jane@acme.example' };

/** Two customers with much the same name, the first with pounds and euros open. Monday 23 November 2026, 09:30. */
async function customers(team: NoticeTeam) {
  const ownerId = team.member.colin;
  const rooms = await aDebtor(team.db, team.workspaceId, {
    name: 'Acme Rooms',
    account: 'ACME-01',
    ownerId,
    invoices: [
      { number: 'INV-1', due: '2026-10-15', amount: 84_050 },
      { number: 'INV-2', due: '2026-10-20', amount: 50_000, currency: 'EUR' },
    ],
    contacts: [jane],
  });
  const bricks = await aDebtor(team.db, team.workspaceId, {
    name: 'Acme Bricks',
    ownerId,
    invoices: [{ number: 'INV-7', due: '2026-11-10', amount: 40_050 }],
    contacts: [],
  });
  await team.settle();
  return { rooms, bricks };
}

const calls = (team: NoticeTeam) => team.db.prisma.activity.findMany({ orderBy: { recordedAt: 'asc' } });

it('words that fit several accounts: one is chosen in the window, the words fill the form in', async () => {
  const team = await noticeTeam();
  const { bricks } = await customers(team);
  const { colin } = team.person;
  await colin.command('log acme promised 400 by 30 nov, spoke to Bob Stone');
  await colin.click(await colin.view(), 'debtor_search', { selected_option: bricks.id });
  expect(wordsOf(await colin.view())).toContain('Acme Bricks');
  await colin.submit();
  const promise = await team.db.prisma.promise.findFirstOrThrow();
  expect(promise).toMatchObject({ debtorId: bricks.id, amount: 40_000n });
  const [call] = await calls(team);
  const contact = await team.db.prisma.contact.findUniqueOrThrow({ where: { id: call?.contactId ?? '' } });
  expect(contact).toMatchObject({ name: 'Bob Stone', debtorId: bricks.id });
});

it('words that fit nobody are kept as notes, whatever is chosen', async () => {
  const team = await noticeTeam();
  const { rooms } = await customers(team);
  const { colin } = team.person;
  await colin.command('log zebra they refuse to pay <!channel>');
  const view = await colin.view();
  const [first] = await colin.options(view, 'debtor_search', 'rooms');
  const picked = { text: { type: 'plain_text', text: first?.text }, value: first?.value };
  expect(first?.value).toBe(rooms.id);
  await colin.submit({ debtor: { selected_option: picked } });
  await colin.submit();
  expect((await calls(team)).map(({ outcome, notes }) => [outcome, notes])).toEqual([
    ['refuses', 'zebra they refuse to pay <!channel>'],
  ]);
});

it('a name in quotes is the whole name; the longest one that fits is meant', async () => {
  const team = await noticeTeam();
  const { rooms, bricks } = await customers(team);
  const { colin } = team.person;
  await colin.command('log "acme bricks" na');
  await colin.command('log acme rooms na');
  expect((await calls(team)).map(({ debtorId }) => debtorId)).toEqual([bricks.id, rooms.id]);
});

it('a promise that cannot be is not taken: the field says why, and nothing is recorded', async () => {
  const team = await noticeTeam();
  await customers(team);
  const { colin } = team.person;
  await colin.command('log acme rooms promised 500 by friday');
  const right = {
    amount: { value: '500' },
    promised_on: { selected_date: '2026-11-27' },
    called_at: { selected_date_time: Date.parse('2026-11-23T09:00:00Z') / 1000 },
  };
  for (const [wrong, field] of [
    [{ amount: { value: 'lots' } }, 'amount'],
    [{ amount: { value: '0' } }, 'amount'],
    [{ amount: { value: '841' } }, 'amount'],
    [{ amount: { value: '10 JPY' } }, 'amount'],
    [{ promised_on: { selected_date: '2026-11-22' } }, 'promised_on'],
    [{ promised_on: { selected_date: null } }, 'promised_on'],
    [{ called_at: { selected_date_time: Date.parse('2026-11-23T12:00:00Z') / 1000 } }, 'called_at'],
  ] as const) {
    const answer = await colin.submit({ ...right, ...wrong });
    expect(Object.keys(answer.errors ?? {}), JSON.stringify(wrong)).toEqual([field]);
  }
  expect(await calls(team)).toEqual([]);
  expect(wordsOf(await colin.view())).toContain('promised 500 by friday');
  await colin.submit(right);
  expect(await calls(team)).toHaveLength(1);
});

it('what was typed survives a change of outcome, and of mind', async () => {
  const team = await noticeTeam();
  const { rooms } = await customers(team);
  const { colin } = team.person;
  await colin.command('log acme rooms');
  const values = {
    notes: { notes: { value: 'They want to think about it' } },
    direction: { direction: { selected_option: 'in' } },
  };
  await colin.click(await colin.view(), 'call_log_outcome', { selected_option: 'promised', values });
  await colin.click(await colin.view(), 'call_log_outcome', { selected_option: 'call_back' });
  await colin.click(await colin.view(), 'call_log_contact', { selected_option: 'somebody_else' });
  const at = Date.parse('2026-11-24T14:30:00Z') / 1000;
  await colin.submit({ new_contact: { value: 'Olga Petrova' }, call_back_at: { selected_date_time: at } });
  const [call] = await calls(team);
  expect(call).toMatchObject({ outcome: 'call_back', direction: 'in', notes: 'They want to think about it' });
  const open = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'call_back' } });
  expect(open).toMatchObject({ debtorId: rooms.id, snoozedUntil: new Date(at * 1000), state: 'open' });
});

it('a save that fails gives the form back with every word; the second try is recorded once', async () => {
  const team = await noticeTeam();
  const { rooms } = await customers(team);
  const { colin } = team.person;
  await colin.command('log acme rooms promised 500 by friday');
  await team.db.prisma.invoice.updateMany({ where: { debtorId: rooms.id }, data: { currency: 'CHF' } });
  await colin.submit({ notes: { value: 'Long words that took a while' } });
  expect(await calls(team)).toEqual([]);
  const back = wordsOf(await colin.view());
  expect(back).toContain('Nothing is open in GBP');
  expect(back).toContain('Long words that took a while');
  await team.db.prisma.invoice.updateMany({ where: { debtorId: rooms.id }, data: { currency: 'GBP' } });
  await colin.submit();
  expect((await calls(team)).map(({ notes }) => notes)).toEqual(['Long words that took a while']);
  expect(buttonsOf(await colin.view(), 'undo_activity')).toHaveLength(1);
});

it('a promise in the other currency, back-dated, by somebody who does not decide', async () => {
  const team = await noticeTeam();
  const { rooms } = await customers(team);
  const { colin } = team.person;
  await colin.command('log acme rooms promised €300 by friday');
  const at = Date.parse('2026-11-20T10:00:00Z') / 1000;
  await colin.submit({
    called_at: { selected_date_time: at },
    right_party: { selected_option: 'no' },
    delay_reason: { selected_option: 'order_number_missing' },
  });
  const promise = await team.db.prisma.promise.findFirstOrThrow({ include: { invoices: true } });
  expect(promise).toMatchObject({ currency: 'EUR', amount: 30_000n, unconfirmed: true });
  expect(promise.madeOn.toISOString()).toContain('2026-11-20');
  expect(promise.invoices.map(({ invoiceId }) => invoiceId)).toEqual([rooms.invoiceIds[1]]);
  const [call] = await calls(team);
  expect(call).toMatchObject({ rightParty: false, details: { delayReason: 'order_number_missing' } });
  // it was not the right person: the call for a firm date is still to be made
  const prompt = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'call' } });
  expect(prompt.state).toBe('open');
  await click(team, 'fiona', 'prompt_mended');
  await team.settle();
  const told = await colin.messages(colin.dm);
  expect(told.map((message) => wordsOf(message)).join()).toMatch(/order number.*Fiona/);
  // a reply confirms it only where whoever pays wrote it: the form asks, and waits for an answer
  const willPay = { kind: { selected_option: 'will_pay' } };
  const isUnconfirmed = async () => (await team.db.prisma.promise.findFirstOrThrow()).unconfirmed;
  const answers = async (option: 'yes' | 'no') => {
    await colin.command('reply acme rooms');
    expect(Object.keys((await colin.submit(willPay)).errors ?? {})).toEqual(['of_payer']);
    await colin.submit({ ...willPay, of_payer: { selected_option: option } });
    const confirmed = !(await isUnconfirmed());
    await colin.click(await colin.view(), 'undo_activity');
    return confirmed;
  };
  expect([await answers('no'), await answers('yes'), await isUnconfirmed()]).toEqual([false, true, true]);
});

it('a part of an invoice is disputed; more than is open of it is not taken', async () => {
  const team = await noticeTeam();
  const { bricks } = await customers(team);
  const { colin } = team.person;
  await colin.command('log bricks disputes the price');
  const price = { dispute_reason: { selected_option: 'price' } };
  const answer = await colin.submit({ ...price, disputed_amount: { value: '400.51' } });
  expect(Object.keys(answer.errors ?? {})).toEqual(['disputed_amount']);
  await colin.submit({ ...price, disputed_amount: { value: '100.50' } });
  const dispute = await team.db.prisma.dispute.findFirstOrThrow();
  expect(dispute).toMatchObject({ debtorId: bricks.id, amount: 10_050n, whole: false, reason: 'price' });
});

it('shortcuts: from anywhere, and on a message whose words become the note', async () => {
  const team = await noticeTeam();
  const { bricks } = await customers(team);
  const { colin } = team.person;
  await colin.shortcut('log_call');
  expect(wordsOf(await colin.view())).toContain('Account');
  await colin.close();
  await colin.write(team.channels.collections, 'Rang them: they want instalments');
  const said = await colin.last(team.channels.collections);
  await colin.shortcut('log_message', said);
  const [found] = await colin.options(await colin.view(), 'debtor_search', 'bricks');
  const picked = { text: { type: 'plain_text', text: found?.text }, value: found?.value };
  await colin.click(await colin.view(), 'debtor_search', { selected_option: picked });
  await colin.submit();
  expect(await calls(team)).toMatchObject([
    { debtorId: bricks.id, outcome: 'instalments', notes: 'Rang them: they want instalments' },
  ]);
});

it('from the account, on top of it', async () => {
  const team = await noticeTeam();
  const { bricks } = await customers(team);
  const { colin } = team.person;
  await colin.command('show bricks');
  await click(team, 'colin', 'log_call');
  await colin.submit({ outcome: { selected_option: 'refuses' } });
  expect(await calls(team)).toMatchObject([{ debtorId: bricks.id, outcome: 'refuses' }]);
});

it('viewers are refused with a sentence, by every way; ids of another workspace are unknown', async () => {
  const team = await noticeTeam();
  const { rooms } = await customers(team);
  const { vera, colin } = team.person;
  await vera.command('log acme rooms na');
  expect((await vera.last()).text).toContain('collectors and managers');
  await vera.command('log acme rooms promised 5 by friday');
  expect(wordsOf(await vera.view())).toContain('collectors and managers');
  await vera.shortcut('log_call');
  expect(wordsOf(await vera.view())).toContain('collectors and managers');
  await colin.command('show acme rooms');
  const other = await team.db.prisma.workspace.create({
    data: { id: 'other', name: 'Other', teamId: 'T0OTHER' },
  });
  await team.db.prisma.debtor.update({ where: { id: rooms.id }, data: { workspaceId: other.id } });
  await click(team, 'colin', 'log_call');
  expect(wordsOf(await colin.view())).toContain('do not know this account');
  expect(await calls(team)).toEqual([]);
});

it('na for several accounts: the one that is picked is logged at once', async () => {
  const team = await noticeTeam();
  const { rooms } = await customers(team);
  await team.person.colin.command('log acme lm');
  const choice = await team.person.colin.last();
  expect(buttonsOf(choice, 'log_left_message')).toContain(rooms.id);
  await team.person.colin.click(choice, 'log_left_message', { value: rooms.id });
  expect(await calls(team)).toMatchObject([{ debtorId: rooms.id, outcome: 'left_message' }]);
});

it('somebody who closes the window too early is told in the direct message, with Undo', async () => {
  const team = await noticeTeam();
  await customers(team);
  const { colin } = team.person;
  await colin.command('log acme rooms they refuse to pay');
  await team.fault({ kind: 'error', method: 'views.update', error: 'not_found' });
  await colin.submit();
  const told = await colin.last();
  expect(wordsOf(told)).toContain('Acme Rooms');
  await colin.click(told, 'undo_activity');
  expect((await calls(team)).map(({ reversesId }) => reversesId !== null)).toEqual([false, true]);
});
