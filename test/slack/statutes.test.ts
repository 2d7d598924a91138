import { expect, test } from 'vitest';
import { addDays } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import { newId } from '../../src/core/newId.ts';
import { keepStatute, loadStatutes } from '../../src/db/statutes.ts';
import { loadWorkspace } from '../../src/db/workspaceContext.ts';
import { loadInterestTerms } from '../../src/useCases/interest/loadInterestTerms.ts';
import { MOST_STATUTES } from '../../src/useCases/interest/saveStatute.ts';
import { readPdf } from '../notices/readPdf.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import type { Filled, Person } from '../support/Person.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const option = (value: string) => ({
  selected_option: { text: { type: 'plain_text', text: '-' }, value },
});
const DUTCH: Filled = {
  law: { value: 'nl' },
  name: { value: 'art. 6:119a BW' },
  source: { value: 'Burgerlijk Wetboek, Boek 6, artikel 119a' },
  issuedFrom: { selected_date: '2026-08-01' },
  margin: { value: '8 %' },
  base: option('other'),
  otherBase: { value: 'ECB rate' },
  values: { value: '2026-07-01 2.15' },
  rated: option('half_year'),
  currency: { value: 'eur' },
  fixedSums: { value: '40' },
};

/** Opens the form of a row of law from the window of interest. */
async function opens(who: Person, id = 'new'): Promise<void> {
  await who.command('settings interest');
  await who.click(await who.view(), 'statute_open', { value: id });
}

async function adds(who: Person, row: Filled = DUTCH): Promise<void> {
  await opens(who);
  expect(await who.submit(row)).toMatchObject({ ok: true });
  expect(wordsOf(await who.view())).toContain('Saved');
  await who.close();
}

const rowsOf = ({ db, workspaceId }: DulyInPlayground) => loadStatutes(db, workspaceId);
const shows = async (who: Person, account: string) => {
  await who.command(`show ${account}`);
  return wordsOf(await who.last());
};

test('a team that bills under Dutch law adds the row with its base rate; the next notice states interest by it, line by line', async () => {
  const team = await noticeTeam();
  const { marta, max, colin } = team.person;
  await statesInterest(team);
  await acmeBeforeFinalNotice(team);
  const { id: policyId } = await team.db.prisma.policy.findFirstOrThrow();
  await team.db.prisma.case.updateMany({ data: { policyId } });

  await marta.command('settings interest');
  await marta.click(await marta.view(), 'statute_open', { value: 'new' });
  await marta.submit(DUTCH);
  await marta.close();
  // the window behind lists it at once, and its law can be chosen there
  expect(wordsOf(await marta.view())).toContain(
    'Netherlands*, invoices issued from 1 Aug 2026 on\nart. 6:119a BW: Burgerlijk Wetboek, Boek 6, artikel 119a',
  );
  expect((await marta.submit({ law: option('NL') })).ok).toBe(true);

  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  const [mail] = await team.mails();
  // £1,200 at 10.15 % for the 84 days from 1 September to 23 November
  expect(mail?.text).toContain('8% over the ECB rate (art. 6:119a BW)');
  expect(mail?.text).toContain('(84 days, 10.15% on £1,200.00): £28.03');
  expect(mail?.text).toContain('Interest and fixed sums: £28.03');
  const pdf = await readPdf(Buffer.from(mail?.attachments[0]?.content_base64 ?? '', 'base64'));
  expect(JSON.stringify(pdf.pages)).toContain('84 days, 10.15% on £1,200.00');

  // another row of the law corrects the margin: what was sent stays as it was sent, accounts follow it
  const sent = await team.db.prisma.notice.findFirstOrThrow({ where: { kind: 'final_notice' } });
  const [row] = await rowsOf(team);
  await opens(marta, row?.id);
  await marta.submit({ margin: { value: '9' } });
  expect(await shows(colin, 'acme')).toContain('9% over the ECB rate');
  expect(await team.db.prisma.notice.findFirstOrThrow({ where: { id: sent.id } })).toEqual(sent);
}, 60_000);

