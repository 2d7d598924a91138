import { pino } from 'pino';
import { expect, it } from 'vitest';
import { endMonth } from '../../../src/useCases/monthEnds/endMonth.ts';
import { noticeSettled } from '../../../src/useCases/notices/noticeSettled.ts';
import type { DebtorPlan } from '../../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { click, type NoticeTeam } from '../notices/noticeTeam.ts';
import { customer, ends, FRIDAY, jane, MONTH_END, monthEndTeam } from './monthEndTeam.ts';

const to = async (here: NoticeTeam) => (await here.mails()).map((mail) => mail.to[0]).sort();

it('at month end every account with open items gets one statement, with its PDF, and none in credit or stopped', async () => {
  const here = await monthEndTeam();
  const debtor = await customer(here);
  await customer(here, {
    name: 'Bolt Ltd',
    contacts: [{ ...jane, email: 'pay@bolt.example' }],
    invoices: [
      { number: 'INV-Bolt', due: '2026-11-20', amount: 20_000 },
      { number: 'CN-Bolt', due: '2026-11-20', amount: -50_000 },
    ],
  });
  await customer(here, { name: 'Nothing Open', invoices: [] });
  const { id: stopped } = await customer(here, { name: 'Stopped Ltd' });
  await here.db.prisma.debtorCondition.create({
    data: {
      id: 'insolvent',
      workspaceId: here.workspaceId,
      debtorId: stopped,
      kind: 'insolvency',
      sinceOn: new Date('2026-11-01'),
      recordedAt: here.clock.now(),
    },
  });
  await here.settle();
  expect(await here.mails()).toEqual([]);
  await here.move({ to: MONTH_END });
  const [mail, ...others] = await here.mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: ['jane@acme.example'],
    subject: expect.stringContaining('Statement of account'),
    attachments: [{ type: 'application/pdf' }],
  });
  expect(mail?.text).toContain('Balance: £480.00');
  expect(mail?.text).toContain('Nothing is past its due date');
  expect(await ends(here)).toHaveLength(3);
  expect((await ends(here)).find(({ debtorId }) => debtorId === debtor.id)?.statement).toBe('sent');
  // beats that are doubled, missed or late, and a file that brings new invoices, change nothing
  await here.settle();
  await customer(here, { name: 'Late Comer' });
  await here.move({ to: '2026-12-01T09:00:00Z' });
  expect(await to(here)).toEqual(['jane@acme.example']);
  const notices = await here.db.prisma.notice.findMany({ where: { kind: 'statement' } });
  expect(notices).toHaveLength(1);
});

it('who takes a file back is told of the group’s statement that named what it brought, whichever account the mail is kept with', async () => {
  const here = await monthEndTeam();
  const { db, workspaceId, person } = here;
  await db.prisma.debtorGroup.create({ data: { id: 'compass', workspaceId, name: 'Compass' } });
  await customer(here, { name: 'North', account: 'North' });
  const south = await customer(here, { name: 'South', account: 'South', contacts: [] });
  await db.prisma.debtor.updateMany({ data: { groupId: 'compass' } });
  const { creditorId } = await db.prisma.debtor.findUniqueOrThrow({ where: { id: south.id } });
  const friday = new Date(FRIDAY);
  await db.prisma.ledgerImport.create({
    data: {
      ...{
        id: 'open',
        workspaceId,
        creditorId,
        fileName: 'open.csv',
        sha256: 'x',
        format: 'csv',
        kind: 'ledger',
      },
      ...{ asOf: new Date('2026-11-27'), status: 'applied', startedAt: friday, appliedAt: friday },
      ...{ undoUntil: new Date('2026-11-30'), summary: { new: 1 } },
    },
  });
  await db.prisma.invoice.updateMany({ where: { debtorId: south.id }, data: { importId: 'open' } });
  await here.move({ to: '2026-11-30T09:30:00Z' });
  expect((await here.mails()).map(({ text }) => text.includes('INV-South'))).toEqual([true]);
  const told = async () => {
    await person.marta.command('import');
    const shown = await person.marta.last();
    expect(buttonsOf(shown, 'import_undo')).toEqual(['open']);
    return JSON.stringify(shown.blocks);
  };
  expect(await told()).toContain('1 message sent');
  expect(await told()).toContain('South');
  // brought for both accounts, it is one message still
  await db.prisma.invoice.updateMany({ data: { importId: 'open' } });
  expect(await told()).toContain('1 message sent');
});

