import { type Logger, pino } from 'pino';

export type Log = Logger;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const SECRET_KEYS = [
  'token',
  'botToken',
  'appToken',
  'accessToken',
  'refreshToken',
  'bot_token',
  'access_token',
  'refresh_token',
  'signingSecret',
  'clientSecret',
  'client_secret',
  'stateSecret',
  'encryptionKey',
  'password',
  'authorization',
  'response_url',
];
/** Slack's tokens, webhook addresses and the password of a connection string, wherever in a text they stand. */
const SECRET_TEXT =
  /\bx(?:ox[a-z]|app)-[\w-]+|https:\/\/hooks\.slack\.com\/[^\s"\\]+|(?<=\b\w+:\/\/[^\s:/@"\\]*:)[^\s/@"\\]+(?=@)/g;

const scrub = (text: string) => text.replace(SECRET_TEXT, '[secret]');

/**
 * One JSON line per event on stdout (or `destination`). Secrets are taken out by the name of their field (two levels deep) and,
 * in messages and errors, by their looks.
 */
export function createLog(level: LogLevel, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[secret]' },
    serializers: { err: pino.stdSerializers.err },
    hooks: { streamWrite: scrub },
  };
  return destination ? pino(options, destination) : pino(options);
}
