import { expect, it } from 'vitest';
import { newId } from '../../../src/core/newId.ts';
import { invoiceCopyContent } from '../../../src/db/invoiceCopies.ts';
import { undoImport } from '../../../src/useCases/ledger/undoImport.ts';
import { sendReminder } from '../../../src/useCases/notices/sendReminder.ts';
import { aDebtor, type DebtorPlan } from '../../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { bringIn, LIST, openItems } from '../ledger/ledgerKit.ts';
import { click, type NoticeTeam, noticeTeam } from './noticeTeam.ts';

const pdf = (what: string, bytes = 0) =>
  Buffer.concat([Buffer.from(`%PDF-1.7 ${what}`), Buffer.alloc(bytes, what)]);
const MB = 1024 * 1024;

/** An account of Colin's with invoices that fall due in a week, on Monday 30 November. */
async function acme(
  team: NoticeTeam,
  numbers: readonly string[] = ['LF-1001'],
  plan: Partial<DebtorPlan> = {},
) {
  const debtor = await aDebtor(team.db, team.workspaceId, {
    name: 'Acme Rooms',
    ownerId: team.member.colin,
    invoices: numbers.map((number) => ({ number, due: '2026-11-30', amount: 48_000 })),
    contacts: [{ name: 'Jane Miller', role: 'payables', email: 'jane@acme.example' }],
    ...plan,
  });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await team.settle();
  return debtor;
}

async function reminded(team: NoticeTeam) {
  await click(team, 'colin', 'reminders_send_all');
  await team.settle();
  const [mail, ...more] = await team.mails();
  expect(more).toEqual([]);
  if (!mail) throw new Error('no reminder went out');
  return mail;
}

const files = ({ attachments }: { attachments: { filename: string; content_base64: string }[] }) =>
  attachments.map(({ filename, content_base64 }) => [filename, Buffer.from(content_base64, 'base64')]);

it('a PDF dropped into the direct message goes along with the reminder before the due date, byte for byte, and its words say so', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  const copy = pdf('as Acme got it');
  await colin.drop('Invoice LF1001 Acme.pdf', copy);
  const said = wordsOf(await colin.last());
  expect(said).toContain('LF-1001');
  expect(said).toContain('Acme Rooms');
  const mail = await reminded(team);
  expect(files(mail)).toEqual([['invoice-LF-1001.pdf', copy]]);
  expect(mail.text).toContain('A copy of the invoice is attached.');
  expect(mail.text).not.toContain('if you need a');
});

it('without a copy on file one is offered in words, as ever', async () => {
  const team = await noticeTeam();
  await acme(team);
  const mail = await reminded(team);
  expect(mail.attachments).toEqual([]);
  expect(mail.text).toContain('if you need a copy');
});

it('of two invoices the mail says which copy it brings; the same file again changes nothing, another takes its place', async () => {
  const team = await noticeTeam();
  await acme(team, ['LF-1001', 'LF-1002']);
  const { colin } = team.person;
  await colin.drop('LF-1001.pdf', pdf('first'));
  await colin.drop('LF-1001.pdf', pdf('first'));
  expect(wordsOf(await colin.last())).toContain('already');
  await colin.drop('LF-1001 corrected.pdf', pdf('second'));
  expect(wordsOf(await colin.last())).toContain('takes the place of “LF-1001.pdf”');
  expect(await team.db.prisma.invoiceCopy.count()).toBe(1);
  const mail = await reminded(team);
  expect(files(mail)).toEqual([['invoice-LF-1001.pdf', pdf('second')]]);
  expect(mail.text).toContain('A copy of invoice LF-1001 is attached.');
  expect(mail.text).toContain('if you need another copy');
});

it('a name that names none, or may mean several, is asked about; what is said then is kept for that invoice alone', async () => {
  const team = await noticeTeam();
  const { invoiceIds } = await acme(team, ['LF-1001', 'LF-1002']);
  const { colin } = team.person;
  await colin.drop('LF-1001 or LF-1002.pdf', pdf('both'));
  expect(wordsOf(await colin.last())).toMatch(
    /may mean LF-100[12] of Acme Rooms or LF-100[12] of Acme Rooms/,
  );
  await colin.drop('scan.pdf', pdf('scanned'));
  const asked = await colin.last();
  expect(await team.db.prisma.invoiceCopy.count()).toBe(0);
  const say = async (typed: string, id: string | undefined) => {
    await colin.click(asked, 'copy_invoice', { value: buttonsOf(asked, 'copy_invoice')[0] });
    const offered = await colin.options(await colin.view(), 'invoice_search', typed);
    expect(offered.map(({ value }) => value)).toContain(id);
    const [chosen] = offered.filter(({ value }) => value === id);
    const option = { text: { type: 'plain_text', text: chosen?.text }, value: chosen?.value };
    expect(await colin.submit({ invoice: { selected_option: option } })).toMatchObject({ ok: true });
    expect(wordsOf(await colin.view())).toContain('Kept as the copy');
    await colin.close();
  };
  await say('1002', invoiceIds[1]);
  await say('acme', invoiceIds[0]);
  expect(await team.db.prisma.invoiceCopy.findMany()).toMatchObject([
    { invoiceId: invoiceIds[0], name: 'scan.pdf' },
  ]);
  const mail = await reminded(team);
  expect(files(mail)).toEqual([['invoice-LF-1001.pdf', pdf('scanned')]]);
});