test('nothing is offered for what was issued before the row, to a private individual, or in another workspace', async () => {
  const team = await dulyInPlayground({ settings: { interest: { law: 'NL' } } });
  const { db, workspaceId } = team;
  const { marta, colin } = team.person;
  const owes = (name: string, kind: 'business' | 'individual' | 'sole_trader', due: string) =>
    aDebtor(db, workspaceId, { name, kind, invoices: [{ due, amount: 100_000, currency: 'EUR' }] });
  await owes('Bergen', 'business', '2026-08-31');
  await owes('Dijk', 'business', '2026-08-30');
  await owes('Jansen', 'individual', '2026-09-10');
  await owes('Kuiper', 'sole_trader', '2026-09-10');
  expect(await shows(colin, 'bergen')).not.toContain('Late-payment interest');
  await adds(marta);
  // issued on 1 August, thirty days before it was due: 10.15 % on €1,000 for 84 days
  expect(await shows(colin, 'bergen')).toContain('€23.35 and €40.00 in fixed sums on 1 invoice');
  for (const name of ['dijk', 'jansen', 'kuiper'])
    expect(await shows(colin, name)).not.toContain('Late-payment interest');

  const other = await db.prisma.workspace.create({
    data: { id: newId(), teamId: 'T0OTHER', name: 'Southwind', zone: 'Europe/London', country: 'NL' },
  });
  const workspace = await loadWorkspace(db, other.id);
  const seen = await loadInterestTerms(db, { workspace, now: team.clock.now() });
  expect(seen.statutes.map(({ statute }) => statute.law)).toEqual(['DE', 'GB']);
  expect(new Set(seen.rates.map(({ base }) => base))).toEqual(new Set(['boe_bank_rate', 'de_basiszinssatz']));
}, 60_000);

test('base rates of an own name that are missing are named where the built-in ones are, and entered the same way', async () => {
  const team = await dulyInPlayground({ settings: { interest: { law: 'NL' } } });
  const { marta, colin } = team.person;
  await aDebtor(team.db, team.workspaceId, {
    name: 'Bergen',
    invoices: [{ due: '2022-05-31', amount: 100_000, currency: 'EUR' }],
  });
  await adds(marta, {
    ...DUTCH,
    issuedFrom: { selected_date: '2013-03-16' },
    values: {
      value:
        '2022-07-01 0\n2023-01-01 2.5\n2023-07-01 4\n2024-01-01 4.5\n2024-07-01 4.25\n2025-01-01 3.15\n2025-07-01 2.15\n2026-01-01 2.15',
    },
  });
  const missing = (days: string) => `The ECB rate for the ${days} is not known yet`;
  expect(await shows(colin, 'bergen')).toContain(missing('half-year from 1 Jan 2022'));
  await marta.command('settings interest');
  const window = await marta.view();
  expect(wordsOf(window)).toContain(missing('half-years from 1 Jan 2022 and 1 Jul 2026'));
  for (const half of ['2022-01-01', '2026-07-01']) {
    await marta.command('settings interest');
    await marta.submit({ rate: option(`ECB rate ${half}`), percent: { value: '0' } });
  }
  expect(await shows(colin, 'bergen')).toContain('8% over the ECB rate');
  await marta.command('settings interest');
  expect(wordsOf(await marta.view())).not.toContain('The ECB rate for');
}, 60_000);

test('what is wrong with a row is said at its field, and what was typed stays', async () => {
  const team = await dulyInPlayground();
  const { marta, colin } = team.person;
  await adds(marta);
  await opens(marta);
  const wrong: Filled = {
    ...DUTCH,
    law: { value: 'ZZ' },
    margin: { value: 'eight' },
    issuedUntil: { selected_date: '2026-07-31' },
    base: option('boe_bank_rate'),
    values: { value: '2026-08-01 2' },
    currency: { value: 'EUX' },
  };
  const { errors } = await marta.submit(wrong);
  expect(Object.keys(errors as object).sort()).toEqual([
    'currency',
    'issuedUntil',
    'law',
    'margin',
    'otherBase',
    'values',
  ]);
  // the word of the menu is no name of a base rate
  expect((await marta.submit({ ...DUTCH, otherBase: { value: 'other' } })).errors).toHaveProperty(
    'otherBase',
  );
  const thresholds = { value: '40\nfrom 5,000: 90\nfrom 1,000: 70' };
  const open = { selected_date: null };
  const out = await marta.submit({ ...DUTCH, issuedUntil: open, fixedSums: thresholds });
  expect(out.errors).toEqual({
    fixedSums: '“from 1,000: 70” is out of order: each line holds for larger debts than the one above it.',
    issuedFrom: 'There is a row of NL from this day on already: change that one, or choose another day.',
  });
  const source = { ...DUTCH, law: { value: 'FR' }, source: { value: '   ' } };
  expect((await marta.submit(source)).errors).toHaveProperty('source');
  expect(JSON.stringify(await marta.view())).toContain('"source"');
  expect(await rowsOf(team)).toHaveLength(1);

  await colin.command('settings interest');
  expect(wordsOf(await colin.view())).toContain('Only managers can do this');
}, 60_000);

