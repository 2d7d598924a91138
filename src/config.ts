import { resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { DulyError } from './core/DulyError.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';

/** How Slack reaches Duly: over a socket that Duly opens, or by signed HTTP requests on `port`. */
export type SlackTransport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

/** One workspace whose token is given, or any number that install Duly by OAuth (tokens are kept encrypted). */
export type SlackWorkspaces =
  | { readonly kind: 'one'; readonly botToken: string }
  | {
      readonly kind: 'many';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      /** 32 bytes */
      readonly encryptionKey: Buffer;
    };

export interface Config {
  /** null: no Slack is configured, hence the playground */
  readonly slack: {
    readonly transport: SlackTransport;
    readonly workspaces: SlackWorkspaces;
    readonly apiUrl: string | null;
  } | null;
  readonly port: number;
  /** null: the embedded database below `dataDir` */
  readonly databaseUrl: string | null;
  /** null: Agenda keeps its jobs in the database */
  readonly mongodbUri: string | null;
  /** null: no mail can be sent */
  readonly smtpUrl: string | null;
  /** absolute */
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly playground: { readonly port: number; readonly clockUrl: string | null };
}

const DEFAULT_PORT = 3000;
const text = z.string().trim().min(1);
const port = z.coerce.number({ error: 'is not a port number' }).int().min(0).max(65535);
const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `is not an address like ${example}` });
const token = (prefix: string) => text.startsWith(prefix, { error: `does not start with ${prefix}` });

const Environment = z.object({
  SLACK_BOT_TOKEN: token('xoxb-').optional(),
  SLACK_APP_TOKEN: token('xapp-').optional(),
  SLACK_SIGNING_SECRET: text.optional(),
  SLACK_API_URL: url(/^https?$/, 'https://slack.com/api/').optional(),
  SLACK_CLIENT_ID: text.optional(),
  SLACK_CLIENT_SECRET: text.optional(),
  SLACK_STATE_SECRET: text.optional(),
  DULY_ENCRYPTION_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, { error: 'is not 64 hexadecimal digits (make one with: openssl rand -hex 32)' })
    .transform((hex) => Buffer.from(hex, 'hex'))
    .optional(),
  PORT: port.optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/duly').optional(),
  MONGODB_URI: url(/^mongodb(\+srv)?$/, 'mongodb://host:27017/duly').optional(),
  SMTP_URL: url(/^smtps?$/, 'smtps://user:password@host:465').optional(),
  DULY_DATA_DIR: text.default('data'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is none of ${LOG_LEVELS.join(', ')}` }).default('info'),
  PLAYGROUND_PORT: port.default(4390),
  PLAYGROUND_CLOCK_URL: url(/^https?$/, 'http://127.0.0.1:4390/clock').optional(),
});
type Environment = z.output<typeof Environment>;

/** The process's environment over what `.env` in the working folder says. */
export function readEnvironment(): Record<string, string | undefined> {
  return { ...readDotenv({ quiet: true, processEnv: {} }).parsed, ...process.env };
}

/**
 * The environment as one frozen object; see .env.example for what each variable means. An empty variable counts as absent.
 *
 * @throws DulyError `configuration` that names every variable that is wrong, and never shows its value
 */
export function loadConfig(environment: Record<string, string | undefined> = readEnvironment()): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(present);
  const mistakes = parsed.success ? contradictions(parsed.data) : parsed.error.issues.map(sentence);
  if (!parsed.success || mistakes.length > 0) {
    const list = mistakes.map((mistake) => `  ${mistake}`).join('\n');
    throw new DulyError(
      'configuration',
      `the environment is wrong:\n${list}`,
      `Duly's settings are wrong:\n${list}`,
    );
  }
  return deepFreeze(configOf(parsed.data));
}

const sentence = (issue: z.core.$ZodIssue) => `${issue.path.join('.')} ${issue.message}`;

const MANY = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'DULY_ENCRYPTION_KEY'] as const;

/** Variables that are right one by one and wrong together. */
function contradictions(env: Environment): string[] {
  const mistakes: string[] = [];
  const missing = MANY.filter((name) => env[name] === undefined);
  const many = missing.length < MANY.length;
  if (many && missing.length > 0) {
    mistakes.push(`${missing.join(', ')} missing: several workspaces need all of ${MANY.join(', ')}`);
  }
  if (many && env.SLACK_BOT_TOKEN)
    mistakes.push('SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for several: set one');
  const reachable = env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET;
  if ((many || env.SLACK_BOT_TOKEN) && !reachable) {
    mistakes.push('SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing');
  }
  if (reachable && !many && !env.SLACK_BOT_TOKEN) mistakes.push('SLACK_BOT_TOKEN is missing');
  return mistakes;
}

function configOf(env: Environment): Config {
  return {
    slack: slackOf(env),
    port: env.PORT ?? DEFAULT_PORT,
    databaseUrl: env.DATABASE_URL ?? null,
    mongodbUri: env.MONGODB_URI ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    dataDir: resolve(env.DULY_DATA_DIR),
    logLevel: env.LOG_LEVEL,
    playground: { port: env.PLAYGROUND_PORT, clockUrl: env.PLAYGROUND_CLOCK_URL ?? null },
  };
}

function slackOf(env: Environment): Config['slack'] {
  const transport = transportOf(env);
  const workspaces = workspacesOf(env);
  return transport && workspaces ? { transport, workspaces, apiUrl: env.SLACK_API_URL ?? null } : null;
}

function transportOf(env: Environment): SlackTransport | null {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, PORT: port } = env;
  // whoever names a port to listen on wants HTTP, even where a token for Socket Mode is left over
  if (signingSecret && (port !== undefined || !appToken)) return { kind: 'http', signingSecret };
  return appToken ? { kind: 'socket', appToken } : null;
}

function workspacesOf(env: Environment): SlackWorkspaces | null {
  if (env.SLACK_BOT_TOKEN) return { kind: 'one', botToken: env.SLACK_BOT_TOKEN };
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  } = env;
  const { DULY_ENCRYPTION_KEY: encryptionKey } = env;
  if (!clientId || !clientSecret || !stateSecret || !encryptionKey) return null;
  return { kind: 'many', clientId, clientSecret, stateSecret, encryptionKey };
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const child of Object.values(value)) deepFreeze(child);
  return Object.freeze(value);
}