it('a name that names another customer beside the invoice, or another paper, is asked about; what is kept stays', async () => {
  const team = await noticeTeam();
  await acme(team, ['LF-1001', '1002']);
  await aDebtor(team.db, team.workspaceId, { name: 'Bolt Ltd', invoices: [] });
  const { colin } = team.person;
  const kept = pdf('as Acme got it');
  await colin.drop('LF-1001 Acme.pdf', kept);
  const said = async (name: string) => {
    await colin.drop(name, pdf(name));
    return wordsOf(await colin.last());
  };
  expect(await said('Bolt Ltd LF-1001.pdf')).toContain(
    'may mean LF-1001 of Acme Rooms, and may name Bolt Ltd',
  );
  for (const name of ['Credit note LF-1001.pdf', 'PO 1002.pdf', '1002 Statement.pdf', '1002 Zimmer.pdf'])
    expect(await said(name)).toContain('may mean');
  expect(files(await reminded(team))).toEqual([['invoice-LF-1001.pdf', kept]]);
});

it('an invoice that two creditors have by that number is asked about, and another workspace’s is not known', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { person, db } = team;
  await acme(team, ['LF-1001'], { name: 'Bolt Ltd', creditor: 'Southwind Ltd' });
  await person.colin.drop('LF-1001.pdf', pdf('whose?'));
  expect(wordsOf(await person.colin.last())).toContain('Bolt Ltd');
  expect(await db.prisma.invoiceCopy.count()).toBe(0);
  await db.prisma.invoice.updateMany({ data: { workspaceId: 'another' } });
  await person.colin.drop('LF-1001 again.pdf', pdf('elsewhere'));
  expect(wordsOf(await person.colin.last())).toContain('number of no invoice');
});

it('what is no PDF, too large, or from somebody who may not is refused in a sentence; a paid invoice takes none', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin, vera } = team.person;
  await colin.drop('LF-1001.pdf', 'a letter');
  expect(wordsOf(await colin.last())).toContain('is not a PDF');
  await colin.drop('LF-1001.pdf', pdf('x', 5 * MB));
  expect(wordsOf(await colin.last())).toContain('larger than 5 MB');
  await vera.drop('LF-1001.pdf', pdf('seen'));
  expect(wordsOf(await vera.last())).toContain('Only collectors, finance and managers');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  await colin.drop('LF-1001.pdf', pdf('late'));
  expect(wordsOf(await colin.last())).toContain('which is not open');
  expect(await team.db.prisma.invoiceCopy.count()).toBe(0);
});

it('what a mail has no room for is offered in words', async () => {
  const team = await noticeTeam();
  await acme(team, ['LF-1001', 'LF-1002', 'LF-1003']);
  const { colin } = team.person;
  for (const number of ['LF-1001', 'LF-1002', 'LF-1003'])
    await colin.drop(`${number}.pdf`, pdf(number, 3 * MB));
  const mail = await reminded(team);
  expect(files(mail).map(([name]) => name)).toEqual(['invoice-LF-1001.pdf', 'invoice-LF-1002.pdf']);
  expect(mail.text).toContain('Copies of invoices LF-1001 and LF-1002 are attached.');
});

it('a copy that is taken for another invoice between the click and the sending: nothing goes out that says it brings it', async () => {
  const team = await noticeTeam();
  await acme(team);
  await team.person.colin.drop('LF-1001.pdf', pdf('copy'));
  const prompt = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'reminder', state: 'open' } });
  const member = await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.colin } });
  const asking = { workspace: await team.workspace(), promptId: prompt.id, member, now: team.clock.now() };
  await sendReminder(team.db, asking);
  await team.db.prisma.invoiceCopy.deleteMany();
  await team.settle();
  expect(await team.mails()).toEqual([]);
  expect(await team.db.prisma.notice.findFirst()).toMatchObject({ state: 'cancelled' });
});

const LEDGER = { currency: 'GBP', map: LIST, kind: 'business' as const };
const due = (number: string, whose: string) => [number, whose, '2026-11-30', '480', '480'] as const;

