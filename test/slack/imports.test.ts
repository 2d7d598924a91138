import { expect, test } from 'vitest';
import type { Money } from '../../src/core/money.ts';
import { newId } from '../../src/core/newId.ts';
import { dueTimes } from '../../src/db/dueTimes.ts';
import { askAboutHeldImports } from '../../src/useCases/ledger/askAboutHeldImports.ts';
import { listMissingItems } from '../../src/useCases/missingItems/listMissingItems.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import { channels as channelIds } from '../support/sampleTeam.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { bringIn, fileOf, LIST, openItems, openOf } from '../useCases/ledger/ledgerKit.ts';

const ten = Array.from(
  { length: 10 },
  (_, n) => [`INV-${n}`, `Customer ${n % 3}`, '2026-10-01', '100', '100'] as const,
);
const { approvals, finance } = channelIds;
const importChannels = { approvals, finance, imports: finance };
const CREDIT = ['CN-1', 'Customer 1', '2026-10-05', '-30', '-30'] as const;

/** Brings an open-items list in, as the command line does while Duly runs, and lets Duly notice. */
async function brought(
  duly: DulyInPlayground,
  asOf: string,
  items: readonly (readonly [string, string, string, string, string])[],
  more: { controlTotal?: Money } = {},
) {
  const about = { currency: 'GBP', map: LIST, asOf, now: duly.clock.now(), ...more };
  const result = await bringIn(duly.db, openItems(...items), about);
  await duly.move({ advance: 'PT1M' });
  return result;
}

/** What the heartbeat does about imports. */
async function listed({ db, clock }: Pick<DulyInPlayground, 'db' | 'clock'>) {
  const now = clock.now();
  for (const { workspace } of await dueTimes(db, now)) {
    await askAboutHeldImports(db, { workspace, now });
    await listMissingItems(db, { workspace, now });
  }
  return null;
}

const lists = async ({ person, channels }: DulyInPlayground) =>
  (await person.fiona.messages(channels.finance)).filter((each) =>
    wordsOf(each).includes('Not in the last ledger file'),
  );

test('finance gets one list of what no file shows any more, and what they say of each takes effect', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const { db, person } = duly;
  await brought(duly, '2026-11-20', [...ten, CREDIT]);
  expect(await lists(duly)).toEqual([]);
  await brought(duly, '2026-11-21', ten.slice(3));
  const [list, another] = await lists(duly);
  if (!list) throw new Error('no list');
  expect(another).toBeUndefined();
  expect(wordsOf(list)).toContain('4 open items, £270.00 in all');
  const id = async (number: string) =>
    (await db.prisma.invoice.findFirstOrThrow({ where: { number }, orderBy: { recordedAt: 'asc' } })).id;
  const say = async (who: 'fiona' | 'vera', answer: string, number: string) => {
    const value = await id(number);
    await person[who].click(list, `missing_item_${answer}:${value}`, { value });
  };

  await say('vera', 'paid', 'INV-0');
  expect((await openOf(db))['INV-0']).toBe(10_000n);
  await say('fiona', 'paid', 'INV-0');
  await say('fiona', 'credited', 'INV-1');
  await say('fiona', 'open', 'INV-2');
  // the credit note that left with it pays a part, one that is written for it the rest
  expect(await openOf(db)).toMatchObject({ 'INV-0': 0n, 'INV-1': 0n, 'CN-1': 0n, 'Credit of INV-1': 0n });
  expect(await db.prisma.invoice.findFirst({ where: { number: 'Credit of INV-1' } })).toMatchObject({
    amount: -7_000n,
  });
  expect(await db.prisma.payment.findMany()).toMatchObject([{ origin: 'ledger', amount: 10_000n }]);
  const answers = await db.prisma.missingAnswer.findMany();
  expect(answers.map(({ answer }) => answer).sort()).toEqual(['credited', 'open', 'paid']);
  expect((await lists(duly)).map(wordsOf)).toEqual([expect.stringContaining('everything is answered for')]);
});

