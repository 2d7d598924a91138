import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { expect, onTestFinished, test } from 'vitest';
import { failureSentence } from '../../src/cli/failureSentence.ts';
import { startEmbedded } from '../../src/db/embedded.ts';
import { soleUse } from '../../src/db/soleUse.ts';
import { startWorkspace } from '../playground/support/workspace.ts';
import { DulyProcess } from '../scenarios/DulyProcess.ts';
import { freePort } from '../support/freePort.ts';
import { teamOnSlack } from '../support/teamOnSlack.ts';
import { testDatabase } from '../support/testDatabase.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { ledgerFile } from '../useCases/ledger/ledgerKit.ts';
import { realCommandLine } from './realCommandLine.ts';

const MORE = '`npm run -s duly -- doctor` says more.\n';
const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-wrong', SLACK_APP_TOKEN: 'xapp-wrong' };

/** A port where nothing listens. */
async function deadPort(): Promise<number> {
  const { port, close } = await takenPort();
  await close();
  return port;
}

async function takenPort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port: Number(Object(server.address()).port), close };
}

test('a database that is not there, or lets nobody in, is told in a sentence that says what to check', async () => {
  const port = await deadPort();
  const nowhere = await realCommandLine({ DATABASE_URL: `postgresql://duly@127.0.0.1:${port}/duly` });
  expect(await nowhere.duly('digest')).toEqual({
    said: '',
    complained: `The database at 127.0.0.1:${port} cannot be reached: nothing answers there. Check DATABASE_URL.\n${MORE}`,
    code: 1,
  });

  const url = new URL((await testDatabase()).url);
  url.password = '';
  const nameless = await realCommandLine({ DATABASE_URL: url.href });
  const { complained } = await nameless.duly('digest');
  expect(complained).toBe(
    `The database does not let Duly in: it asks for a password. Check DATABASE_URL.\n${MORE}`,
  );
});

test('several workspaces are refused before anything is opened', async () => {
  const port = await deadPort();
  const { duly } = await realCommandLine({
    ...{
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 's',
      SLACK_STATE_SECRET: 's',
      SLACK_SIGNING_SECRET: 's',
    },
    ...{ DULY_ENCRYPTION_KEY: 'ab'.repeat(32), DATABASE_URL: `postgresql://duly@127.0.0.1:${port}/duly` },
  });
  expect((await duly('start')).complained).toContain('cannot be served yet');
});

test('a data folder that cannot be made is told at once', async () => {
  const { folder, duly } = await realCommandLine({ DULY_DATA_DIR: '/proc/nothing/of/ours' });
  expect((await duly('digest')).complained).toBe(
    `“/proc/nothing” cannot be used: no folder can be made there. Choose where Duly keeps its files with DULY_DATA_DIR.\n${MORE}`,
  );
  const file = join(folder, 'notes');
  await writeFile(file, 'mine');
  const started = await startEmbedded({ dataDir: file, log: { info() {}, warn() {} } }).catch(
    failureSentence,
  );
  expect(started).toContain('a file stands where a folder has to be');
});

test('so is one in which a local Slack keeps its conversation beside a database of another server', async () => {
  const { url: DATABASE_URL } = await testDatabase();
  const { duly } = await realCommandLine({ DATABASE_URL, DULY_DATA_DIR: '/proc/nothing/of/ours' });
  expect((await duly('start')).complained).toContain(
    '“/proc/nothing” cannot be used: no folder can be made there.',
  );
});

