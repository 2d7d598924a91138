import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { methods } from '../../src/playground/webApi/methods.ts';
import { manifestWithout } from './support/manifest.ts';
import { personAt } from './support/person.ts';
import {
  ANNA,
  ANNAS_DM,
  BOARD,
  BOB,
  clientFor,
  FLOOR,
  GARDEN,
  GUEST,
  refusal,
  startWorkspace,
} from './support/workspace.ts';

let slack: Playground;
beforeAll(async () => {
  slack = await startWorkspace();
  await personAt(slack, ANNA).post('faults', { kind: 'rate_limits_off' });
});
afterAll(() => slack.stop());

const section = (text: string, block_id?: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text },
  ...(block_id ? { block_id } : {}),
});

describe('the methods', () => {
  it('are these, and no others', () => {
    expect([...methods.keys()].sort()).toEqual([
      'apps.connections.open',
      'auth.test',
      'chat.delete',
      'chat.deleteScheduledMessage',
      'chat.getPermalink',
      'chat.postEphemeral',
      'chat.postMessage',
      'chat.scheduleMessage',
      'chat.update',
      'conversations.history',
      'conversations.info',
      'conversations.join',
      'conversations.list',
      'conversations.members',
      'conversations.open',
      'conversations.replies',
      'files.completeUploadExternal',
      'files.delete',
      'files.getUploadURLExternal',
      'files.info',
      'functions.completeError',
      'functions.completeSuccess',
      'oauth.v2.access',
      'reactions.add',
      'reactions.get',
      'reactions.remove',
      'users.info',
      'users.list',
      'users.lookupByEmail',
      'views.open',
      'views.publish',
      'views.push',
      'views.update',
    ]);
  });

  it('answer an unknown one as Slack does', async () => {
    expect(await refusal(clientFor(slack).apiCall('pins.add', {}))).toMatchObject({
      error: 'unknown_method',
    });
    expect(await refusal(clientFor(slack).apiCall('chat.explode', {}))).toMatchObject({
      error: 'unknown_method',
    });
  });
});

describe('tokens and scopes', () => {
  it('knows who is asking', async () => {
    const me = await clientFor(slack).auth.test();
    expect(me).toMatchObject({ ok: true, team_id: 'T0001OFFICE', user_id: slack.botUserId, user: 'rooms' });
    expect(me.response_metadata?.scopes).toContain('chat:write');
  });

  it('refuses no token, a wrong token and the wrong kind of token', async () => {
    const answer = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect(await answer.json()).toEqual({ ok: false, error: 'not_authed' });
    expect(await refusal(clientFor(slack, 'xoxb-stranger').auth.test())).toMatchObject({
      error: 'invalid_auth',
    });
    expect(await refusal(clientFor(slack).apps.connections.open())).toMatchObject({
      error: 'not_allowed_token_type',
    });
  });

  it('names the scope that is missing', async () => {
    const narrow = await startWorkspace({ manifest: manifestWithout('reactions:read', 'groups:read') });
    const client = clientFor(narrow);
    const missing = await refusal(client.reactions.get({ channel: FLOOR, timestamp: '1772442000.000001' }));
    expect(missing).toMatchObject({ error: 'missing_scope', needed: 'reactions:read' });
    expect(missing.provided).toContain('chat:write');
    expect(await refusal(client.conversations.info({ channel: BOARD }))).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:read',
    });
    await narrow.stop();
  });
});

describe('posting', () => {
  it('takes form and JSON bodies', async () => {
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        authorization: `Bearer ${slack.botToken}`,
      },
      body: JSON.stringify({ channel: FLOOR, blocks: [section('as JSON')] }),
    });
    expect(await answer.json()).toMatchObject({ ok: true, channel: FLOOR });
    const posted = await clientFor(slack).chat.postMessage({ channel: FLOOR, text: 'as a form' });
    expect(posted.message).toMatchObject({ text: 'as a form', user: slack.botUserId, team: 'T0001OFFICE' });
    expect(posted.ts).toMatch(/^\d{10}\.\d{6}$/);
  });

  it('opens the direct message when the channel is a person', async () => {
    const posted = await clientFor(slack).chat.postMessage({ channel: ANNA, text: 'hello' });
    expect(posted.channel).toBe(ANNAS_DM);
  });

  it.each([
    ['channel_not_found', { channel: 'C0NOWHERE', text: 'x' }],
    ['not_in_channel', { channel: GARDEN, text: 'x' }],
    ['no_text', { channel: FLOOR, text: '' }],
    ['invalid_blocks_format', { channel: FLOOR, text: 'x', blocks: 'none' }],
    ['invalid_metadata_format', { channel: FLOOR, text: 'x', metadata: { event_type: 'x' } }],
    ['markdown_text_conflict', { channel: FLOOR, text: 'x', markdown_text: 'y' }],
    [
      'msg_blocks_too_long',
      { channel: FLOOR, text: 'x', blocks: Array.from({ length: 5 }, () => section('x'.repeat(2900))) },
    ],
  ])('refuses with %s', async (error, args) => {
    expect(await refusal(clientFor(slack).apiCall('chat.postMessage', args))).toMatchObject({
      ok: false,
      error,
    });
  });

  it('says what is wrong with blocks, and where', async () => {
    const blocks = [section('fine'), section('x'.repeat(3001))];
    const wrong = await refusal(
      clientFor(slack).apiCall('chat.postMessage', { channel: FLOOR, text: 'x', blocks }),
    );
    expect(wrong.error).toBe('invalid_blocks');
    const line = 'must be less than 3001 characters [json-pointer:/blocks/1/text/text]';
    expect(wrong.errors).toContain(line);
    expect(wrong.response_metadata).toMatchObject({ messages: expect.arrayContaining([`[ERROR] ${line}`]) });
  });

  it('says which argument is missing', async () => {
    expect(await refusal(clientFor(slack).apiCall('chat.postMessage', { text: 'x' }))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: channel'] },
    });
  });

  it('cuts very long text with a warning', async () => {
    const posted = await clientFor(slack).chat.postMessage({ channel: FLOOR, text: 'y'.repeat(40_001) });
    expect(posted.message?.text).toHaveLength(40_000);
    expect(posted.response_metadata?.warnings).toEqual(['message_truncated']);
  });
});