test('what misses its control total waits for a manager in Slack, who sees the figures and has it imported as it was', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const { db, person, channels } = duly;
  const controlTotal = { currency: 'GBP', amount: 90_000n };
  expect(await brought(duly, '2026-11-20', ten, { controlTotal })).toMatchObject({ status: 'brake' });
  const asked = await person.marta.last(channels.approvals);
  expect(wordsOf(asked)).toContain('£1,000.00');
  expect(wordsOf(asked)).toContain('£900.00');
  const [value] = buttonsOf(asked, 'held_import_apply');
  await person.colin.click(asked, 'held_import_apply', { value });
  expect(await db.prisma.invoice.count()).toBe(0);
  await person.marta.click(asked, 'held_import_apply', { value });
  expect(await db.prisma.invoice.count()).toBe(10);
  expect(wordsOf(await person.max.last(channels.approvals))).toContain('Marta Ruiz had it imported');
  await person.vera.command('import');
  const last = wordsOf(await person.vera.last());
  expect(last).toContain('ledger.csv');
  expect(last).toContain('10 rows');
  expect(buttonsOf(await person.vera.last(), 'import_undo')).toEqual([]);

  await person.marta.command('import');
  const shown = await person.marta.last();
  const [importId] = buttonsOf(shown, 'import_undo');
  await person.marta.click(shown, 'import_undo', { value: importId });
  expect(await db.prisma.invoice.count({ where: { undoneAt: null } })).toBe(0);
  await person.marta.command('import');
  expect(buttonsOf(await person.marta.last(), 'import_undo')).toEqual([]);
  expect(await person.max.messages(channels.approvals)).toHaveLength(1);
});

test('a bank statement that misses its control total is booked once a manager says so, whatever statement came since', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const { db, person, channels } = duly;
  await brought(duly, '2026-11-20', ten);
  const statement = async (line: string, more: { controlTotal?: Money } = {}) => {
    const file = fileOf(['date;payer;reference;amount;currency', line], 'bank.csv');
    const result = await bringIn(db, file, { now: duly.clock.now(), ...more });
    await duly.move({ advance: 'PT1M' });
    return result;
  };
  const controlTotal = { currency: 'GBP', amount: 90_00n };
  await statement('2026-11-20;Customer 0;INV-0;100,00;GBP', { controlTotal });
  await statement('2026-11-21;Customer 1;INV-1;40,00;GBP');
  expect(await openOf(db)).toMatchObject({ 'INV-0': 10_000n, 'INV-1': 6_000n });
  const asked = await person.marta.last(channels.approvals);
  expect(wordsOf(asked)).toContain('It adds up to £100.00, and not to the control total of £90.00.');
  expect(wordsOf(asked)).not.toContain('Open in the file');
  const [value] = buttonsOf(asked, 'held_import_apply');
  await person.marta.click(asked, 'held_import_apply', { value });
  expect(await openOf(db)).toMatchObject({ 'INV-0': 0n });
  expect(await db.prisma.payment.count()).toBe(2);
  await person.marta.command('import');
  expect(wordsOf(await person.marta.last())).toContain('bank statement as of');
});

const XERO = 'ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountDue,Type,Status,Currency';
const xero = (...rows: string[]) => `${[XERO, ...rows].join('\n')}\n`;
const THREE = xero(
  'Acme Ltd,X-1,01/10/2026,31/10/2026,100.00,100.00,Sales invoice,Authorised,GBP',
  'Acme Ltd,X-2,02/10/2026,01/11/2026,50.00,50.00,Sales invoice,Authorised,GBP',
  'Bright plc,X-3,not a day,01/11/2026,70.00,70.00,Sales invoice,Authorised,GBP',
);

test('finance drops a file, sees what it would change, and imports it; the bad row comes back, the same file again changes nothing', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const { db, person, fault } = duly;
  await fault({ kind: 'event_twice', method: 'file_shared' });
  await person.fiona.drop('open items.csv', THREE);
  const before = await person.fiona.messages();
  const shown = before.at(-1);
  if (!shown) throw new Error('no preview');
  expect(before.filter((each) => buttonsOf(each, 'import_file').length > 0)).toHaveLength(1);
  expect(wordsOf(shown)).toContain('2 new items');
  expect(wordsOf(shown)).toContain('Row 4:');
  // a line for each sentence
  expect(JSON.stringify(shown.blocks)).toContain('\\n• ');
  expect(await db.prisma.invoice.count()).toBe(0);
  expect(await db.prisma.ledgerImport.count()).toBe(0);

  const [value] = buttonsOf(shown, 'import_file');
  await person.fiona.click(shown, 'import_file', { value });
  const total = (typed: string) => ({
    control_total: { value: typed },
    as_of: { selected_date: '2026-11-22' },
  });
  expect((await person.fiona.submit(total('lots'))).errors).toHaveProperty('control_total');
  await person.fiona.submit(total('GBP 150'));
  expect(wordsOf(await person.fiona.view())).toContain('2 new items');
  expect(await openOf(db)).toEqual({ 'X-1': 10_000n, 'X-2': 5_000n });
  expect(await db.prisma.ledgerImport.findMany()).toMatchObject([
    { status: 'applied', memberId: duly.member.fiona },
  ]);
  const after = await person.fiona.messages();
  const kept = after.find(({ ts }) => ts === shown.ts);
  expect(wordsOf(kept ?? {})).toContain('Imported by Fiona Grant');
  expect(buttonsOf(kept ?? {}, 'import_file')).toEqual([]);
  expect(JSON.stringify(after)).toContain('open items.rejected.csv');

  await person.marta.drop('again.csv', THREE);
  expect(wordsOf(await person.marta.last())).toContain('imported before');
  await person.vera.command('import');
  expect(wordsOf(await person.vera.last())).toContain('Fiona Grant');
});

