import type { webApi } from '@slack/bolt';

/** What a file in Slack is called; empty where it is not there any more. */
export async function fileNameOf(client: webApi.WebClient, fileId: string): Promise<string> {
  const { file } = await client.files.info({ file: fileId }).catch(() => ({ file: undefined }));
  return file?.name ?? '';
}
