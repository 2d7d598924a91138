import { expect, it } from 'vitest';
import { businessPolicy } from '../../../src/core/defaultPolicies.ts';
import { parseColumnMap } from '../../../src/imports/ColumnMap.ts';
import { importLedger } from '../../../src/useCases/ledger/importLedger.ts';
import { undoImport } from '../../../src/useCases/ledger/undoImport.ts';
import { type DulyInPlayground, type DulyOptions, dulyInPlayground } from '../../support/dulyInPlayground.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { click } from '../notices/noticeTeam.ts';
import { fileOf } from './ledgerKit.ts';

const MAP = [
  ...['Invoice=number', 'Customer=debtor', 'Due=due', 'Amount=amount', 'Open=outstanding', 'Mail=email'],
  ...['Step=last_step', 'Stepped=last_step_on'],
];
const HEADER = 'Invoice,Customer,Due,Amount,Open,Mail,Step,Stepped';
/** 23 November 2026 is a Monday; this is 80 days past due then */
const LATE = 'A-1,Acme,2026-09-04,900,900,pay@acme.example';

const start = (options: Partial<DulyOptions> = {}) =>
  dulyInPlayground({ working: true, start: '2026-11-23T08:00:00Z', ...options });

/** Brings a ledger in; the customers are Colin's. */
async function bring(team: DulyInPlayground, ...rows: readonly string[]) {
  const result = await importLedger({
    db: team.db,
    workspace: await team.workspace(),
    now: team.clock.now(),
    file: fileOf([HEADER, ...rows], 'open.csv'),
    currency: 'GBP',
    map: parseColumnMap(MAP),
    kindOfNew: 'business',
    confirm: true,
  });
  await team.db.prisma.debtor.updateMany({ data: { ownerId: team.member.colin } });
  return result;
}