test('a file with other columns asks what they hold; one that misses its control total waits for a manager', async () => {
  const duly = await dulyInPlayground({ runDue: listed, settings: { channels: { ...importChannels } } });
  const { db, person, channels } = duly;
  const odd = 'Belegnr,Wer,Bis,Wert\nA-1,Acme,2026-10-31,100\n';
  await person.marta.drop('odd.csv', odd, channels.finance);
  const asked = await person.marta.last(channels.finance);
  await person.marta.click(asked, 'import_file', { value: buttonsOf(asked, 'import_file')[0] });
  const column = (value: string) => ({
    selected_option: { text: { type: 'plain_text', text: value }, value },
  });
  const some = {
    column_number: column('Belegnr'),
    column_debtor: column('Wer'),
    column_amount: column('Wert'),
  };
  expect(
    (await person.marta.submit({ ...some, column_issued: { selected_option: null } })).errors,
  ).toBeDefined();
  await person.marta.submit({ ...some, column_due: column('Bis') });
  expect(wordsOf(await person.marta.view())).toContain('1 new item');
  await person.marta.submit({
    control_total: { value: '90' },
    as_of: { selected_date: '2026-11-22' },
  });
  expect(await db.prisma.invoice.count()).toBe(0);
  const held = await person.max.last(channels.approvals);
  expect(wordsOf(held)).toContain('£90.00');
  await person.max.click(held, 'held_import_apply', { value: buttonsOf(held, 'held_import_apply')[0] });
  expect(await openOf(db)).toEqual({ 'A-1': 10_000n });
});

test('who may not import is told so, what is no table is refused, and other channels are left alone', async () => {
  const { db, person, channels } = await dulyInPlayground({ runDue: listed });
  for (const name of ['colin', 'vera'] as const) {
    await person[name].drop('open items.csv', THREE);
    const said = await person[name].last();
    expect(said.text).toContain('finance and managers');
    expect(buttonsOf(said, 'import_file')).toEqual([]);
  }
  await person.fiona.drop('ledger.xlsx', Buffer.from('504b0304140000000000', 'hex'));
  expect(wordsOf(await person.fiona.last())).toContain('save it as CSV');
  const quiet = await person.fiona.messages(channels.collections);
  await person.fiona.drop('open items.csv', THREE, channels.collections);
  expect(await person.fiona.messages(channels.collections)).toHaveLength(quiet.length + 1);
  expect(await db.prisma.invoice.count()).toBe(0);
});

test('a file that was imported before a newer one: dropped again it says that it would turn back what that one said', async () => {
  const { person } = await dulyInPlayground({ runDue: listed });
  const takes = async (name: string, text: string, asOf: string) => {
    await person.fiona.drop(name, text);
    const shown = await person.fiona.last();
    await person.fiona.click(shown, 'import_file', { value: buttonsOf(shown, 'import_file')[0] });
    await person.fiona.submit({ as_of: { selected_date: asOf } });
    await person.fiona.close();
  };
  await takes('friday.csv', THREE, '2026-11-20');
  await takes('monday.csv', THREE.replace('31/10/2026', '30/11/2026'), '2026-11-23');
  await person.fiona.drop('friday.csv', THREE);
  const said = wordsOf(await person.fiona.last());
  expect(said).toContain('turns back');
  expect(said).not.toContain('changes nothing');
});