test('two managers who add the same day at once do not make two rows; the second is told, with what was typed', async () => {
  const team = await dulyInPlayground();
  const { marta, max } = team.person;
  await opens(marta);
  await opens(max);
  await max.submit(DUTCH);
  // delivered twice: the same again changes nothing
  await opens(max, (await rowsOf(team))[0]?.id);
  await marta.submit({ ...DUTCH, margin: { value: '10' } });
  const said = await marta.view();
  expect(wordsOf(said)).toContain('There is a row of NL for invoices issued from 2026-08-01 already');
  expect(JSON.stringify(said)).toContain('Burgerlijk Wetboek, Boek 6, artikel 119a');
  expect(await rowsOf(team)).toMatchObject([{ margin: 800 }]);

  await marta.submit(DUTCH);
  expect(wordsOf(await marta.view())).toContain('Saved');
  expect(await audited(team)).toEqual(['statute_added']);
}, 60_000);

test('a row is changed, ended and taken away on record; an older window undoes nothing', async () => {
  const team = await dulyInPlayground({ settings: { interest: { law: 'NL' } } });
  const { marta, max, colin } = team.person;
  await aDebtor(team.db, team.workspaceId, {
    name: 'Bergen',
    invoices: [{ due: '2026-09-30', amount: 100_000, currency: 'EUR' }],
  });
  await adds(marta);
  const [{ id } = { id: '' }] = await rowsOf(team);
  await opens(marta, id);
  await opens(max, id);
  await max.submit({ fixedSums: { value: '40\nfrom 500: 60' } });
  await marta.submit({ margin: { value: '7' } });
  const refused = 'Max Adler has changed this since you opened it: nothing of yours is saved.';
  expect(wordsOf(await marta.view())).toContain(refused);
  expect(await rowsOf(team)).toMatchObject([
    { margin: 800, fixedSums: [{}, { from: 50_000n, sum: 6_000n }] },
  ]);
  expect(await shows(colin, 'bergen')).toContain('€60.00 in fixed sums');

  // ended: what is issued later bears nothing; Bergen's invoice was issued on 31 August
  await opens(marta, id);
  await marta.submit({ issuedUntil: { selected_date: '2026-08-30' } });
  expect(await shows(colin, 'bergen')).not.toContain('Late-payment interest');
  await marta.close();
  expect(wordsOf(await marta.view())).toContain('invoices issued from 1 Aug 2026 to 30 Aug 2026');
  await opens(marta, id);
  await marta.submit({ issuedUntil: { selected_date: null } });
  expect(await shows(colin, 'bergen')).toContain('€60.00 in fixed sums');

  await opens(max, id);
  await opens(marta, id);
  const takeAway = { selected_options: [option('take_away').selected_option] };
  await marta.submit({ take_away: takeAway });
  expect(wordsOf(await marta.view())).toContain('Taken away');
  await max.submit({ margin: { value: '12' } });
  expect(wordsOf(await max.view())).toContain('This row was taken away since you opened it');
  expect(await rowsOf(team)).toEqual([]);
  expect(await shows(colin, 'bergen')).not.toContain('Late-payment interest');
  expect(await audited(team)).toEqual([
    'statute_added',
    'statute_changed',
    'statute_changed',
    'statute_changed',
    'statute_taken_away',
  ]);
  await marta.close();
  expect(buttonsOf(await marta.view(), 'statute_open')).toEqual(['new']);
  // terms still name the law: the window says that there is no row of it
  expect(wordsOf(await marta.view())).toContain('There is no row of it: no interest by law');
}, 60_000);

test('what was typed in the window of interest stays while a row is added, and saving it undoes nothing of a colleague’s', async () => {
  const team = await dulyInPlayground();
  const { marta, max } = team.person;
  await marta.command('settings interest');
  const window = await marta.view();
  await max.command('settings interest');
  await max.submit({ contract: { value: '8.5' } });
  await marta.click(window, 'statute_open', { value: 'new' });
  await marta.submit(DUTCH);
  await marta.close();
  await marta.submit({ law: option('NL'), contract: { value: '' } });
  expect(wordsOf(await marta.view())).toContain('Max Adler has changed this since you opened it');
  expect((await team.workspace()).settings.interest).toMatchObject({ contractBasisPoints: 850, law: null });
});

