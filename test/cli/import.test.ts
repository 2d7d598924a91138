import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, onTestFinished, test } from 'vitest';
import type { CliContext } from '../../src/cli/CliContext.ts';
import { EXIT_BRAKE, importCommand } from '../../src/cli/import.ts';
import { ManualClock } from '../../src/clock.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { ensureWorkspace } from '../../src/useCases/workspaces/ensureWorkspace.ts';
import { testDatabase } from '../support/testDatabase.ts';
import { ledgerFile } from '../useCases/ledger/ledgerKit.ts';

/** A command line in a folder of its own. */
async function commandLine() {
  const { db } = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'duly-cli-'));
  const home = process.cwd();
  process.chdir(folder);
  onTestFinished(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });
  const clock = new ManualClock('2026-11-22T10:00:00Z');
  const run = async (...argv: string[]) => {
    const lines: string[] = [];
    let exitCode = 0;
    const context: CliContext = {
      db: async () => db,
      config: loadConfig,
      clock,
      log: createLog('silent'),
      workspace: (named) => ensureWorkspace({ db, named, now: clock.now() }),
      print: (line) => void lines.push(line),
      exitWith: (code) => {
        exitCode = code;
      },
    };
    const program = new Command().exitOverride();
    importCommand(program, context);
    await program.parseAsync(argv, { from: 'user' });
    return { text: lines.join('\n'), exitCode };
  };
  return Object.assign(run, { db, clock });
}

/** How a list of invoices, their customers, due dates and amounts is read. */
const flags = ['--currency', 'EUR', '--map', 'Invoice=number', 'Customer=debtor', 'Due=due', 'Amount=amount'];

