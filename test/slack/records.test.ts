import { expect, it } from 'vitest';
import { z } from 'zod';
import { dateOfDay, dayOf } from '../../src/core/day.ts';
import { newId } from '../../src/core/newId.ts';
import { ledgerFigures } from '../../src/db/ledgerFigures.ts';
import { memberActivity } from '../../src/db/memberActivity.ts';
import { writeContact } from '../../src/db/writeContact.ts';
import { aDebtor, type DebtorPlan, type PlannedDebtor } from '../support/aDebtor.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { type NoticeTeam, noticeTeam } from '../useCases/notices/noticeTeam.ts';

/** What shows whom an account is about. */
const PERSONAL = ['Jane Miller', 'jane@miller.example', '+44 20 7946 0000', 'her daughter', 'J MILLER REF'];

/** The PDF that Jane was sent. */
const LETTER = Buffer.from('%PDF-1.7 Dear Jane Miller').toString('base64');

const JANE: DebtorPlan = {
  name: 'Jane Miller',
  account: 'Jane Miller',
  kind: 'individual',
  invoices: [{ number: 'INV-OLD', due: '2020-03-02', amount: 30_000 }],
  contacts: [{ name: 'Jane Miller', phone: '+44 20 7946 0000', email: 'jane@miller.example' }],
};

/** Somebody who was called, written to and paid, the last time on 20 March 2020; nothing happened since. */
async function paidLongAgo(team: NoticeTeam, plan: DebtorPlan = JANE): Promise<PlannedDebtor> {
  const { db, workspaceId, member } = team;
  const { prisma } = db;
  const debtor = await aDebtor(db, workspaceId, { ...plan, ownerId: member.colin });
  const { id: debtorId } = debtor;
  const at = new Date('2020-03-10T10:00:00Z');
  await prisma.debtor.update({ where: { id: debtorId }, data: { createdAt: at, nextReviewAt: null } });
  await prisma.contact.updateMany({ where: { debtorId }, data: { createdAt: at } });
  await prisma.invoice.updateMany({ where: { debtorId }, data: { recordedAt: at } });
  const own = { workspaceId, debtorId };
  const noticeId = newId();
  await prisma.notice.create({
    data: {
      ...{
        ...own,
        id: noticeId,
        kind: 'chase',
        state: 'sent',
        hash: 'x',
        asAt: at,
        createdAt: at,
        sentAt: at,
      },
      subject: 'Your invoice',
      text: 'Dear Jane Miller',
      html: '<p>Dear Jane Miller</p>',
      recipients: [{ name: 'Jane Miller', email: 'jane@miller.example' }],
      figures: { name: 'Jane Miller' },
    },
  });
  const activity = { ...own, memberId: member.colin, at, recordedAt: at };
  await prisma.activity.createMany({
    data: [
      {
        ...{ ...activity, id: newId(), kind: 'call', outcome: 'answered', rightParty: true },
        notes: 'Her daughter pays: her daughter rings back',
        details: { mailedTo: 'jane@miller.example' },
      },
      { ...activity, id: newId(), kind: 'email', outcome: 'sent', noticeId, notes: 'to Jane Miller' },
    ],
  });
  await prisma.outbox.create({
    data: {
      ...{ id: newId(), workspaceId, key: `mail:notice:${noticeId}`, kind: 'mail', state: 'sent' },
      ...{ lane: 'mail:jane@miller.example', notBefore: at, createdAt: at, sentAt: at },
      about: { kind: 'notice', id: noticeId },
      payload: {
        ...{ kind: 'mail', to: 'jane@miller.example', text: 'Dear Jane Miller' },
        attachments: [{ contentType: 'application/pdf', contentBase64: LETTER }],
      },
    },
  });
  await prisma.hold.create({
    data: {
      ...{ ...own, id: newId(), fromOn: at, untilOn: at, recordedAt: at },
      reason: 'her daughter is to pay',
    },
  });
  await prisma.audit.create({
    data: {
      ...{ workspaceId, at, actor: member.colin, action: 'hold_placed', subjectKind: 'debtor' },
      ...{ subjectId: debtorId, why: 'her daughter said so' },
    },
  });
  const contact = await prisma.contact.findFirstOrThrow({ where: own });
  await db.transaction((tx) =>
    writeContact(tx, contact, {
      data: { phone: '+44 20 7946 0007' },
      at,
      actor: member.colin,
      action: 'contact_changed',
    }),
  );
  const paid = new Date('2020-03-20T12:00:00Z');
  for (const invoiceId of debtor.invoiceIds) {
    const { creditorId, currency, amount } = await prisma.invoice.findUniqueOrThrow({
      where: { id: invoiceId },
    });
    const id = newId();
    await prisma.payment.create({
      data: {
        ...{
          ...own,
          id,
          creditorId,
          currency,
          amount,
          unapplied: 0n,
          valueOn: paid,
          origin: 'bank',
          key: id,
        },
        ...{ payerName: 'Jane Miller', reference: 'J MILLER REF', recordedAt: paid },
      },
    });
    await prisma.allocation.create({
      data: {
        id: newId(),
        workspaceId,
        paymentId: id,
        invoiceId,
        amount,
        effectiveOn: paid,
        recordedAt: paid,
      },
    });
  }
  return debtor;
}