async function steps({ db }: DulyInPlayground) {
  const rows = await db.prisma.stageStep.findMany({
    include: { invoices: true },
    orderBy: [{ takenAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ stage, occurrence, state, takenOn, imported, invoices }) =>
    [
      `${stage} #${occurrence}`,
      state,
      takenOn.toISOString().slice(0, 10),
      imported ? 'imported' : 'ours',
      invoices.length,
    ].join(' '),
  );
}

async function asked({ db }: DulyInPlayground) {
  const open = await db.prisma.prompt.findMany({ where: { state: 'open' } });
  return open.map(({ kind, details }) => (details as { stage?: string }).stage ?? kind);
}

it('a late-payment notice of before is not written again: what comes next is the final notice, and the account says why', async () => {
  const team = await start();
  const { colin } = team.person;
  const result = await bring(team, `${LATE},Late-payment notice,2026-11-16`);
  expect(result.sentences.join(' ')).toContain('The last step of 1 customer is taken over');
  expect(await steps(team)).toEqual([
    'commitment_call #1 done 2026-11-16 imported 1',
    'firm_notice #1 done 2026-11-16 imported 1',
  ]);
  await team.move({ to: '2026-11-23T09:30:00Z' });
  expect(await asked(team)).toEqual(['final_notice', 'credit_hold']);
  expect(await team.db.prisma.case.findMany()).toMatchObject([
    { cycle: 1, closedOn: null, openedOn: new Date('2026-11-23') },
  ]);

  await colin.command('show acme');
  expect(wordsOf(await colin.last())).toContain('Email, as an import says. “Late-payment notice”');
  await colin.command('why acme');
  const why = wordsOf(await colin.last());
  expect(why).toContain('An import says that invoice A-1 has had: Late-payment notice, on 16 Nov 2026');
  await colin.command('why acme 16 nov 2026');
  expect(wordsOf(await colin.last())).toContain('An import says that this was done on 16 Nov 2026');
});

it('without a last step the same account begins at the call for a firm date', async () => {
  const team = await start();
  await bring(team, `${LATE},,`);
  await team.move({ to: '2026-11-23T09:30:00Z' });
  expect(await asked(team)).toEqual(['commitment_call']);
});

it('what was written on Friday counts for the days between two messages', async () => {
  const team = await start();
  await bring(team, 'A-1,Acme,2026-11-08,900,900,pay@acme.example,due,2026-11-20');
  await team.move({ to: '2026-11-23T09:30:00Z' });
  expect(await asked(team)).toEqual([]);
  await team.person.colin.command('why acme');
  expect(wordsOf(await team.person.colin.last())).toMatch(/Polite reminder comes next, not before 25 Nov/);
  await team.move({ to: '2026-11-25T09:30:00Z' });
  expect(await asked(team)).toEqual(['chase']);
});

it('what is asked already and the file says was done is asked no more: the message and the list say so, and the next step follows', async () => {
  const team = await start();
  const { colin } = team.person;
  await bring(team, `${LATE},,`);
  await team.move({ to: '2026-11-23T09:30:00Z' });
  expect(await asked(team)).toEqual(['commitment_call']);
  await team.move({ advance: 'PT5M' });
  await bring(team, `${LATE},commitment_call,2026-11-12`);
  await team.move({ advance: 'PT5M' });
  expect(await asked(team)).not.toContain('commitment_call');
  expect(await steps(team)).toContain('commitment_call #1 cancelled 2026-11-23 ours 1');
  const said = 'An import says that this was done on 12 Nov 2026 at the latest: nothing to do.';
  const messages = (await colin.messages(colin.dm)).map(wordsOf);
  expect(messages.some((words) => words.includes(said))).toBe(true);
  await team.move({ to: '2026-11-24T09:30:00Z' });
  expect(await asked(team)).toContain('firm_notice');
});

it('where such a file is undone what it had ended is asked again, once', async () => {
  const team = await start();
  const row = 'A-1,Acme,2026-11-08,900,900,pay@acme.example';
  await bring(team, `${row},,`);
  await team.move({ to: '2026-11-23T09:30:00Z' });
  expect(await asked(team)).toEqual(['chase']);
  await team.move({ advance: 'PT5M' });
  const { importId } = await bring(team, `${row},chase,2026-11-20`);
  await team.move({ advance: 'PT5M' });
  expect(await asked(team)).toEqual([]);
  const workspace = await team.workspace();
  await undoImport(team.db, { workspace, importId, individuals: true, now: team.clock.now() });
  await team.move({ to: '2026-11-24T09:30:00Z' });
  expect(await asked(team)).toEqual(['chase']);
  expect((await steps(team)).sort()).toEqual([
    'chase #1 cancelled 2026-11-23 ours 1',
    'chase #2 cancelled 2026-11-20 imported 1',
    'chase #3 pending 2026-11-23 ours 1',
  ]);
});

it('a request for approval of what was sent from elsewhere ends, and nothing is mailed', async () => {
  const team = await start();
  const { marta } = team.person;
  await bring(team, `${LATE},firm_notice,2026-11-06`);
  await team.move({ to: '2026-11-23T09:30:00Z' });
  await click(team, 'colin', 'prompt_ask_approval');
  await team.move({ advance: 'PT5M' });
  await bring(team, `${LATE},final_notice,2026-11-20`);
  await team.move({ advance: 'PT5M' });
  const request = (await marta.messages(team.channels.approvals)).map(wordsOf).join('\n');
  expect(request).toContain(
    'An import says that this was done on 20 Nov 2026 at the latest: nothing is sent.',
  );
  expect(await team.db.prisma.approval.findMany()).toMatchObject([{ state: 'cancelled' }]);
  expect(await asked(team)).not.toContain('final_notice');
  expect(await team.mail()).toEqual([]);
});

it('the same file again changes nothing; a later one adds the later step, whoever of its rows says it', async () => {
  const team = await start();
  const second = 'A-2,Acme,2026-09-10,500,500,pay@acme.example';
  await bring(team, `${LATE},chase,2026-10-01`, `${second},,`);
  const first = ['chase #1 done 2026-10-01 imported 2'];
  expect(await steps(team)).toEqual(first);
  const again = await bring(team, `${LATE},chase,2026-10-01`, `${second},,`);
  expect(again.sentences.join(' ')).toContain('Nothing changed');
  expect(await steps(team)).toEqual(first);

  await bring(team, `${LATE},chase,2026-10-01`, `${second},commitment_call,2026-11-02`);
  expect(await steps(team)).toEqual([...first, 'commitment_call #1 done 2026-11-02 imported 2']);
  expect(await team.db.prisma.case.count()).toBe(1);
  await team.move({ to: '2026-11-23T09:30:00Z' });
  expect(await asked(team)).toEqual(['firm_notice']);
});

it('Duly’s own steps stay where a file that names an older one comes again', async () => {
  const team = await start();
  await bring(team, `${LATE},chase,2026-10-01`);
  await team.move({ to: '2026-11-23T09:30:00Z' });
  const before = await steps(team);
  expect(before.at(-1)).toBe('commitment_call #1 pending 2026-11-23 ours 1');
  await bring(team, `${LATE},chase,2026-10-01`);
  await team.move({ advance: 'PT2M' });
  expect(await steps(team)).toEqual(before);
});

it('undoing the import takes its steps and its messages back; the same file brings them again', async () => {
  const team = await start();
  await bring(team, `${LATE},,`);
  const { importId, counts } = await bring(team, `${LATE},firm_notice,2026-11-20`);
  expect(counts.lastSteps).toBe(1);
  const workspace = await team.workspace();
  const undone = await undoImport(team.db, {
    ...{ workspace, importId, individuals: true, now: team.clock.now() },
  });
  expect(undone.sentences[0]).toContain('1 last step taken over');
  expect((await steps(team)).map((step) => step.split(' ')[2])).toEqual(['cancelled', 'cancelled']);
  await team.move({ to: '2026-11-23T09:30:00Z' });
  expect(await asked(team)).toEqual(['commitment_call']);
  await team.person.colin.command('show acme');
  expect(wordsOf(await team.person.colin.last())).not.toContain('as an import says');

  await bring(team, `${LATE},firm_notice,2026-11-20`);
  expect(await steps(team)).toContain('firm_notice #2 done 2026-11-20 imported 1');
});

it('a step that cannot be taken over is said, and costs nobody the invoice', async () => {
  const team = await start();
  const { counts, sentences } = await bring(
    team,
    `${LATE},third letter,2026-11-02`,
    'B-1,Birch,2026-09-04,100,100,,chase,',
    'C-1,Cedar,2026-09-04,100,100,,chase,soon',
    'D-1,Doe,2026-09-04,100,100,,chase,2026-12-24',
    'E-1,Elm,2026-11-10,100,100,,chase,2026-11-02',
    'F-1,Fir,2026-06-01,100,100,,hand_off,2026-11-02',
    'G-1,Gorse,2026-09-04,100,100,,none,2026-11-02',
  );
  const said = sentences.join('\n');
  expect(counts).toMatchObject({ new: 7, rejected: 0, lastSteps: 1 });
  expect(said).toMatch(/last step of row 2 is not taken over.*“third letter” is no stage of the policy/);
  expect(said).toMatch(/last step of rows 3, 4 is not taken over.*write the day beside it/);
  expect(said).toMatch(/row 5 .*still to come/);
  expect(said).toMatch(/row 6 .*nothing that is open was due by its day/);
  expect(said).toMatch(/row 7 .*asked for and recorded here/);
  expect(await steps(team)).toEqual(
    ['commitment_call', 'firm_notice', 'final_notice', 'demand_letter'].map(
      (stage) => `${stage} #1 done 2026-11-02 imported 1`,
    ),
  );
  expect(await team.db.prisma.activity.count()).toBe(0);
});

it('before Duly is started nothing is opened, and the policy that is switched on meanwhile is the one that counts', async () => {
  const team = await start({ started: false });
  await bring(team, `${LATE},firm_notice,2026-11-16`);
  const { person, db } = team;
  await person.colin.command('show acme');
  expect(wordsOf(await person.colin.last())).toContain(
    'Late-payment notice, done on 16 Nov 2026, as an import says; 80 days late',
  );
  const { id } = await db.prisma.policy.create({
    data: {
      ...{ id: 'pol_own', workspaceId: team.workspaceId, key: 'business', name: 'Own', version: 1 },
      definition: JSON.parse(JSON.stringify(businessPolicy)),
      createdAt: team.clock.now(),
    },
  });
  await person.marta.command('start');
  await team.move({ to: '2026-11-23T09:30:00Z' });
  expect(await db.prisma.case.findMany()).toMatchObject([{ cycle: 1, policyId: id, closedOn: null }]);
  expect(await asked(team)).toEqual(['final_notice', 'credit_hold']);
});

it('a past day is explained by what was known then', async () => {
  const team = await start();
  await bring(team, `${LATE},,`);
  await team.move({ to: '2026-11-24T12:00:00Z' });
  await bring(team, `${LATE},firm_notice,2026-11-20`);
  await team.move({ advance: 'PT5M' });
  await team.person.colin.command('why acme 23 nov 2026');
  expect(wordsOf(await team.person.colin.last())).not.toContain('An import says that invoice');
  await team.move({ to: '2026-11-26T12:00:00Z' });
  await team.person.colin.command('why acme 25 nov 2026');
  expect(wordsOf(await team.person.colin.last())).toContain('An import says that invoice A-1 has had');
});

it('finance drops such a file into Slack and says which columns hold the step and its day', async () => {
  const team = await start();
  const { fiona } = team.person;
  await fiona.drop('odd.csv', `Nr,Wer,Bis,Wert,Was,Wann\nA-1,Acme,2026-09-04,900,Final notice,2026-11-16\n`);
  const dropped = await fiona.last();
  await fiona.click(dropped, 'import_file', { value: buttonsOf(dropped, 'import_file')[0] });
  const column = (value: string) => ({
    selected_option: { text: { type: 'plain_text', text: value }, value },
  });
  const columns = {
    column_number: column('Nr'),
    column_debtor: column('Wer'),
    column_due: column('Bis'),
    column_amount: column('Wert'),
    column_last_step: column('Was'),
  };
  expect(JSON.stringify((await fiona.submit(columns)).errors)).toContain('last_step needs last_step_on');
  await fiona.submit({ ...columns, column_last_step_on: column('Wann') });
  expect(wordsOf(await fiona.view())).toContain('The last step of 1 customer is taken over');
  expect(await steps(team)).toEqual([]);
  await fiona.submit({ as_of: { selected_date: '2026-11-23' } });
  expect((await steps(team)).at(-1)).toBe('final_notice #1 done 2026-11-16 imported 1');
  const [{ deadlineOn } = { deadlineOn: null }] = await team.db.prisma.stageStep.findMany({
    where: { stage: 'final_notice' },
  });
  expect(deadlineOn?.toISOString().slice(0, 10)).toBe('2026-11-26');
});