it('a group gets one statement for all of its accounts that may have one, on record at each', async () => {
  const here = await monthEndTeam();
  const { db, workspaceId } = here;
  await db.prisma.debtorGroup.create({ data: { id: 'compass', workspaceId, name: 'Compass' } });
  const grouped = async (name: string, plan: Partial<DebtorPlan> = {}) => {
    const { id } = await customer(here, { name, account: name, ...plan });
    await db.prisma.debtor.update({ where: { id }, data: { groupId: 'compass' } });
    return id;
  };
  const north = await grouped('North');
  const south = await grouped('South', {
    contacts: [],
    invoices: [
      { number: 'INV-S1', due: '2026-12-21', amount: 10_050 },
      { number: 'INV-S2', due: '2026-12-21', amount: 700, currency: 'EUR' },
    ],
  });
  const stopped = await grouped('Stopped');
  await db.prisma.debtorCondition.create({
    data: {
      ...{ id: 'cease', workspaceId, debtorId: stopped, kind: 'cease' },
      ...{ sinceOn: new Date('2026-11-01'), recordedAt: here.clock.now() },
    },
  });
  await here.move({ to: MONTH_END });
  const [mail, ...others] = await here.mails();
  expect(others).toEqual([]);
  expect(mail?.to).toEqual(['jane@acme.example']);
  expect(mail?.text).toContain('South (South)');
  expect(mail?.text).toContain('INV-North');
  expect(mail?.text).toContain('INV-S1');
  expect(mail?.text).not.toContain('INV-Stopped');
  expect(mail?.text).toContain('Balance: €7.00 and £580.50');
  const ended = await ends(here);
  expect(ended.find(({ debtorId }) => debtorId === stopped)).toMatchObject({
    statement: 'not_sent',
    why: expect.stringContaining('contact'),
  });
  for (const debtorId of [north, south]) {
    expect(ended.find((row) => row.debtorId === debtorId)?.statement).toBe('sent');
    expect(await db.prisma.activity.count({ where: { debtorId, kind: 'email', outcome: 'sent' } })).toBe(1);
  }
  await here.move({ to: '2026-12-01T09:00:00Z' });
  expect(await here.mails()).toHaveLength(1);
  // asked for by hand the group has one too, once however many of it are asked for
  const { colin } = here.person;
  await colin.command('statement north');
  expect(wordsOf(await colin.view())).toContain('INV-S1');
  await colin.click(await colin.view(), 'statement_send', { value: north });
  await here.settle();
  expect(await here.mails()).toHaveLength(2);
});

it('whoever asked one account of a group not to be contacted gets no statement with its invoices: it has its own, to somebody else', async () => {
  const here = await monthEndTeam();
  const { db, workspaceId } = here;
  await db.prisma.debtorGroup.create({ data: { id: 'compass', workspaceId, name: 'Compass' } });
  const grouped = async (name: string, plan: Partial<DebtorPlan> = {}) => {
    const debtor = await customer(here, { name, account: name, ...plan });
    await db.prisma.debtor.update({ where: { id: debtor.id }, data: { groupId: 'compass' } });
    return debtor;
  };
  await grouped('East', { contacts: [] });
  await grouped('North');
  const sue = { name: 'Sue South', email: 'sue@south.example' };
  const south = await grouped('South', { contacts: [jane, sue] });
  await db.prisma.contact.update({ where: { id: south.contactIds[0] ?? '' }, data: { doNotContact: true } });
  await here.move({ to: MONTH_END });
  await here.move({ advance: 'PT2M' });
  const mails = await here.mails();
  expect(mails.map(({ to: [address] }) => address).sort()).toEqual([
    'jane@acme.example',
    'sue@south.example',
  ]);
  const numbersTo = (address: string) =>
    mails.find(({ to: [one] }) => one === address)?.text.match(/INV-\w+/g);
  expect(numbersTo('jane@acme.example')).toEqual(['INV-North', 'INV-East']);
  expect(numbersTo('sue@south.example')).toEqual(['INV-South']);

  // all of them wait now, since they were written to; what is shown of the next keeps to it
  const { colin } = here.person;
  await colin.command('statement north');
  const shown = wordsOf(await colin.view());
  expect(shown).toContain('jane@acme.example');
  expect(shown).toMatch(/INV-North[\s\S]*INV-East/);
  expect(shown).not.toContain('INV-South');
});