test('a bank file of which no line can be read is not offered for import; one that loses a line says that payments are not known by it', async () => {
  const { db, person } = await dulyInPlayground({ runDue: listed });
  const bank = (...lines: string[]) => ['date,payer,reference,amount,currency', ...lines, ''].join('\n');
  await person.fiona.drop(
    'bank.csv',
    bank('2026-13-26,ACME,X-1,100.00,GBP', '31.02.2026,BRIGHT,X-2,50.00,GBP'),
  );
  const unread = await person.fiona.last();
  expect(wordsOf(unread)).toContain('Nothing could be taken');
  expect(wordsOf(unread)).toContain('Row 3:');
  expect(wordsOf(unread)).not.toContain('known already');
  expect(buttonsOf(unread, 'import_file')).toEqual([]);

  await person.fiona.drop(
    'bank.csv',
    bank('2026-11-19,ACME,X-1,100.00,GBP', '2026-11-20,BRIGHT,X-2,lots,GBP'),
  );
  const partly = await person.fiona.last();
  expect(wordsOf(partly)).toContain('as of 2026-11-19');
  expect(wordsOf(partly)).toContain('does not make payments known');
  await person.fiona.click(partly, 'import_file', { value: buttonsOf(partly, 'import_file')[0] });
  expect(JSON.stringify(await person.fiona.view())).toContain('"initial_date":"2026-11-19"');
  await person.fiona.submit({ as_of: { selected_date: '2026-11-20' } });
  expect(wordsOf(await person.fiona.view())).toContain('does not make payments known');
  expect(await db.prisma.ledgerImport.findMany()).toMatchObject([{ status: 'applied', makesKnown: false }]);
});

test('a bank file dropped in a channel names no account of ours there', async () => {
  const duly = await dulyInPlayground({ runDue: listed, settings: { channels: { ...importChannels } } });
  const { person, channels } = duly;
  await person.fiona.drop('open items.csv', THREE);
  const first = await person.fiona.last();
  await person.fiona.click(first, 'import_file', { value: buttonsOf(first, 'import_file')[0] });
  await person.fiona.submit({ as_of: { selected_date: '2026-11-22' } });
  await person.fiona.close();
  const bank = 'date,payer,reference,amount,currency\n2026-11-23,ACME,thank you,12.34,GBP\n';
  await person.fiona.drop('bank.csv', bank);
  expect(wordsOf(await person.fiona.last())).toContain('Acme Ltd');
  await person.fiona.drop('bank.csv', bank, channels.finance);
  const open = wordsOf(await person.fiona.last(channels.finance));
  expect(open).toContain('bank.csv');
  expect(open).not.toContain('Acme Ltd');
});

test('with a bank file too a control total may be typed; where its payments come to something else a manager is asked', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const { db, person, channels } = duly;
  await brought(duly, '2026-11-20', ten);
  const bank = [
    'date,payer,reference,amount,currency',
    '2026-11-23,Customer 0,INV-0,100.00,GBP',
    '2026-11-23,Customer 1,INV-1,60.00,GBP',
    '2026-11-23,Customer 1,returned,-10.00,GBP',
  ].join('\n');
  const takes = async (total: string) => {
    await person.fiona.drop('bank.csv', `${bank}\n`);
    const shown = await person.fiona.last();
    await person.fiona.click(shown, 'import_file', { value: buttonsOf(shown, 'import_file')[0] });
    expect(wordsOf(await person.fiona.view())).toContain('The payments less returned ones');
    const typed = { control_total: { value: total }, as_of: { selected_date: '2026-11-23' } };
    return person.fiona.submit(typed);
  };
  expect((await takes('lots')).errors).toHaveProperty('control_total');
  await person.fiona.close();
  await takes('160');
  await person.fiona.close();
  expect(wordsOf(await person.max.last(channels.approvals))).toContain(
    'It adds up to £150.00, and not to the control total of £160.00.',
  );
  expect(await db.prisma.payment.count()).toBe(0);
  await takes('GBP 150.00');
  expect(await db.prisma.payment.count()).toBe(3);
  expect(await openOf(db)).toMatchObject({ 'INV-0': 0n, 'INV-1': 4_000n });
});

