import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { newId } from '../../src/core/newId.ts';
import { readPdf } from '../notices/readPdf.ts';
import { aDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import type { Name } from '../support/sampleTeam.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { logs } from './calls/callTeam.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from './notices/noticeTeam.ts';

/** The packs that were sent, newest last: to whom, and the files in each, as text; `summary` is what the PDF says. */
async function packs(team: NoticeTeam) {
  await team.settle();
  const sent = await team.db.prisma.outbox.findMany({
    where: { kind: 'slack_file', key: { startsWith: 'evidence:' }, state: 'sent' },
    orderBy: { seq: 'asc' },
  });
  return sent.map(({ payload }) => {
    const { channel, filename, contentBase64 } = payload as Record<string, string>;
    const files = unzipSync(Buffer.from(contentBase64 ?? '', 'base64'));
    const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');
    const summary = readPdf(Buffer.from(files['summary.pdf'] ?? []))
      .pages.join(' ')
      .replace(/\s+/g, ' ');
    const names = Object.keys(files);
    const all = names.map((name) => (name.endsWith('.pdf') ? '' : text(name))).join('\n');
    return { channel, filename, files, names, text, summary, all: `${summary}\n${all}` };
  });
}

async function finalNoticeSent(team: NoticeTeam) {
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await team.person.max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
}

it('/debt export brings its asker all that was agreed, done and sent about the account, as it was, and nothing of our own', async () => {
  const team = await noticeTeam();
  const { db, person } = team;
  const acme = await acmeBeforeFinalNotice(team, { amounts: [120_000, 30_050] });
  await aDebtor(db, team.workspaceId, {
    name: 'Beta Foods',
    invoices: [{ number: 'BETA-9', due: '2026-08-31', amount: 77_700 }],
  });
  await person.colin.drop('INV-1.pdf', '%PDF-1.7 the invoice');
  await finalNoticeSent(team);
  await team.pays(acme, acme.invoiceIds[0] ?? '', 20_000n);
  await logs(team, 'colin', {
    ...{ debtorId: acme.id, contactId: acme.contactIds[1], outcome: 'refuses' },
    notes: 'Jane says they never pay before the court writes',
  });
  await person.colin.command('log acme na');
  await click(team, 'colin', 'undo_activity');
  await db.prisma.lateHabit.create({
    data: {
      ...{ id: newId(), workspaceId: team.workspaceId, debtorId: acme.id, recordedAt: team.clock.now() },
      ...{ sinceOn: new Date('2026-10-01'), why: 'HABITUAL: three invoices over 60 days late' },
    },
  });
  await db.prisma.debtor.update({ where: { id: acme.id }, data: { tags: ['SQUEEZE'] } });

  await person.fiona.command('export acme');
  const [pack, ...others] = await packs(team);
  expect(others).toEqual([]);
  expect(pack?.channel).toBe(person.fiona.id);
  expect(pack?.filename).toBe('evidence-ACME-01-2026-11-23.zip');
  expect(JSON.stringify(await person.fiona.messages())).toContain('evidence-ACME-01-2026-11-23.zip');
  expect(pack?.text('items.csv')).toContain('INV-1,invoice,,2026-08-01,2026-08-31,84,1200.00,1000.00,GBP');
  expect(pack?.text('payments.csv')).toContain('2026-11-23,INV-1,Payment,200.00,GBP');
  expect(pack?.summary).toContain('£1,300.50');

  // the letter is the one that went out, to the byte
  const [mail] = await team.mails();
  const letter = pack?.names.find((name) => /^letters\/01-2026-11-23-final-notice\.pdf$/.test(name)) ?? '';
  expect(Buffer.from(pack?.files[letter] ?? []).toString('base64')).toBe(
    mail?.attachments[0]?.content_base64,
  );
  expect(pack?.text('letters/01-2026-11-23-final-notice.txt')).toContain(mail?.text.slice(0, 200));
  const approval = await db.prisma.approval.findFirstOrThrow();
  expect(pack?.text('approvals.csv')).toContain(`Final notice,approved,Max Adler,${approval.hash}`);
  expect(pack?.text('approvals.csv')).toContain('Final notice,asked for approval,Colin Shaw');
  expect(pack?.text('invoices/01-INV-1.pdf')).toBe('%PDF-1.7 the invoice');

  const chronology = pack?.text('chronology.csv').split('\r\n') ?? [];
  const refusal = chronology.find((line) => line.includes('refuses to pay'));
  expect(refusal).toContain('Jane Miller,Colin Shaw,Jane says they never pay before the court writes');
  expect(chronology.find((line) => line.includes('no answer'))).toMatch(/,2026-11-23 \d\d:\d\d$/);
  for (const secret of ['Beta Foods', 'BETA-9', 'HABITUAL', 'SQUEEZE'])
    expect(pack?.all).not.toContain(secret);
  expect(await db.prisma.audit.findMany({ where: { action: 'evidence_exported' } })).toMatchObject([
    { actor: team.member.fiona, subjectId: acme.id },
  ]);
});

it('a letter of years ago is in the pack as it was sent, when all else that was posted and mailed then has gone', async () => {
  const team = await noticeTeam();
  const { db, person, workspaceId } = team;
  await acmeBeforeFinalNotice(team);
  await finalNoticeSent(team);
  const [mail] = await team.mails();
  await db.prisma.outbox.updateMany({ where: { workspaceId }, data: { createdAt: new Date('2022-01-10') } });
  await db.prisma.workspace.update({ where: { id: workspaceId }, data: { recordsKeptOn: null } });
  await team.move({ to: '2026-11-24T10:00:00Z' });
  const old = await db.prisma.outbox.findMany({ where: { createdAt: new Date('2022-01-10') } });
  const words = (kinds: readonly string[]) =>
    old
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ payload }) => (payload as { text: string }).text === 'Erased.');
  expect(words(['mail'])).toEqual([false]);
  expect(new Set(words(['slack_post']))).toEqual(new Set([true]));

  await person.fiona.command('export acme');
  const [pack] = await packs(team);
  const letter = pack?.names.find((name) => name.startsWith('letters/') && name.endsWith('.pdf')) ?? '';
  expect(Buffer.from(pack?.files[letter] ?? []).toString('base64')).toBe(
    mail?.attachments[0]?.content_base64,
  );
});