it('only what may be collected is asked for: nothing that is promised, on hold, disputed or covered by a credit', async () => {
  const here = await monthEndTeam();
  const { db, workspaceId } = here;
  const at = (name: string) => [{ ...jane, email: `pay@${name}.example` }];
  const late = (name: string) => ({
    name,
    contacts: at(name.toLowerCase()),
    invoices: [{ number: `INV-${name}`, due: '2026-11-10', amount: 48_000 }],
  });
  const common = { workspaceId, recordedAt: here.clock.now() };
  const promised = await customer(here, late('Promised'));
  await db.prisma.promise.create({
    data: {
      ...{ ...common, id: 'promise', debtorId: promised.id, currency: 'GBP', amount: 48_000n },
      ...{ madeOn: new Date('2026-11-26'), promisedOn: new Date('2026-12-03') },
      ...{ lastOn: new Date('2026-12-07'), judgeOn: new Date('2026-12-08') },
      invoices: {
        create: { invoiceId: promised.invoiceIds[0] ?? '', workspaceId, amount: 48_000n, inFull: true },
      },
    },
  });
  const held = await customer(here, late('Held'));
  await db.prisma.hold.create({
    data: {
      ...{ ...common, id: 'hold', debtorId: held.id, invoiceId: held.invoiceIds[0] ?? '', kind: 'hold' },
      ...{ fromOn: new Date('2026-11-27'), untilOn: new Date('2026-12-10'), reason: 'we look into it' },
    },
  });
  const dispute = (debtor: Awaited<ReturnType<typeof customer>>, amount: bigint, whole: boolean) =>
    db.prisma.dispute.create({
      data: {
        ...{ ...common, id: debtor.id, debtorId: debtor.id, invoiceId: debtor.invoiceIds[0] ?? '' },
        ...{ reason: 'price', amount, whole, raisedOn: new Date('2026-11-20') },
      },
    });
  const disputed = await customer(here, late('Disputed'));
  await dispute(disputed, 48_000n, true);
  await dispute(await customer(here, late('Partly')), 18_000n, false);
  await customer(here, {
    name: 'Covered',
    contacts: at('covered'),
    invoices: [
      { number: 'OVER-1', due: '2026-11-10', amount: 40_000 },
      { number: 'NEXT-1', due: '2026-12-24', amount: 50_000 },
      { number: 'CN-1', due: '2026-11-10', amount: -45_000 },
    ],
  });
  await here.move({ to: MONTH_END });
  // nobody sends what was asked for of some of them
  await here.move({ to: '2026-12-07T12:00:00Z' });
  const mails = await here.mails();
  const written = (name: string) =>
    mails.find((mail) => mail.subject.includes('Statement') && mail.to[0] === `pay@${name}.example`)?.text;
  for (const name of ['promised', 'held', 'covered']) {
    expect(written(name)).toContain('we ask for nothing now: this is for your records');
    expect(written(name)).not.toContain('tell us when we can expect it');
    expect(written(name)).toContain('Of that to be settled now: nothing');
  }
  expect(written('promised')).toContain('Payment agreed for: 3 Dec 2026');
  expect(written('partly')).toContain(
    'Of the invoices of £480.00 that are past their due date, £300.00 is to be settled now. If a payment is on its way',
  );
  expect(written('disputed')).toBeUndefined();
  expect((await ends(here)).find(({ debtorId }) => debtorId === disputed.id)).toMatchObject({
    statement: 'not_sent',
    why: 'all that is open is disputed, or was given in to',
  });
});