/** What of the person, or these words, is found in any table. */
async function found({ db }: NoticeTeam, words: readonly string[] = PERSONAL): Promise<string[]> {
  const tables = await db.sql(
    z.object({ name: z.string() }),
    `SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const texts = [];
  for (const { name } of tables) {
    const rows = await db.sql(z.object({ row: z.string() }), `SELECT t::text AS row FROM "${name}" t`);
    texts.push(...rows.map(({ row }) => row));
  }
  const all = texts.join('\n').toLowerCase();
  return words.filter((word) => all.includes(word.toLowerCase()));
}

/** What books and reports say of the time when the account was alive. */
async function figures({ db, workspaceId }: NoticeTeam) {
  const from = new Date('2020-01-01T00:00:00Z');
  return {
    alive: await ledgerFigures(db, { workspaceId, day: dayOf('2020-03-15') }),
    since: await ledgerFigures(db, { workspaceId, day: dayOf('2020-03-25') }),
    members: await memberActivity(db, { workspaceId, from, to: new Date('2021-01-01T00:00:00Z') }),
    money: await db.prisma.payment.aggregate({ _sum: { amount: true } }),
  };
}

const told = async ({ person }: NoticeTeam) =>
  (await person.marta.messages()).map(wordsOf).filter((words) => words.includes('past the time'));

it('managers are told a week before; then nothing says any more whom an old account was about, and the books add up as before', async () => {
  const team = await noticeTeam();
  const { id } = await paidLongAgo(team);
  const before = await figures(team);
  await team.settle();
  const [message, ...others] = await told(team);
  expect(message).toContain('Jane Miller');
  expect(message).toContain('from Monday 30 November');
  expect(others).toEqual([]);

  await team.move({ to: '2026-11-27T17:00:00Z' });
  expect(await found(team)).toEqual(PERSONAL);
  await team.move({ to: '2026-11-30T09:30:00Z' });
  expect(await told(team)).toHaveLength(1);
  expect(await found(team, [...PERSONAL, LETTER])).toEqual([]);
  expect(await figures(team)).toEqual(before);
  expect(await team.db.prisma.audit.findMany({ where: { action: 'personal_data_erased' } })).toMatchObject([
    { subjectId: id, actor: 'duly', before: null, after: null, why: null },
  ]);
  const { colin } = team.person;
  await colin.command('show INV-OLD');
  expect(wordsOf(await colin.last())).toContain('personal data were erased on 30 Nov');
  await colin.command('why INV-OLD 2020-03-12');
  expect(wordsOf(await colin.last())).toContain('personal data were erased on Monday 30 November');
});

it('a legal hold keeps an account until a manager ends it, pauses nothing, and stands on it with who set it and why', async () => {
  const team = await noticeTeam();
  const { id } = await paidLongAgo(team);
  await team.settle();
  const { marta, colin } = team.person;
  await colin.command('legal-hold jane claim 7 HK 12/26');
  expect(wordsOf(await colin.last())).toContain('Only managers');
  await marta.command('legal-hold "Jane Miller"');
  expect(wordsOf(await marta.last())).toContain('and why?');
  await marta.command('legal-hold "Jane Miller" claim 7 HK 12/26');
  expect(wordsOf(await marta.last())).toContain('nothing of its records is erased');
  await marta.command('legal-hold "Jane Miller" once more');
  expect(wordsOf(await marta.last())).toContain('stands on Jane Miller already');

  await team.move({ to: '2026-12-07T09:30:00Z' });
  expect(await found(team, [...PERSONAL, LETTER])).toEqual([...PERSONAL, LETTER]);
  await colin.command('show INV-OLD');
  expect(wordsOf(await colin.last())).toContain('set by Marta');
  expect(wordsOf(await colin.last())).toContain('claim 7 HK 12/26');
  await expect(
    team.db.transaction(async (tx) => {
      await tx.execute("SELECT set_config('duly.erasing', $1, true)", [id]);
      await tx.execute("UPDATE activity SET notes = NULL, details = '{}' WHERE debtor_id = $1", [id]);
    }),
  ).rejects.toThrow('append-only');

  await marta.command('show INV-OLD');
  await marta.click(await marta.last(), 'open_end_legal_hold', { value: id });
  await marta.submit({ reason: { value: 'Settled in court' } });
  expect(wordsOf(await marta.view())).toContain('has ended');
  await marta.close();
  expect(await team.db.prisma.legalHold.findMany()).toMatchObject([
    { reason: 'claim 7 HK 12/26', setById: team.member.marta, endReason: 'Settled in court' },
  ]);
  await team.move({ to: '2026-12-14T17:00:00Z' });
  expect(await told(team)).toHaveLength(2);
  expect(await found(team)).toEqual(PERSONAL);
  await team.move({ to: '2026-12-15T09:30:00Z' });
  expect(await found(team)).toEqual([]);
});

it('what happens on an account in time keeps it: a payment that is taken back opens it again', async () => {
  const team = await noticeTeam();
  const { id, invoiceIds } = await paidLongAgo(team);
  await team.settle();
  expect(await told(team)).toHaveLength(1);
  const { db, workspaceId } = team;
  const payment = await db.prisma.payment.findFirstOrThrow({ where: { debtorId: id } });
  const back = newId();
  const at = team.clock.now();
  await db.prisma.payment.create({
    data: {
      ...{ id: back, workspaceId, creditorId: payment.creditorId, debtorId: id, currency: 'GBP' },
      ...{ amount: -30_000n, unapplied: 0n, valueOn: at, origin: 'bank', reversesId: payment.id, key: back },
      recordedAt: at,
    },
  });
  await db.prisma.allocation.create({
    data: {
      ...{ id: newId(), workspaceId, paymentId: back, invoiceId: String(invoiceIds[0]), amount: -30_000n },
      ...{ effectiveOn: dateOfDay(dayOf('2026-11-23')), recordedAt: at },
    },
  });
  await team.move({ to: '2026-12-01T09:30:00Z' });
  expect(await found(team)).toEqual(PERSONAL);
});

it('an old business keeps its name, and loses the people who worked there', async () => {
  const team = await noticeTeam();
  await paidLongAgo(team, { ...JANE, name: 'Miller Ltd', account: 'M-1', kind: 'business' });
  await team.move({ to: '2026-11-30T09:30:00Z' });
  expect(await found(team, [...PERSONAL, 'Miller Ltd'])).toEqual(['Miller Ltd']);
});

it('nothing is erased by a clock that has gone back, and nothing that was told ahead of it counts', async () => {
  const team = await noticeTeam();
  await paidLongAgo(team);
  const { prisma } = team.db;
  const ahead = dateOfDay(dayOf('2030-01-07'));
  await prisma.workspace.updateMany({ data: { recordsKeptOn: ahead } });
  await prisma.debtor.updateMany({ data: { erasureToldOn: ahead } });
  await team.settle();
  expect(await told(team)).toEqual([]);
  expect(await prisma.debtor.findFirst({ where: { name: 'Jane Miller' } })).toMatchObject({
    erasureToldOn: null,
  });
  await team.move({ to: '2026-11-24T09:30:00Z' });
  expect(await told(team)).toHaveLength(1);
  await team.move({ to: '2026-11-30T09:30:00Z' });
  expect(await found(team)).toEqual(PERSONAL);
  await team.move({ to: '2026-12-01T09:30:00Z' });
  expect(await found(team)).toEqual([]);
});

it('what was done is changed by nobody: its words alone go, with the account that is being erased', async () => {
  const team = await noticeTeam();
  const { id } = await paidLongAgo(team);
  const change = (what: string, erasing = id) =>
    team.db.transaction(async (tx) => {
      await tx.execute("SELECT set_config('duly.erasing', $1, true)", [erasing]);
      await tx.execute(what, []);
    });
  for (const what of [
    'DELETE FROM activity',
    "UPDATE activity SET notes = 'another'",
    "UPDATE activity SET notes = NULL, details = '{}', outcome = 'promised'",
    'DELETE FROM audit',
    "UPDATE audit SET why = 'another'",
    "UPDATE audit SET why = NULL, action = 'another'",
    "UPDATE audit_personal SET data = '{}'",
  ])
    await expect(change(what), what).rejects.toThrow('append-only');
  const wordsGo = "UPDATE activity SET notes = NULL, details = '{}'";
  await expect(change(wordsGo, '')).rejects.toThrow('append-only');
  await expect(change(wordsGo, newId())).rejects.toThrow('append-only');
  await change(wordsGo);
  const valuesGo = 'DELETE FROM audit_personal';
  await expect(change(valuesGo, newId())).rejects.toThrow('append-only');
  await change(valuesGo);
});

it('where nobody manages, nobody is told and nothing is erased', async () => {
  const team = await noticeTeam();
  await paidLongAgo(team);
  await team.db.prisma.member.updateMany({ where: { role: 'manager' }, data: { role: 'viewer' } });
  await team.move({ to: '2026-12-01T09:30:00Z' });
  expect(await found(team)).toEqual(PERSONAL);
});

it('a time that a manager makes longer keeps what was to be erased; made shorter again the managers are told anew, a week before', async () => {
  const team = await noticeTeam();
  const { marta } = team.person;
  const years = async (value: string) => {
    await marta.command('settings limits');
    await marta.submit({ recordsYears: { value } });
    await marta.close();
  };
  await paidLongAgo(team);
  await team.move({ to: '2026-11-23T09:45:00Z' });
  const toldOn = async () => (await team.db.prisma.debtor.findFirstOrThrow()).erasureToldOn;
  expect(await toldOn()).toEqual(new Date('2026-11-23'));
  await years('7');
  expect(await toldOn()).toBeNull();
  await team.move({ to: '2026-12-02T09:45:00Z' });
  expect(await found(team)).toEqual(PERSONAL);
  await years('6');
  await team.move({ advance: 'PT5M' });
  expect(await toldOn()).toEqual(new Date('2026-12-02'));
  await team.move({ to: '2026-12-08T09:45:00Z' });
  expect(await found(team)).toEqual(PERSONAL);
  await team.move({ to: '2026-12-09T09:45:00Z' });
  expect(await found(team)).toEqual([]);
});

it('a private individual of an agency’s client is kept for three years, anybody else of it for six', async () => {
  const team = await noticeTeam();
  const { prisma } = team.db;
  await paidLongAgo(team);
  const shop = { ...JANE, name: 'Hall Store', account: 'H-1', kind: 'sole_trader' as const };
  await paidLongAgo(team, { ...shop, invoices: [{ number: 'INV-HALL', due: '2020-03-02', amount: 9_000 }] });
  await prisma.workspace.updateMany({ data: { settings: { recordsYears: 20 } } });
  await team.move({ to: '2026-12-01T09:30:00Z' });
  expect(await prisma.debtor.count({ where: { erasedAt: { not: null } } })).toBe(0);
  await prisma.creditor.updateMany({ data: { isClient: true } });
  await team.move({ to: '2026-12-09T09:30:00Z' });
  expect(await prisma.debtor.findMany({ where: { erasedAt: { not: null } } })).toMatchObject([
    { kind: 'individual', name: 'Erased account' },
  ]);
});