it('promises, disputes and what was said of them stand in the pack with how they ended; private reasons do not, and the asker is told', async () => {
  const team = await noticeTeam();
  const { db, person, workspaceId } = team;
  const acme = await acmeBeforeFinalNotice(team);
  const invoiceIds = [acme.invoiceIds[0] ?? ''];
  await logs(team, 'colin', {
    ...{ debtorId: acme.id, contactId: acme.contactIds[1], outcome: 'promised' },
    promise: { currency: 'GBP', amount: 120_000n, on: '2026-11-25', method: 'transfer', invoiceIds },
  });
  await paymentsKnownUntil(db, workspaceId, '2026-12-01');
  await team.move({ to: '2026-12-02T10:00:00Z' });
  const day = {
    sinceOn: new Date('2026-11-30'),
    recordedAt: team.clock.now(),
    workspaceId,
    debtorId: acme.id,
  };
  for (const [kind, evidence] of [
    ['insolvency', 'Gazette of 28 November'],
    ['vulnerability', 'ILLNESS of the owner'],
  ] as const)
    await db.prisma.debtorCondition.create({ data: { ...day, id: newId(), kind, evidence } });
  await person.max.command('export ACME-01');
  const [pack] = await packs(team);
  expect(pack?.text('promises.csv')).toMatch(
    /2026-11-23,Jane Miller,1200\.00,2026-11-25,INV-1,"?broken \(.* 2026\), £0\.00 came"?,GBP/,
  );
  expect(pack?.text('conditions.csv')).toContain('Insolvency,2026-11-30');
  expect(pack?.all).not.toMatch(/ILLNESS|ulnerab/);
  expect(JSON.stringify(await person.max.messages())).toContain(
    'for a private reason, which is not in the pack',
  );
});

it('a statement of the whole group is named and not enclosed, since it lists other accounts', async () => {
  const team = await noticeTeam();
  const { db, person, workspaceId } = team;
  const groupId = newId();
  await db.prisma.debtorGroup.create({ data: { id: groupId, workspaceId, name: 'Holding' } });
  const contacts = [{ name: 'Jane Miller', role: 'payables', email: 'jane@acme.example' }];
  for (const [name, account] of [
    ['Acme Rooms', 'ACME-01'],
    ['Acme Beds', 'BEDS-02'],
  ] as const) {
    const invoices = [{ number: `${account}-7`, due: '2026-12-10', amount: 48_000 }];
    const { id } = await aDebtor(db, workspaceId, {
      ...{ name, account, ownerId: team.member.colin, contacts, invoices },
    });
    await db.prisma.debtor.update({ where: { id }, data: { groupId } });
  }
  await db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await person.colin.command('statement ACME-01');
  await person.colin.click(await person.colin.view(), 'statement_send');
  await team.settle();
  expect((await team.mails())[0]?.text).toContain('BEDS-02');
  await person.colin.command('export ACME-01');
  const [pack] = await packs(team);
  expect(pack?.text('letters.csv')).toContain('not enclosed: it lists other accounts too');
  expect(pack?.text('chronology.csv')).toContain('Statement of the group of accounts');
  expect(pack?.all).not.toContain('BEDS-02');

  // its words have been erased since
  await db.prisma.notice.updateMany({ data: { figures: {}, recipients: [], subject: '', text: '' } });
  await person.colin.command('export ACME-01');
  const [, erased] = await packs(team);
  expect(erased?.text('letters.csv').trim().split('\r\n')).toHaveLength(1);
});

it('managers, finance and the owner may take it out, nobody else; it comes to the direct message alone, wherever it is asked for', async () => {
  const team = await noticeTeam();
  const { person, channels } = team;
  await acmeBeforeFinalNotice(team, { kind: 'individual' });
  for (const name of ['clara', 'amir', 'vera'] as Name[]) {
    await person[name].command('export acme');
    expect(wordsOf(await person[name].last())).toContain(
      'Only managers, finance and the owner of the account',
    );
  }
  expect(await packs(team)).toEqual([]);
  await person.colin.command('export acme', channels.collections);
  const [pack, ...others] = await packs(team);
  expect([pack?.channel, others]).toEqual([person.colin.id, []]);
  for (const name of ['max', 'clara'] as Name[])
    expect(JSON.stringify(await person[name].messages(channels.collections))).not.toContain('evidence-');
  await person.marta.command('export nobody');
  expect(wordsOf(await person.marta.last())).toContain('I do not know an account');
});