it('what a manager agreed to write off is not asked for, whatever else was agreed about it; finance is told, and a manager takes it back', async () => {
  const here = await monthEndTeam();
  const { db, workspaceId } = here;
  const { marta, max, colin, fiona } = here.person;
  const { id: debtorId, invoiceIds } = await customer(here, {
    invoices: [
      { number: 'INV-OFF', due: '2026-11-10', amount: 48_000 },
      { number: 'INV-NEXT', due: '2026-12-21', amount: 10_000 },
    ],
  });
  const [off = ''] = invoiceIds;
  await db.prisma.promise.create({
    data: {
      ...{
        workspaceId,
        recordedAt: here.clock.now(),
        id: 'promise',
        debtorId,
        currency: 'GBP',
        amount: 48_000n,
      },
      ...{ madeOn: new Date('2026-11-26'), promisedOn: new Date('2026-12-01') },
      ...{ lastOn: new Date('2026-12-03'), judgeOn: new Date('2026-12-04') },
      invoices: { create: { invoiceId: off, workspaceId, amount: 48_000n, inFull: true } },
    },
  });
  await fiona.command('writeoff INV-OFF insolvent, no assets');
  await fiona.submit({ reason: { value: 'insolvent, no assets' } });
  const told = async () => (await fiona.messages()).map(wordsOf).join('\n');
  const asked = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  await here.move({ to: '2026-11-30T08:50:00Z' });
  await click(here, asked.memberId === here.member.marta ? 'marta' : 'max', 'prompt_agree');
  await here.settle();
  expect(await told()).toContain('Write-off of £480.00 (INV-OFF) is agreed: nobody asks for it any more');

  // the business day before the promised one, which is the month's end too
  await here.move({ to: MONTH_END });
  const [mail, ...others] = await here.mails();
  expect(others).toEqual([]);
  expect(mail?.subject).toContain('Statement of account');
  expect(mail?.text).toContain('Balance: £100.00');
  expect(mail?.text).not.toContain('INV-OFF');
  expect(await db.prisma.prompt.count({ where: { kind: 'promise_reminder' } })).toBe(0);
  await colin.command('why acme');
  expect(wordsOf(await colin.last())).toContain('Invoice INV-OFF rests: a manager agreed to write it off');

  // money is found after all, days after the proposal could be undone
  await here.move({ to: '2026-12-02T09:30:00Z' });
  await colin.command('show acme');
  expect(buttonsOf(await colin.last(), 'open_write_off_back')).toEqual([]);
  await max.command('show acme');
  await max.click(await max.last(), 'open_write_off_back');
  expect(await max.submit({ reason: { value: ' ' } })).toHaveProperty('errors.reason');
  await max.submit({ reason: { value: 'the liquidator pays' } });
  expect(wordsOf(await max.view())).toContain('it is collected again');
  expect(await db.prisma.writeOff.findMany()).toMatchObject([{ invoiceId: off, state: 'withdrawn' }]);
  await here.settle();
  expect(await told()).toContain('took it back: it is collected again. Please leave it open in the ledger');
  await marta.command('show acme');
  expect(buttonsOf(await marta.last(), 'open_write_off_back')).toEqual([]);
});

it('a write-off that a manager undoes at once is told to finance too', async () => {
  const here = await monthEndTeam();
  const { marta, fiona } = here.person;
  await customer(here);
  await marta.command('writeoff acme gone out of business');
  await marta.submit({ reason: { value: 'gone out of business' } });
  const { id } = await here.db.prisma.activity.findFirstOrThrow({ where: { memberId: here.member.marta } });
  await marta.click(await marta.view(), 'undo_activity', { value: id });
  await here.settle();
  const told = (await fiona.messages()).map(wordsOf).join('\n');
  expect(told).toContain('is agreed: nobody asks for it any more');
  expect(told).toContain('Please leave it open in the ledger');
});

it('one that was written to that day gets its statement on the next business day', async () => {
  const here = await monthEndTeam();
  const { id: debtorId } = await customer(here);
  await here.move({ to: '2026-11-30T08:50:00Z' });
  await here.db.prisma.activity.create({
    data: {
      ...{ id: 'wrote', workspaceId: here.workspaceId, debtorId, kind: 'email', outcome: 'sent' },
      ...{ counted: true, at: here.clock.now(), recordedAt: here.clock.now() },
    },
  });
  await here.move({ to: MONTH_END });
  expect(await here.mails()).toEqual([]);
  expect(await ends(here)).toMatchObject([
    { statement: 'waiting', why: 'We last wrote on 30 Nov 2026: the next message may go on 1 Dec 2026' },
  ]);
  await here.move({ to: '2026-12-01T09:00:00Z' });
  expect(await to(here)).toEqual(['jane@acme.example']);
});

it('a payment between writing and sending: the statement is held back, and written anew an hour later', async () => {
  const here = await monthEndTeam();
  const debtor = await customer(here, {
    invoices: [
      { number: 'INV-1', due: '2026-12-21', amount: 48_000 },
      { number: 'INV-2', due: '2026-12-22', amount: 10_000 },
    ],
  });
  const now = new Date(MONTH_END);
  const log = pino({ level: 'silent' });
  await endMonth(here.db, { workspace: await here.workspace(), now, log });
  await here.pays(debtor, debtor.invoiceIds[1] ?? '');
  await here.move({ to: MONTH_END });
  expect(await here.mails()).toEqual([]);
  expect(await here.db.prisma.notice.findMany()).toMatchObject([
    { kind: 'statement', state: 'cancelled', outcome: expect.stringContaining('INV-2') },
  ]);
  await here.move({ to: '2026-11-30T10:30:00Z' });
  const [mail, ...others] = await here.mails();
  expect(others).toEqual([]);
  expect(mail?.text).not.toContain('INV-2');
  expect(await ends(here)).toMatchObject([{ statement: 'sent' }]);
});

