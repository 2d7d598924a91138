import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Config, loadConfig } from '../src/config.ts';
import { DulyError } from '../src/core/DulyError.ts';

const KEY = 'ab'.repeat(32);
const MANY = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'secret',
  SLACK_STATE_SECRET: 'state',
  DULY_ENCRYPTION_KEY: KEY,
};

function mistakesIn(environment: Record<string, string>): string {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof DulyError && error.code === 'configuration') return error.message;
    throw error;
  }
  return '';
}

test('with nothing set Duly runs the playground on its own database', () => {
  expect(loadConfig({ DATABASE_URL: '', SLACK_BOT_TOKEN: '  ' })).toEqual({
    slack: null,
    port: 3000,
    databaseUrl: null,
    mongodbUri: null,
    smtpUrl: null,
    dataDir: resolve('data'),
    logLevel: 'info',
    playground: { port: 4390, clockUrl: null },
  } satisfies Config);
});

test('one workspace over Socket Mode, which wins over HTTP when both are set', () => {
  const { slack } = loadConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_SIGNING_SECRET: 's',
  });
  expect(slack).toEqual({
    transport: { kind: 'socket', appToken: 'xapp-1' },
    workspaces: { kind: 'one', botToken: 'xoxb-1' },
    apiUrl: null,
  });
});

test('several workspaces over HTTP, with a key of 32 bytes', () => {
  const { slack } = loadConfig({
    ...MANY,
    SLACK_SIGNING_SECRET: 's',
    SLACK_API_URL: 'http://127.0.0.1:4390/api/',
  });
  expect(slack?.transport).toEqual({ kind: 'http', signingSecret: 's' });
  expect(slack?.apiUrl).toBe('http://127.0.0.1:4390/api/');
  expect(slack?.workspaces).toMatchObject({
    kind: 'many',
    clientId: '1.2',
    encryptionKey: Buffer.from(KEY, 'hex'),
  });
});

test('every mistake is told at once, by its variable, without showing a secret', () => {
  const message = mistakesIn({
    SLACK_BOT_TOKEN: 'hunter2',
    PORT: 'eighty',
    DATABASE_URL: 'mysql://u:hunter2@h/d',
    MONGODB_URI: 'localhost',
    LOG_LEVEL: 'loud',
    DULY_ENCRYPTION_KEY: 'hunter2',
  });
  for (const name of [
    'SLACK_BOT_TOKEN',
    'PORT',
    'DATABASE_URL',
    'MONGODB_URI',
    'LOG_LEVEL',
    'DULY_ENCRYPTION_KEY',
  ]) {
    expect(message).toContain(name);
  }
  expect(message).not.toContain('hunter2');
});

test.each([
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET/],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN/],
  [
    { SLACK_CLIENT_ID: '1.2', SLACK_SIGNING_SECRET: 's' },
    /SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, DULY_ENCRYPTION_KEY/,
  ],
  [{ ...MANY, SLACK_SIGNING_SECRET: 's', SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_BOT_TOKEN.*SLACK_CLIENT_ID/],
])('variables that do not fit together: %o', (environment, mistake) => {
  expect(mistakesIn(environment)).toMatch(mistake);
});

test('nobody changes the configuration later', () => {
  const config = loadConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
  expect(() => Object.assign(config.playground, { port: 1 })).toThrow(TypeError);
  expect(() => Object.assign(config.slack?.workspaces ?? {}, { botToken: 'xoxb-2' })).toThrow(TypeError);
});

test('.env.example explains every variable that is read, and no other', () => {
  const read = [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
    ([, name]) => name,
  );
  const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^#([A-Z][A-Z_]+)=/gm)].map(
    ([, name]) => name,
  );
  expect(explained.toSorted()).toEqual(read.toSorted());
});
