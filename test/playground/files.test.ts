import type { App } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { startSocketApp } from './support/app.ts';
import { personAt } from './support/person.ts';
import {
  ANNA,
  ANNAS_DM,
  BOB,
  clientFor,
  FLOOR,
  GARDEN,
  refusal,
  startWorkspace,
} from './support/workspace.ts';

let slack: Playground;
let app: App;
const heard: Record<string, unknown>[] = [];
beforeAll(async () => {
  slack = await startWorkspace();
  app = await startSocketApp(slack, (bolt) => {
    bolt.event('file_shared', async ({ event }) => void heard.push({ ...event }));
    bolt.message(async ({ message }) => void heard.push({ ...message }));
  });
});
afterAll(async () => {
  await app.stop();
  await slack.stop();
});
beforeEach(() => {
  heard.length = 0;
});
const anna = () => personAt(slack, ANNA);
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('files from people', () => {
  it('make a message and two events, and can be fetched with the token alone', async () => {
    const dropped = await anna().do('upload', {
      channel: ANNAS_DM,
      filename: 'rooms.csv',
      content_base64: base64('room,seats\nblue,4\n'),
    });
    expect(dropped.ok).toBe(true);
    const shared = heard.find((e) => e.type === 'file_shared');
    const message = heard.find((e) => e.type === 'message');
    expect(message).toMatchObject({
      subtype: 'file_share',
      channel_type: 'im',
      files: [{ name: 'rooms.csv', mimetype: 'text/csv', filetype: 'csv', size: 18 }],
    });
    const { file } = await clientFor(slack).files.info({ file: String(shared?.file_id) });
    const url = file?.url_private_download ?? '';
    const asApp = await fetch(url, { headers: { authorization: `Bearer ${slack.botToken}` } });
    expect(await asApp.text()).toBe('room,seats\nblue,4\n');
    const asNobody = await fetch(url);
    expect([asNobody.status, asNobody.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const mine = await fetch(`${slack.url}/client/file/${file?.id}?user=${ANNA}`);
    expect(await mine.text()).toBe('room,seats\nblue,4\n');
    const bobs = await fetch(`${slack.url}/client/file/${file?.id}?user=${BOB}`);
    expect(await bobs.json()).toEqual({ ok: false, error: 'file_not_found' });
  });

  it('stay unknown to the app where its bot is not', async () => {
    const dropped = await anna().do('upload', {
      channel: GARDEN,
      filename: 'a.txt',
      content_base64: base64('x'),
    });
    expect(heard).toEqual([]);
    const { id } = dropped.file as { id: string };
    expect(await refusal(clientFor(slack).files.info({ file: id }))).toMatchObject({
      error: 'file_not_found',
    });
  });
});

describe('files from the app', () => {
  it('go up in three steps', async () => {
    const done = await clientFor(slack).filesUploadV2({
      channel_id: FLOOR,
      file: Buffer.from('%PDF-1.7'),
      filename: 'plan.pdf',
      title: 'Plan',
      initial_comment: 'The plan',
    });
    expect(done.ok).toBe(true);
    expect((await anna().messages(FLOOR)).at(-1)).toMatchObject({
      text: 'The plan',
      user: slack.botUserId,
      files: [{ name: 'plan.pdf', title: 'Plan', mimetype: 'application/pdf', size: 8 }],
    });
  });

  it('can be shown by an image block once they are complete', async () => {
    const client = clientFor(slack);
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
      filename: 'c.png',
      length: 3,
    });
    const blocks = [{ type: 'image' as const, alt_text: 'a chart', slack_file: { id: file_id } }];
    const early = await refusal(client.chat.postMessage({ channel: FLOOR, text: 'chart', blocks }));
    expect(early).toMatchObject({
      error: 'invalid_blocks',
      errors: ['invalid slack file [json-pointer:/blocks/0/slack_file]'],
    });
    const sent = await fetch(upload_url, { method: 'POST', body: Buffer.from('png') });
    expect([sent.status, await sent.text()]).toEqual([200, 'OK - 3']);
    await client.files.completeUploadExternal({ files: [{ id: file_id }] });
    expect((await client.chat.postMessage({ channel: FLOOR, text: 'chart', blocks })).ok).toBe(true);
    const seen = await fetch(`${slack.url}/client/file/${file_id}?user=${BOB}`);
    expect(await seen.text()).toBe('png');
  });

  it('are refused when empty, unknown or not the place', async () => {
    const client = clientFor(slack);
    const empty = client.apiCall('files.getUploadURLExternal', { filename: 'a', length: 0 });
    expect(await refusal(empty)).toMatchObject({ error: 'missing_argument' });
    const unknown = client.apiCall('files.completeUploadExternal', { files: [{ id: 'F0' }] });
    expect(await refusal(unknown)).toMatchObject({ error: 'file_not_found' });
    expect(await refusal(client.files.info({ file: 'F0' }))).toMatchObject({ error: 'file_not_found' });
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
      filename: 'a',
      length: 1,
    });
    await fetch(upload_url, { method: 'POST', body: 'x' });
    const files = [{ id: file_id }] as [{ id: string }];
    expect(await refusal(client.files.completeUploadExternal({ files, channel_id: GARDEN }))).toMatchObject({
      error: 'not_in_channel',
    });
    await client.files.completeUploadExternal({ files });
    await client.files.delete({ file: file_id });
    expect(await refusal(client.files.info({ file: file_id }))).toMatchObject({ error: 'file_deleted' });
  });
});