describe('changing and deleting', () => {
  it('replaces text and blocks; text alone takes the blocks away', async () => {
    const client = clientFor(slack);
    const { ts = '' } = await client.chat.postMessage({
      channel: FLOOR,
      text: 'old',
      blocks: [section('old')],
    });
    await client.chat.update({ channel: FLOOR, ts, text: 'new', blocks: [section('new')] });
    const anna = personAt(slack, ANNA);
    const seen = async () => (await anna.messages(FLOOR)).find((m) => m.ts === ts);
    expect(await seen()).toMatchObject({ text: 'new', blocks: [{ text: { text: 'new' } }] });
    await client.chat.update({ channel: FLOOR, ts, text: 'bare' });
    expect(await seen()).toMatchObject({ text: 'bare', blocks: [] });
    await client.chat.delete({ channel: FLOOR, ts });
    expect(await seen()).toBeUndefined();
  });

  it("leaves other people's messages and long texts alone", async () => {
    const client = clientFor(slack);
    const { ts } = await personAt(slack, ANNA).do('message', { channel: FLOOR, text: 'mine' });
    const args = { channel: FLOOR, ts: String(ts) };
    expect(await refusal(client.chat.update({ ...args, text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await refusal(client.chat.delete(args))).toMatchObject({ error: 'cant_delete_message' });
    const own = await client.chat.postMessage({ channel: FLOOR, text: 'short' });
    const long = { channel: FLOOR, ts: own.ts ?? '', text: 'x'.repeat(4001) };
    expect(await refusal(client.chat.update(long))).toMatchObject({ error: 'msg_too_long' });
    expect(await refusal(client.chat.update({ ...long, ts: '1.2', text: 'x' }))).toMatchObject({
      error: 'message_not_found',
    });
  });
});

describe('ephemeral messages', () => {
  it('reach one person, and no history', async () => {
    const client = clientFor(slack);
    await client.chat.postEphemeral({ channel: FLOOR, user: ANNA, text: 'psst' });
    const mine = (await personAt(slack, ANNA).messages(FLOOR)).at(-1);
    expect(mine).toMatchObject({ text: 'psst', ephemeral: true });
    expect((await personAt(slack, BOB).messages(FLOOR)).map((m) => m.text)).not.toContain('psst');
    const history = await client.conversations.history({ channel: FLOOR });
    expect(history.messages?.map((m) => m.text)).not.toContain('psst');
    expect(
      await refusal(client.chat.postEphemeral({ channel: FLOOR, user: GUEST, text: 'x' })),
    ).toMatchObject({
      error: 'user_not_in_channel',
    });
  });
});

describe('threads, metadata, pages', () => {
  it('reads a thread back with its metadata when asked', async () => {
    const client = clientFor(slack);
    const metadata = { event_type: 'room_booked', event_payload: { key: 'k1' } };
    const head = await client.chat.postMessage({ channel: FLOOR, text: 'head', metadata });
    const ts = head.ts ?? '';
    await client.chat.postMessage({ channel: FLOOR, text: 'reply', thread_ts: ts });
    const replies = await client.conversations.replies({ channel: FLOOR, ts, include_all_metadata: true });
    expect(replies.messages).toMatchObject([
      { text: 'head', thread_ts: ts, reply_count: 1, metadata },
      { text: 'reply', thread_ts: ts, parent_user_id: slack.botUserId },
    ]);
    const plain = await client.conversations.replies({ channel: FLOOR, ts });
    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
    const history = await client.conversations.history({ channel: FLOOR });
    expect(history.messages?.[0]?.text).toBe('head');
    expect(await refusal(client.conversations.replies({ channel: FLOOR, ts: '1.1' }))).toMatchObject({
      error: 'thread_not_found',
    });
  });

  it('gives long lists page by page', async () => {
    const client = clientFor(slack);
    for (let i = 0; i < 5; i += 1) await client.chat.postMessage({ channel: BOARD, text: `n${i}` });
    const texts: (string | undefined)[] = [];
    let cursor = '';
    do {
      const part = await client.conversations.history({ channel: BOARD, limit: 2, cursor });
      texts.push(...(part.messages ?? []).map((m) => m.text));
      cursor = part.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    expect(texts).toEqual(['n4', 'n3', 'n2', 'n1', 'n0']);
    const later = await client.conversations.history({ channel: BOARD, oldest: '9999999999' });
    expect(later.messages).toEqual([]);
  });
});

describe('people and channels', () => {
  it('looks people up, with mail and locale where asked', async () => {
    const client = clientFor(slack);
    const { user } = await client.users.info({ user: ANNA, include_locale: true });
    expect(user).toMatchObject({
      tz: 'Europe/Berlin',
      tz_offset: 3600,
      locale: 'en-US',
      is_restricted: false,
    });
    expect(user?.profile?.email).toBe('anna@office.example');
    expect((await client.users.lookupByEmail({ email: 'Anna@office.example' })).user?.id).toBe(ANNA);
    expect(await refusal(client.users.info({ user: 'U0' }))).toMatchObject({ error: 'user_not_found' });
    const { members } = await client.users.list({});
    expect(members?.map((m) => m.id)).toEqual([ANNA, BOB, GUEST, slack.botUserId]);
  });

  it('shows the channels the app may see', async () => {
    const client = clientFor(slack);
    const listed = await client.conversations.list({ types: 'public_channel,private_channel' });
    expect(listed.channels?.map((c) => [c.name, c.is_member])).toEqual([
      ['floor', true],
      ['garden', false],
      ['board', true],
    ]);
    expect((await client.conversations.info({ channel: FLOOR })).channel?.topic?.value).toBe('Third floor');
    expect((await client.conversations.members({ channel: FLOOR })).members).toEqual([
      ANNA,
      BOB,
      slack.botUserId,
    ]);
    expect((await client.conversations.open({ users: ANNA })).channel?.id).toBe(ANNAS_DM);
    expect(await refusal(client.conversations.open({ users: 'U0' }))).toMatchObject({
      error: 'user_not_found',
    });
  });

  it('joins public channels', async () => {
    const other = await startWorkspace();
    const client = clientFor(other);
    await client.conversations.join({ channel: GARDEN });
    expect((await client.chat.postMessage({ channel: GARDEN, text: 'here' })).ok).toBe(true);
    await other.stop();
  });
});

describe('messages for later', () => {
  it('are posted when their time has come, unless they are taken back', async () => {
    const other = await startWorkspace();
    const client = clientFor(other);
    const post_at = Math.floor(other.now().getTime() / 1000) + 3600;
    const text = 'later';
    expect(await refusal(client.chat.scheduleMessage({ channel: FLOOR, post_at: 1, text }))).toMatchObject({
      error: 'time_in_past',
    });
    await client.chat.scheduleMessage({ channel: FLOOR, post_at, text });
    const second = await client.chat.scheduleMessage({ channel: FLOOR, post_at, text: 'never' });
    await client.chat.deleteScheduledMessage({
      channel: FLOOR,
      scheduled_message_id: second.scheduled_message_id ?? '',
    });
    const anna = personAt(other, ANNA);
    await anna.post('clock', { advance: 'PT59M' });
    expect(await anna.messages(FLOOR)).toEqual([]);
    await anna.post('clock', { advance: 'PT2M' });
    expect((await anna.messages(FLOOR)).map((m) => [m.text, m.ts.split('.')[0]])).toEqual([
      ['later', String(post_at)],
    ]);
    await other.stop();
  });
});

describe('reactions', () => {
  it('add up, once each', async () => {
    const client = clientFor(slack);
    const { ts: timestamp = '' } = await client.chat.postMessage({ channel: FLOOR, text: 'vote' });
    const item = { channel: FLOOR, timestamp };
    await client.reactions.add({ ...item, name: 'eyes' });
    await personAt(slack, ANNA).do('react', { channel: FLOOR, ts: timestamp, name: 'eyes' });
    expect(await refusal(client.reactions.add({ ...item, name: 'eyes' }))).toMatchObject({
      error: 'already_reacted',
    });
    const got = await client.reactions.get(item);
    expect(got.message?.reactions).toEqual([{ name: 'eyes', users: [slack.botUserId, ANNA], count: 2 }]);
    await client.reactions.remove({ ...item, name: 'eyes' });
    expect(await refusal(client.reactions.remove({ ...item, name: 'eyes' }))).toMatchObject({
      error: 'no_reaction',
    });
    expect(await refusal(client.reactions.add({ ...item, name: 'No Emoji' }))).toMatchObject({
      error: 'invalid_name',
    });
    expect(await refusal(client.reactions.add({ channel: FLOOR, timestamp: 'x', name: 'a' }))).toMatchObject({
      error: 'bad_timestamp',
    });
  });
});