test('a request for approval follows a row that is added while it waits', async () => {
  const team = await noticeTeam({ settings: { interest: { law: 'FR' } } });
  await statesInterest(team);
  await acmeBeforeFinalNotice(team);
  const { id: policyId } = await team.db.prisma.policy.findFirstOrThrow();
  await team.db.prisma.case.updateMany({ data: { policyId } });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  expect(wordsOf(await team.request())).not.toContain('Interest');
  const french = { law: { value: 'FR' }, name: { value: 'art. L441-10 Code de commerce' } };
  await adds(team.person.marta, { ...DUTCH, ...french });
  await team.move({ advance: 'PT1M' });
  expect(wordsOf(await team.request())).toContain('8% over the ECB rate (art. L441-10 Code de commerce)');
  expect(wordsOf(await team.request())).toContain('Interest and fixed sums: £28.03');
}, 60_000);

test('a base rate that a colleague entered since a window was opened is not undone by what was typed there', async () => {
  const team = await dulyInPlayground();
  const { marta, max } = team.person;
  const rates = async () =>
    (await team.db.prisma.baseRate.findMany()).map(({ base, basisPoints }) => [base, basisPoints]);
  await adds(max);
  await opens(marta);
  await max.command('settings interest');
  await max.submit({ rate: option('ECB rate 2026-07-01'), percent: { value: '2,40 %' } });
  await marta.submit({ ...DUTCH, law: { value: 'FR' } });
  const refused = 'Max Adler has entered the ECB rate for the half-year from 1 Jul 2026 since you opened it';
  expect(wordsOf(await marta.view())).toContain(refused);
  expect(await rates()).toEqual([['ECB rate', 240]]);
  expect(await rowsOf(team)).toHaveLength(1);
  await marta.close();

  // opened anew it is hers to correct, in the window of interest too
  await adds(marta, { ...DUTCH, law: { value: 'FR' }, values: { value: '2026-07-01 2.15' } });
  expect(await rates()).toEqual([['ECB rate', 215]]);
  await max.command('settings interest');
  await marta.command('settings interest');
  await marta.submit({ rate: option('ECB rate 2026-07-01'), percent: { value: '2.20' } });
  await max.submit({ rate: option('ECB rate 2026-07-01'), percent: { value: '2.30' } });
  expect(wordsOf(await max.view())).toContain('Marta Ruiz has entered the ECB rate');
  expect(await rates()).toEqual([['ECB rate', 220]]);
});

test('as many rows as the window takes are all in it; one more is refused with a sentence, and what was typed stays', async () => {
  const team = await dulyInPlayground();
  const { marta } = team.person;
  await adds(marta, { ...DUTCH, source: { value: 'x'.repeat(500) }, name: { value: 'y'.repeat(150) } });
  const [row] = await rowsOf(team);
  if (!row) throw new Error('no row');
  await team.db.transaction(async (tx) => {
    for (let nth = 1; nth < MOST_STATUTES; nth += 1) {
      const next = { id: newId(), issuedFrom: addDays(row.issuedFrom, nth), base: `Base rate ${nth}` };
      await keepStatute(tx, team.workspaceId, { ...row, ...next });
    }
  });
  await opens(marta);
  await marta.close();
  expect(buttonsOf(await marta.view(), 'statute_open')).toHaveLength(MOST_STATUTES + 1);
  await marta.click(await marta.view(), 'statute_open', { value: 'new' });
  await marta.submit({ ...DUTCH, law: { value: 'FR' } });
  expect(wordsOf(await marta.view())).toContain('There are 40 rows already');
  expect(JSON.stringify(await marta.view())).toContain('artikel 119a');
}, 60_000);

async function audited({ db }: DulyInPlayground): Promise<string[]> {
  const audit = await db.prisma.audit.findMany({
    where: { subjectKind: 'statute' },
    orderBy: { id: 'asc' },
  });
  return audit.map(({ action }) => action);
}

/** The business policy has its final notice state interest. */
async function statesInterest({ db, workspaceId, clock }: DulyInPlayground): Promise<void> {
  const rungs = businessPolicy.rungs.map((rung) => ({
    ...rung,
    statesInterest: rung.key === 'final_notice',
  }));
  await db.prisma.policy.create({
    data: {
      ...{ id: newId(), workspaceId, key: 'business', version: 2, name: 'Business' },
      definition: JSON.parse(JSON.stringify({ ...businessPolicy, rungs })),
      createdAt: clock.now(),
    },
  });
}
