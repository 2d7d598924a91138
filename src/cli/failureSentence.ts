import { errorCodes } from '../core/errorCodes.ts';
import { slackCode } from '../delivery/slack/slackFailure.ts';

/** What the system says where something is not to be reached. */
const unreachable: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was cut',
  EAI_AGAIN: 'the name of the host could not be looked up',
  EHOSTUNREACH: 'there is no way to it from this machine',
  ENETUNREACH: 'there is no way to it from this machine',
  ENOTFOUND: 'there is no host of that name',
  ETIMEDOUT: 'no answer came in time',
};

/** What PostgreSQL says to those whom it does not let in. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const notLetIn: Readonly<Record<string, string>> = {
  '28000': 'the user may not come in from here',
  '28P01': 'user or password are wrong',
  '3D000': 'there is no database of that name',
  '42501': 'the user may not do what Duly needs there',
  '53300': 'too many connections are open already',
};

/** What the system says of a file or a folder. */
const unusable: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EEXIST: 'a file stands where a folder has to be',
  ENOENT: 'no folder can be made there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder has to be',
  EPERM: 'this user may not write there',
  EROFS: 'nothing can be written there',
};

/** What went wrong and what to do, for the mistakes of a set-up; undefined for what is none of them. */
export function failureSentence(error: unknown): string | undefined {
  return slackSentence(error) ?? portSentence(error) ?? folderSentence(error) ?? databaseSentence(error);
}

function slackSentence(error: unknown): string | undefined {
  const refused = slackCode(error);
  if (refused !== undefined)
    return `Slack does not let Duly in (${refused}). Copy SLACK_BOT_TOKEN and SLACK_APP_TOKEN again from the app’s settings.`;
  const codes = errorCodes(error);
  if (!codes.includes('slack_webapi_request_error')) return undefined;
  return `Slack cannot be reached: ${first(codes, unreachable) ?? 'no answer came'}. Check the network, a proxy, and SLACK_API_URL if it is set.`;
}

function portSentence(error: unknown): string | undefined {
  const { code, syscall, port } = fieldsOf(error);
  if (syscall !== 'listen') return undefined;
  const why =
    code === 'EADDRINUSE' ? 'is taken by another program, perhaps another Duly' : 'cannot be listened on';
  return `Port ${port} ${why}. Choose another one: PLAYGROUND_PORT, or PORT where Slack calls Duly over HTTP.`;
}

function folderSentence(error: unknown): string | undefined {
  const { code, path } = fieldsOf(error);
  const why = typeof code === 'string' ? unusable[code] : undefined;
  return path !== undefined && why !== undefined
    ? `“${path}” cannot be used: ${why}. Choose where Duly keeps its files with DULY_DATA_DIR.`
    : undefined;
}

function databaseSentence(error: unknown): string | undefined {
  const { address, port, hostname } = fieldsOf(error);
  const where =
    address !== undefined ? ` at ${address}:${port}` : hostname !== undefined ? ` at ${hostname}` : '';
  const codes = errorCodes(error);
  const no = first(codes, unreachable);
  if (no !== undefined) return `The database${where} cannot be reached: ${no}. Check DATABASE_URL.`;
  // of a missing password node-postgres says no more than this
  const why =
    first(codes, notLetIn) ??
    (/^SASL: .*password/.test(String(messageOf(error))) ? 'it asks for a password' : undefined);
  return why && `The database does not let Duly in: ${why}. Check DATABASE_URL.`;
}

function first(codes: readonly string[], words: Readonly<Record<string, string>>): string | undefined {
  return codes.map((code) => words[code]).find((found) => found !== undefined);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : error);

/** What Node.js notes on an error of the system. */
function fieldsOf(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof Error ? { ...error } : {};
}