it('money that finance saw for the whole account holds the statement back until the ledger shows it, and loses it not', async () => {
  const here = await monthEndTeam();
  const { fiona } = here.person;
  const debtor = await customer(here, {
    invoices: [
      { number: 'INV-1', due: '2026-12-21', amount: 48_000 },
      { number: 'INV-2', due: '2026-12-22', amount: 10_000 },
    ],
  });
  await fiona.command('paid acme 100');
  await fiona.submit({});
  expect(await here.db.prisma.hold.findMany()).toMatchObject([{ kind: 'payment_seen', invoiceId: null }]);
  await here.move({ to: MONTH_END });
  expect(await here.mails()).toEqual([]);
  expect(await ends(here)).toMatchObject([
    { statement: 'waiting', why: expect.stringContaining('the account rests: finance saw the payment') },
  ]);
  await here.pays(debtor, debtor.invoiceIds[1] ?? '');
  await here.move({ to: '2026-12-04T09:00:00Z' });
  const [mail, ...others] = await here.mails();
  expect(others).toEqual([]);
  expect(mail?.text).toContain('Balance: £480.00');
  expect(await ends(here)).toMatchObject([{ statement: 'sent' }]);
});

it('a statement that cannot be delivered is told to the owner, who mends the contact', async () => {
  const here = await monthEndTeam();
  const { id: debtorId } = await customer(here);
  const now = new Date(MONTH_END);
  const workspace = await here.workspace();
  await endMonth(here.db, { workspace, now, log: pino({ level: 'silent' }) });
  const { id } = await here.db.prisma.notice.findFirstOrThrow({ where: { debtorId } });
  const item = { workspaceId: here.workspaceId, about: { kind: 'notice', id } };
  const outcome = { state: 'failed' as const, why: 'the mailbox does not exist' };
  await here.db.transaction((tx) => noticeSettled(tx, { item, outcome, now }));
  expect(await ends(here)).toMatchObject([{ statement: 'not_sent' }]);
  expect(await here.db.prisma.prompt.findMany({ where: { kind: 'undelivered' } })).toMatchObject([
    { memberId: here.member.colin, state: 'open' },
  ]);
});

it('where statements are off none goes, and a quiet account is still swept up: its owner is asked once', async () => {
  const here = await monthEndTeam({ statements: false });
  const { id: debtorId } = await customer(here, {
    invoices: [{ number: 'INV-1', due: '2026-09-01', amount: 48_000 }],
  });
  // the ladder has nothing more to ask: its last step could not be done
  await here.settle();
  await here.db.prisma.prompt.updateMany({ data: { state: 'done', closedAt: here.clock.now() } });
  await here.db.prisma.stageStep.updateMany({
    data: { state: 'done', takenOn: new Date('2026-11-02'), doneOn: new Date('2026-11-02') },
  });
  await here.db.prisma.debtor.updateMany({ data: { nextReviewAt: null } });
  await here.move({ to: MONTH_END });
  const asked = () => here.db.prisma.prompt.findMany({ where: { kind: 'month_end' } });
  expect(await asked()).toMatchObject([{ debtorId, memberId: here.member.colin, state: 'open' }]);
  expect(JSON.stringify(await asked())).toContain('nothing has been done about it for 28 days');
  expect(await here.mails()).toEqual([]);
  expect(await ends(here)).toMatchObject([{ statement: 'off' }]);
  await click(here, 'colin', 'prompt_noted');
  await here.move({ to: '2026-12-01T09:00:00Z' });
  expect(await asked()).toMatchObject([{ state: 'done' }]);
});

it('a workspace that was started after the month ended begins with the next one', async () => {
  const here = await monthEndTeam();
  await customer(here);
  await here.db.prisma.workspace.updateMany({ data: { startedAt: new Date('2026-12-01T08:00:00Z') } });
  await here.move({ to: '2026-12-01T09:30:00Z' });
  expect(await ends(here)).toEqual([]);
});

it('/debt statement shows it word for word; one click mails it once, another brings the PDF', async () => {
  const here = await monthEndTeam();
  const { id: debtorId } = await customer(here);
  const { colin } = here.person;
  await colin.command('statement acme');
  expect(wordsOf(await colin.view())).toContain('Balance: £480.00');
  await colin.click(await colin.view(), 'statement_pdf', { value: debtorId });
  await here.settle();
  expect(JSON.stringify(await colin.messages())).toContain('statement-');
  await colin.click(await colin.view(), 'statement_send', { value: debtorId });
  await here.settle();
  expect(await to(here)).toEqual(['jane@acme.example']);
  await colin.command('statement acme');
  await colin.click(await colin.view(), 'statement_send', { value: debtorId });
  await here.settle();
  expect(await here.mails()).toHaveLength(1);
});