test('duly import says what it did and keeps the rows that it could not take', async () => {
  const duly = await commandLine();
  const first = await duly('import', ledgerFile('xero-sales-invoices.csv'));
  expect(first.exitCode).toBe(0);
  expect(first.text).toMatch(/5 new items, 4 new customers/);
  expect(first.text).toMatch(/Row 8: .*31\/02\/2026/);
  const [header, row] = readFileSync('xero-sales-invoices.rejected.csv', 'utf8').split('\n');
  expect(header).toMatch(/^\ufeffRow,Reason,ContactName,/);
  expect(row).toMatch(/^8,.*,'=SUM\(A1:A9\) Holdings,/);
  expect((await duly('import', ledgerFile('xero-sales-invoices.csv'))).text).toMatch(/Nothing changed/);
});

test('duly import takes a map, holds back what closes too much, and applies it when it is confirmed', async () => {
  const duly = await commandLine();
  const list = (open: string) =>
    `Nr;Wer;Fällig;Betrag;Offen\nR1;Kea;1.10.2026;10,00;10,00\nR2;Kea;1.10.2026;20,00;${open}\n`;
  const flags = [
    '--currency',
    'eur',
    '--map',
    'Nr=number',
    'Wer=debtor',
    'Fällig=due',
    'Betrag=amount',
    'Offen=outstanding',
  ];
  writeFileSync('liste.csv', list('20,00'));
  expect((await duly('import', 'liste.csv', ...flags, '--as-of', '2026-11-20')).text).toMatch(/2 new items/);
  writeFileSync('liste.csv', list('0'));
  const held = await duly('import', 'liste.csv', ...flags);
  expect([held.exitCode, held.text]).toEqual([
    EXIT_BRAKE,
    expect.stringMatching(/1 of the 2 open items[\s\S]*--confirm/),
  ]);
  const applied = await duly('import', 'liste.csv', ...flags, '--confirm');
  expect([applied.exitCode, applied.text]).toEqual([0, expect.stringContaining('1 item closed as paid')]);
});

test('duly import takes the kind of each customer from a column; a word that is no kind is a row to mend', async () => {
  const duly = await commandLine();
  const list = (...rows: string[]) =>
    writeFileSync('list.csv', `Invoice,Customer,type,Due,Amount\n${rows.join('\n')}\n`);
  const show = (rows: readonly [string, string, string][]) =>
    list(...rows.map(([number, name, type]) => `${number},${name},${type},2026-10-01,10`));
  show([
    ['R1', 'Kea', 'Company'],
    ['R2', 'Lou', 'Private person'],
    ['R3', 'Max', 'self-employed'],
    ['R4', 'Nia', ''],
    ['R5', 'Lou', ''],
    ['R6', 'Ola', 'sole_trader'],
    ['R7', 'Pia', 'goose'],
  ]);
  const first = await duly('import', 'list.csv', ...flags, 'type=kind', '--as-of', '2026-11-20');
  expect(first.text).toContain('5 new customers (kind: business for the 1 of which the file does not say)');
  expect(first.text).toContain('Row 8: “goose” in type is no kind of customer');
  expect(readFileSync('list.rejected.csv', 'utf8')).toContain('8,');
  const kinds = async () =>
    Object.fromEntries((await duly.db.prisma.debtor.findMany()).map(({ name, kind }) => [name, kind]));
  const known = {
    Kea: 'business',
    Lou: 'individual',
    Max: 'sole_trader',
    Nia: 'business',
    Ola: 'sole_trader',
  };
  expect(await kinds()).toEqual(known);
  // a later file corrects what it names, and leaves what it does not
  show([
    ['R1', 'Kea', ''],
    ['R2', 'Lou', 'Business'],
    ['R3', 'Max', ''],
    ['R4', 'Nia', 'consumer'],
    ['R5', 'Lou', ''],
    ['R6', 'Ola', ''],
  ]);
  duly.clock.moveTo('2026-11-22T11:00:00Z');
  const later = await duly('import', 'list.csv', ...flags, 'type=kind');
  expect(await kinds()).toEqual({ ...known, Lou: 'business', Nia: 'individual' });
  await duly('import', '--undo', /imp_\w+/.exec(later.text)?.[0] ?? '');
  expect(await kinds()).toEqual(known);
  // the column goes before what is said for the whole file
  await duly('import', 'list.csv', ...flags, 'type=kind', '--kind', 'sole_trader');
  expect(await kinds()).toEqual({
    ...{ Kea: 'sole_trader', Lou: 'business', Max: 'sole_trader', Nia: 'individual', Ola: 'sole_trader' },
  });
});

test('duly import --undo takes the last import back, and another time says that there is none', async () => {
  const duly = await commandLine();
  const imported = await duly('import', ledgerFile('xero-sales-invoices.csv'));
  const [id = ''] = /imp_\w+/.exec(imported.text) ?? [];
  const undone = await duly('import', '--undo');
  expect(undone.text).toContain(`xero-sales-invoices.csv (${id})`);
  await expect(duly('import', '--undo')).rejects.toMatchObject({ code: 'import_not_found' });
  await expect(duly('import', '--undo', id)).rejects.toMatchObject({ code: 'import_not_undone' });
  await expect(duly('import')).rejects.toMatchObject({ code: 'no_file' });
  expect((await duly('import', ledgerFile('xero-sales-invoices.csv'))).text.split('\n')[1]).toBe(
    imported.text.split('\n')[1],
  );
});

test('the file of rejected rows goes once its ledger is mended; a file that is not Duly’s own stays', async () => {
  const duly = await commandLine();
  const list = (due: string) => `Invoice,Customer,Due,Amount\nR1,Kea,${due},10\n`;
  writeFileSync('list.csv', list('31/02/2026'));
  await duly('import', 'list.csv', ...flags);
  expect(existsSync('list.rejected.csv')).toBe(true);
  writeFileSync('list.csv', list('2026-02-28'));
  expect((await duly('import', 'list.csv', ...flags)).text).toContain('list.rejected.csv');
  expect(existsSync('list.rejected.csv')).toBe(false);

  writeFileSync('list.rejected.csv', 'Row,Reason\nmine,keep it\n');
  const again = await duly('import', 'list.csv', ...flags);
  expect(again.text).not.toContain('list.rejected.csv');
  expect(readFileSync('list.rejected.csv', 'utf8')).toContain('keep it');
});

test.each([
  [['--as-of', 'yesterday'], 'bad_date'],
  [['--control-total', 'lots'], 'bad_amount'],
  [['--workspace', 'elsewhere'], 'workspace_not_found'],
  [['--map', 'Total'], 'bad_map'],
  [['--creditor', ' '], 'bad_creditor'],
])('duly import FILE %j is refused', async (flags, code) => {
  const duly = await commandLine();
  await expect(duly('import', ledgerFile('xero-sales-invoices.csv'), ...flags)).rejects.toMatchObject({
    code,
  });
});

test('a workspace that has a currency lends it to files that name none', async () => {
  const duly = await commandLine();
  await expect(duly('import', ledgerFile('quickbooks-ar-aging-detail.csv'))).rejects.toMatchObject({
    code: 'no_currency',
    userMessage: expect.stringContaining('--currency'),
  });
  const done = await duly(
    'import',
    ledgerFile('quickbooks-ar-aging-detail.csv'),
    '--currency',
    'USD',
    '--control-total',
    '4,067.25',
  );
  expect(done.exitCode).toBe(0);
});

test('a file that could not be read is not called imported: none of its rows, a part of it, or nothing in it', async () => {
  const duly = await commandLine();
  const flags = [
    '--currency',
    'EUR',
    '--map',
    'no=number',
    'customer=debtor',
    'due=due',
    'balance=outstanding',
  ];
  const head = 'no,customer,due,balance\n';
  writeFileSync('head.csv', head);
  const empty = await duly('import', 'head.csv', ...flags);
  expect([empty.exitCode, empty.text]).toEqual([
    EXIT_BRAKE,
    expect.stringMatching(/^Held back: head\.csv[\s\S]*no item[\s\S]*--confirm/),
  ]);
  writeFileSync('quote.csv', `${head}A-1,"Acme,2026-11-01,5\nA-2,B,2026-11-01,5\n`);
  const refused = await duly('import', 'quote.csv', ...flags, '--confirm');
  expect([refused.exitCode, refused.text]).toEqual([
    1,
    expect.stringMatching(/^Not imported: quote\.csv[\s\S]*2 rows read[\s\S]*Row 2: A quotation mark/),
  ]);
  expect(refused.text).not.toMatch(/known already|undone|Open in the file/);
  const kept = readFileSync('quote.rejected.csv', 'utf8');
  expect(kept).toContain('"A-1,""Acme,2026-11-01,5"');
  expect(kept).toContain(
    '3,It stands behind the quotation mark that is opened in row 2 and not closed.,"A-2,B,',
  );
  writeFileSync('quote.csv', `${head}A-2,B,2026-11-01,5\nA-1,"Acme,2026-11-01,5\n`);
  expect((await duly('import', 'quote.csv', ...flags)).exitCode).toBe(EXIT_BRAKE);
  writeFileSync('quote.csv', `${head}A-2,B,2026-11-01,5\nA-1,"Acme",2026-11-01,5\n`);
  expect((await duly('import', 'quote.csv', ...flags)).text).toContain('2 new items, 2 new customers');
});

test('a first file of which nothing can be taken leaves no creditor behind', async () => {
  const duly = await commandLine();
  const flags = ['--creditor', 'Saguaro Ltd'];
  const head = 'date,payer,reference,amount,currency\n';
  writeFileSync('bank.csv', `${head}2026-13-26,Acme,A-1,100,EUR\n`);
  const refused = await duly('import', 'bank.csv', ...flags);
  expect([refused.exitCode, refused.text]).toEqual([1, expect.stringMatching(/^Not imported: bank\.csv/)]);
  expect(refused.text).not.toContain('New creditor');
  writeFileSync('bank.csv', `${head}2026-11-16,Acme,A-1,100,EUR\n`);
  expect((await duly('import', 'bank.csv', ...flags)).text).toContain('New creditor: Saguaro Ltd.');
  writeFileSync('bank.csv', `${head}2026-13-26,Acme,A-1,100,EUR\n`);
  expect((await duly('import', 'bank.csv', ...flags)).exitCode).toBe(1);
  const known = await duly('import', ledgerFile('xero-sales-invoices.csv'), ...flags);
  expect(known.text).not.toContain('New creditor');
});

test('a slip in the name of a creditor makes no second one: the names that are there are told, and a new one is confirmed', async () => {
  const duly = await commandLine();
  const file = ledgerFile('xero-sales-invoices.csv');
  const first = await duly('import', file, '--creditor', 'Saguaro Ltd');
  expect([first.exitCode, first.text]).toEqual([0, expect.stringContaining('New creditor: Saguaro Ltd.')]);
  const slip = await duly('import', file, '--creditor', 'Saguarro Ltd');
  expect([slip.exitCode, slip.text]).toEqual([
    EXIT_BRAKE,
    expect.stringMatching(/^Held back: .*\n.*“Saguarro Ltd”.*“Saguaro Ltd”.*--confirm/),
  ]);
  const again = await duly('import', file, '--creditor', 'Saguaro Ltd');
  expect(again.text).toContain('Nothing changed');
  expect(again.text).not.toContain('New creditor');
  const second = await duly('import', file, '--creditor', 'Southwind Ltd', '--confirm');
  expect([second.exitCode, second.text]).toEqual([
    0,
    expect.stringMatching(/New creditor: Southwind Ltd\.[\s\S]*5 new items/),
  ]);
  expect((await duly('import', file, '--creditor', 'Southwind Ltd')).text).toContain('Nothing changed');
});
