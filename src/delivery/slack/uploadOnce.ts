import { z } from 'zod';
import type { PayloadOf } from '../OutboxItem.ts';
import type { Sending } from '../Sending.ts';
import { isPicture } from './isPicture.ts';
import { slackFailure } from './slackFailure.ts';

/** Slack takes an uploaded file to pieces in its own time; until then it cannot be shown. */
const READY_WAITS_MS = [0, 250, 1000, 2000, 4000];

const ticket = z.object({ upload_url: z.string(), file_id: z.string() });
const fileInfo = z.object({
  file: z.object({ mimetype: z.string().optional(), permalink: z.string().optional() }),
});

export interface UploadedFile {
  readonly id: string;
  readonly permalink?: string | undefined;
}

/**
 * Uploads a file without sharing it: the post that follows does that and carries the key. A file that an earlier attempt
 * uploaded is used again. `alt_txt` goes with pictures only: on other files it can stop the sharing.
 */
export async function uploadOnce(sending: Sending, file: PayloadOf<'slack_file'>): Promise<UploadedFile> {
  const known = sending.progress.file;
  if (known) return known;
  const bytes = Buffer.from(file.contentBase64, 'base64');
  const { upload_url, file_id } = ticket.parse(
    await sending.call('files.getUploadURLExternal', {
      filename: file.filename,
      length: bytes.length,
      ...(file.altText !== undefined && isPicture(file.filename) ? { alt_txt: file.altText } : {}),
    }),
  );
  await sending.upload(upload_url, file.filename, bytes);
  await sending.call('files.completeUploadExternal', { files: [{ id: file_id, title: file.title }] });
  const permalink = await whenReady(sending, file_id);
  const uploaded = { id: file_id, ...(permalink === undefined ? {} : { permalink }) };
  await sending.save({ file: uploaded });
  return uploaded;
}

/** Waits until Slack knows what the file is, a few seconds at most, and answers its permalink. */
async function whenReady(sending: Sending, id: string): Promise<string | undefined> {
  let permalink: string | undefined;
  for (const wait of READY_WAITS_MS) {
    await sending.wait(wait);
    try {
      const { file } = fileInfo.parse(await sending.call('files.info', { file: id }));
      permalink = file.permalink;
      if (file.mimetype && permalink) return permalink;
    } catch (error) {
      if (slackFailure(error).kind === 'place') return undefined;
      throw error;
    }
  }
  return permalink;
}