test('tokens that Slack refuses, and a Slack that is out of reach, are told apart', async () => {
  const { url: DATABASE_URL } = await testDatabase();
  const slack = await startWorkspace();
  onTestFinished(() => slack.stop());
  const refused = await realCommandLine({ ...TOKENS, DATABASE_URL, SLACK_API_URL: slack.apiUrl });
  const start = await refused.duly('start');
  expect(start.complained).toContain('Slack does not let Duly in (invalid_auth). Copy SLACK_BOT_TOKEN');
  expect(start.complained).not.toContain('stack');

  const SLACK_API_URL = `http://127.0.0.1:${await deadPort()}/api/`;
  const offline = await realCommandLine({ ...TOKENS, DATABASE_URL, SLACK_API_URL });
  const client = new WebClient('xoxb-wrong', { slackApiUrl: SLACK_API_URL, retryConfig: { retries: 0 } });
  const unheard = await client.auth.test().catch(failureSentence);
  expect(unheard).toContain('Slack cannot be reached: nothing answers there. Check the network');
  const { said } = await offline.duly('doctor');
  expect(said).toContain('Slack cannot be reached: A request error occurred: fetch failed (ECONNREFUSED)');
  expect(said).toContain('Check the network');
  expect(said).not.toContain('Copy the bot token');
});

test('a second local Slack on the same database is refused: they would write over each other', async () => {
  const { url: DATABASE_URL } = await testDatabase();
  const letGo = await soleUse(DATABASE_URL, 'local Slack');
  onTestFinished(async () => letGo?.());
  const { duly } = await realCommandLine({ DATABASE_URL, PLAYGROUND_PORT: String(await deadPort()) });
  const { complained, code } = await duly('start');
  expect(complained).toContain('A local Slack runs on this database already');
  expect(complained).toContain('set DULY_DATA_DIR to another folder and PLAYGROUND_PORT to another port');
  expect(code).toBe(1);
});

test('a port that is taken is named', async () => {
  const { url: DATABASE_URL } = await testDatabase();
  const { port, close } = await takenPort();
  onTestFinished(close);
  const { duly } = await realCommandLine({ DATABASE_URL, PLAYGROUND_PORT: String(port) });
  expect((await duly('start')).complained).toContain(
    `Port ${port} is taken by another program, perhaps another Duly. Choose another one: PLAYGROUND_PORT`,
  );
});

test('a folder that belongs to somebody else, and a defect, which no sentence hides', () => {
  const error = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/srv/duly', syscall: 'mkdir' });
  expect(failureSentence(error)).toContain('“/srv/duly” cannot be used: this user may not write there.');
  expect(failureSentence(new TypeError('x is not a function'))).toBeUndefined();
});

test('who reads only the beginning of what is printed hears of no error', async () => {
  const { url: DATABASE_URL } = await testDatabase();
  const { piped } = await realCommandLine({ DATABASE_URL });
  expect(await piped('digest', 'true')).toEqual({ said: '', complained: '', code: 0 });
});

test('a job store that is away when Duly starts is told beside that it runs', async () => {
  const MONGODB_URI = `mongodb://127.0.0.1:${await deadPort()}/duly`;
  const duly = await DulyProcess.start(await teamOnSlack(), { more: { MONGODB_URI } });
  await expect.poll(() => duly.said).toContain('The job store (MONGODB_URI) does not answer yet');
});

test('with a signing secret and a port it is served over HTTP: it answers what is typed, and stops when it is told to', async () => {
  const team = await teamOnSlack();
  const port = await freePort();
  const { signingSecret } = team.playground;
  const http = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) };
  const duly = await DulyProcess.start(team, { more: http });
  team.playground.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  await team.person.colin.command('help');
  await expect.poll(async () => wordsOf(await team.person.colin.last())).toContain('/debt log');
  const forged = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body: '{}' });
  expect(forged.ok).toBe(false);
  expect(await duly.stop()).toBe(0);
});

test('an import on a terminal shows how far it is, and elsewhere only what it did', async ({ skip }) => {
  if (process.platform !== 'linux') return skip();
  const { url: DATABASE_URL } = await testDatabase();
  const { duly, onTerminal } = await realCommandLine({ DATABASE_URL, TERM: 'xterm' });
  const file = ledgerFile('xero-sales-invoices.csv');
  const shown = await onTerminal(`import "${file}"`);
  expect(shown.code).toBe(0);
  expect(shown.said).toMatch(/reading \[.*\] 100 %/);
  expect(shown.said).toMatch(/applying \[/);
  const again = await duly('import', file);
  expect(again.code).toBe(0);
  expect(again.said + again.complained).not.toContain(' %');
});