/** Who is on file at a customer that a ledger file brought, and who looks after it. */
async function reachable(team: NoticeTeam, name: string) {
  const { db, workspaceId, clock, member } = team;
  const debtor = await db.prisma.debtor.findFirstOrThrow({ where: { name } });
  await db.prisma.debtor.update({ where: { id: debtor.id }, data: { ownerId: member.colin } });
  const contact = { role: 'payables', name: `Payables of ${name}`, email: 'payables@customer.example' };
  const row = { id: newId(), workspaceId, debtorId: debtor.id, position: 0, ...contact };
  await db.prisma.contact.create({ data: { ...row, createdAt: clock.now() } });
  await db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await team.settle();
  await team.move({ advance: 'PT1M' });
}

it('a copy of an invoice that a later file gives to another customer is put aside: it goes to nobody, and the import says so', async () => {
  const team = await noticeTeam();
  const { colin } = team.person;
  const now = team.clock.now();
  const other = ['LF-1002', 'Bolt Ltd', '2026-12-20', '100', '100'] as const;
  const first = openItems(due('LF-1001', 'Acme Rooms'), other);
  await bringIn(team.db, first, { ...LEDGER, asOf: '2026-11-22', now });
  await colin.drop('LF-1001.pdf', pdf('as Acme got it'));
  const moved = openItems(due('LF-1001', 'Bolt Ltd'), other);
  const said = await bringIn(team.db, moved, { ...LEDGER, asOf: '2026-11-23', now });
  expect(said.sentences.join(' ')).toContain(
    'LF-1001 has another customer now: the copy kept of it is put aside',
  );
  await reachable(team, 'Bolt Ltd');
  await colin.drop('LF-1001.pdf', pdf('as Acme got it'));
  expect(wordsOf(await colin.last())).toContain(
    'when that was an invoice of Acme Rooms; it is one of Bolt Ltd now',
  );
  const mail = await reminded(team);
  expect(mail.attachments).toEqual([]);
  expect(mail.text).toContain('if you need a copy');
  expect(mail.text).not.toContain('attached');
});

it('the copy of a void invoice does not go to whose number that is in the right file; the right copy takes its place', async () => {
  const team = await noticeTeam();
  const { colin } = team.person;
  const now = team.clock.now();
  const wrong = await bringIn(team.db, openItems(due('LF-1001', 'Acme Rooms')), {
    ...LEDGER,
    asOf: '2026-11-22',
    now,
  });
  await colin.drop('LF-1001.pdf', pdf('as Acme got it'));
  const workspace = await team.workspace();
  await undoImport(team.db, { workspace, individuals: true, now, importId: wrong.importId });
  const right = openItems(due('LF-1001', 'Bolt Ltd'));
  const said = await bringIn(team.db, right, { ...LEDGER, asOf: '2026-11-23', now });
  expect(said.sentences.join(' ')).toContain('the copy kept of it is put aside');
  await reachable(team, 'Bolt Ltd');
  await colin.drop('LF-1001.pdf', pdf('as Bolt got it'));
  expect(wordsOf(await colin.last())).toContain('Kept as the copy of invoice LF-1001 of Bolt Ltd');
  expect(files(await reminded(team))).toEqual([['invoice-LF-1001.pdf', pdf('as Bolt got it')]]);
});

it('an import that gave an invoice to another customer by mistake is undone: its copy goes along again', async () => {
  const team = await noticeTeam();
  const now = team.clock.now();
  await bringIn(team.db, openItems(due('LF-1001', 'Acme Rooms')), { ...LEDGER, asOf: '2026-11-22', now });
  await team.person.colin.drop('LF-1001.pdf', pdf('as Acme got it'));
  await team.move({ advance: 'PT1M' });
  const moved = openItems(due('LF-1001', 'Bolt Ltd'));
  const wrong = await bringIn(team.db, moved, { ...LEDGER, asOf: '2026-11-23', now: team.clock.now() });
  const workspace = await team.workspace();
  await undoImport(team.db, {
    workspace,
    individuals: true,
    now: team.clock.now(),
    importId: wrong.importId,
  });
  const { id: invoiceId, debtorId, workspaceId } = await team.db.prisma.invoice.findFirstOrThrow();
  const copy = await invoiceCopyContent(team.db, { workspaceId, invoiceId, debtorId });
  expect(copy).toEqual(pdf('as Acme got it'));
});

it('an invoice that is given to another customer between the click and the sending: its copy is not read for the mail that waits', async () => {
  const team = await noticeTeam();
  const { db, workspaceId } = team;
  const { id, invoiceIds } = await acme(team);
  const [invoiceId = ''] = invoiceIds;
  const bolt = await aDebtor(db, workspaceId, { name: 'Bolt Ltd', invoices: [] });
  await team.person.colin.drop('LF-1001.pdf', pdf('as Acme got it'));
  const content = (debtorId: string) => invoiceCopyContent(db, { workspaceId, invoiceId, debtorId });
  expect(await content(id)).toEqual(pdf('as Acme got it'));
  await db.prisma.invoice.update({ where: { id: invoiceId }, data: { debtorId: bolt.id } });
  expect([await content(id), await content(bolt.id)]).toEqual([undefined, undefined]);
});