test('where there are several creditors whoever drops a file says whose it is, and it goes to nobody else', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const { db, person, workspaceId } = duly;
  const another = newId();
  await db.prisma.creditor.createMany({
    data: [
      { id: newId(), workspaceId, name: 'Northwind Ltd' },
      { id: another, workspaceId, name: 'Another Ltd', position: 1 },
    ],
  });
  await person.fiona.drop('open items.csv', THREE);
  const asked = await person.fiona.last();
  expect(wordsOf(asked)).toContain('several creditors');
  await person.fiona.click(asked, 'import_file', { value: buttonsOf(asked, 'import_file')[0] });
  await person.fiona.submit({ creditor: { selected_option: another } });
  expect(wordsOf(await person.fiona.view())).toContain('2 new items');
  expect(await db.prisma.invoice.count()).toBe(0);
  // renamed meanwhile it is the same creditor
  await db.prisma.creditor.update({ where: { id: another }, data: { name: 'Another Limited' } });
  await person.fiona.submit({ as_of: { selected_date: '2026-11-22' } });
  const invoices = await db.prisma.invoice.findMany({ select: { creditorId: true } });
  expect(invoices.map(({ creditorId }) => creditorId)).toEqual([another, another]);
  expect(await db.prisma.creditor.count()).toBe(2);
});

/** The last file that Fiona dropped, imported with what she chose in the window. */
async function takes(
  { person }: Pick<DulyInPlayground, 'person'>,
  name: string,
  text: string,
  kind?: string,
) {
  await person.fiona.drop(name, text);
  const shown = await person.fiona.last();
  await person.fiona.click(shown, 'import_file', { value: buttonsOf(shown, 'import_file')[0] });
  const window = await person.fiona.view();
  await person.fiona.submit({
    as_of: { selected_date: '2026-11-23' },
    ...(kind && { kind_of_new: { selected_option: kind } }),
  });
  const said = wordsOf(await person.fiona.view());
  await person.fiona.close();
  return { shown: wordsOf(shown), window, said };
}

const kindsOf = async ({ db }: Pick<DulyInPlayground, 'db'>) =>
  Object.fromEntries((await db.prisma.debtor.findMany()).map(({ name, kind }) => [name, kind]));

test('who imports a file says what its new customers are; those who are on file keep their kind', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const first = await takes(duly, 'first.csv', THREE, 'individual');
  expect(first.shown).toContain('1 new customer (kind: business)');
  expect(JSON.stringify(first.window.blocks)).toContain(
    '"initial_option":{"text":{"type":"plain_text","text":"business"',
  );
  expect(first.said).toContain('1 new customer (kind: private individual)');
  expect(await kindsOf(duly)).toEqual({ 'Acme Ltd': 'individual' });

  const more = THREE.replace('X-3,not a day', 'X-3,03/10/2026');
  const second = await takes(duly, 'second.csv', more);
  expect(second.said).toContain('1 new customer (kind: business)');
  expect(await kindsOf(duly)).toEqual({ 'Acme Ltd': 'individual', 'Bright plc': 'business' });

  // nobody new: nothing to choose
  const third = await takes(duly, 'third.csv', more.replace('70.00,70.00', '70.00,60.00'));
  expect(third.window.blocks.map((block) => block.block_id)).not.toContain('kind_of_new');
});

test('the usual kind that a manager set is chosen beforehand, and is what the command line takes', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const { person } = duly;
  await person.marta.command('settings');
  await person.marta.submit({ defaultDebtorKind: { selected_option: 'individual' } });
  await person.marta.close();
  const { shown, said } = await takes(duly, 'first.csv', THREE);
  expect(shown).toContain('1 new customer (kind: private individual)');
  expect(said).toContain('1 new customer (kind: private individual)');
  await brought(duly, '2026-11-23', [['A-1', 'Somebody', '2026-10-01', '100', '100']]);
  expect(await kindsOf(duly)).toEqual({ 'Acme Ltd': 'individual', Somebody: 'individual' });
});

test('what a held import’s new customers are is kept with it until a manager has it imported', async () => {
  const duly = await dulyInPlayground({ runDue: listed });
  const { person, channels } = duly;
  await person.fiona.drop('open items.csv', THREE);
  const shown = await person.fiona.last();
  await person.fiona.click(shown, 'import_file', { value: buttonsOf(shown, 'import_file')[0] });
  await person.fiona.submit({
    kind_of_new: { selected_option: 'sole_trader' },
    control_total: { value: 'GBP 90' },
    as_of: { selected_date: '2026-11-22' },
  });
  expect(await kindsOf(duly)).toEqual({});
  const held = await person.marta.last(channels.approvals);
  expect(wordsOf(held)).toContain('New customers are taken for: sole trader');
  await person.marta.click(held, 'held_import_apply', { value: buttonsOf(held, 'held_import_apply')[0] });
  expect(await kindsOf(duly)).toEqual({ 'Acme Ltd': 'sole_trader' });
});
