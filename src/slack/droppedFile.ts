import { Readable } from 'node:stream';
import type { webApi } from '@slack/bolt';
import { DulyError } from '../core/DulyError.ts';

/** A million rows are less. */
const MOST_BYTES = 200 * 1024 * 1024;
const SLACK = 'https://slack.com/api/';
const SLACK_FILES = 'https://files.slack.com';

/** A file in Slack, ready to be read from its beginning. */
export interface DroppedFile {
  readonly name: string;
  readonly stream: Readable;
}

/**
 * Fetches a file that somebody shared, with the bot's token, which goes to Slack's own file server and nowhere else. Throws DulyError
 * `file_gone`, `file_too_big`, `file_not_read` (Slack answers with a page to sign in where the token may not).
 */
export async function droppedFile(client: webApi.WebClient, fileId: string): Promise<DroppedFile> {
  const { file } = await client.files.info({ file: fileId }).catch(() => ({ file: undefined }));
  const { name = 'file', size = 0, url_private_download: url } = file ?? {};
  if (!file || !url) {
    throw new DulyError(
      'file_gone',
      `no file ${fileId}`,
      'This file is not in Slack any more. Drop it here again.',
    );
  }
  if (size > MOST_BYTES) {
    const sentence = `“${name}” is larger than ${MOST_BYTES / 1024 / 1024} MB. Split it, or import it on the command line.`;
    throw new DulyError('file_too_big', `${fileId}: ${size} bytes`, sentence);
  }
  return { name, stream: await read(client, { name, url }) };
}

async function read(
  { token, slackApiUrl }: webApi.WebClient,
  { name, url }: { name: string; url: string },
): Promise<Readable> {
  const trusted = slackApiUrl === SLACK ? SLACK_FILES : new URL(slackApiUrl).origin;
  if (new URL(url).origin !== trusted) throw notRead(name, `not Slack's file server: ${url}`);
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(10 * 60_000),
  }).catch((error: unknown) => {
    throw notRead(name, String(error));
  });
  const type = answer.headers.get('content-type') ?? '';
  if (!answer.ok || !answer.body || type.startsWith('text/html')) {
    await answer.body?.cancel();
    throw notRead(name, `${answer.status} ${type}`);
  }
  return Readable.fromWeb(answer.body);
}

function notRead(name: string, why: string): DulyError {
  return new DulyError(
    'file_not_read',
    why,
    `Slack did not let Duly read “${name}”. Try again in a moment; where it stays so, Duly may lack the scope files:read.`,
  );
}
