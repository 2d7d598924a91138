import { ErrorCode, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { personAt } from './support/person.ts';
import { SILENT } from './support/silent.ts';
import { ANNA, BOARD, clientFor, FLOOR, startWorkspace } from './support/workspace.ts';

let slack: Playground;
beforeEach(async () => {
  slack = await startWorkspace();
});
afterEach(() => slack.stop());
const fault = (body: object) => personAt(slack, ANNA).post('faults', body);
const post = (text: string, channel = FLOOR) => clientFor(slack).chat.postMessage({ channel, text });
const texts = async () => (await personAt(slack, ANNA).messages(FLOOR)).map((m) => m.text);

describe('faults', () => {
  it('drop a call, or lose the answer after the work was done', async () => {
    await fault({ kind: 'drop', method: 'chat.postMessage' });
    await expect(post('dropped')).rejects.toMatchObject({ code: ErrorCode.RequestError });
    await fault({ kind: 'lose_reply', method: 'chat.postMessage' });
    await expect(post('done')).rejects.toMatchObject({ code: ErrorCode.RequestError });
    await post('fine');
    expect(await texts()).toEqual(['done', 'fine']);
  });

  it('answer 500, 429, HTML or any error, as often as asked', async () => {
    await fault({ kind: 'http500', times: 2 });
    for (let i = 0; i < 2; i += 1) {
      await expect(post('x')).rejects.toMatchObject({ code: ErrorCode.HTTPError, statusCode: 500 });
    }
    await fault({ kind: 'ratelimited', ms: 2500 });
    await expect(post('x')).rejects.toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 3 });
    await fault({ kind: 'html' });
    await expect(post('x')).rejects.toThrow(/html/);
    await fault({ kind: 'error', error: 'fatal_error', method: 'chat.postMessage' });
    await expect(post('x')).rejects.toMatchObject({ data: { error: 'fatal_error' } });
    await post('fine');
    expect(await texts()).toEqual(['fine']);
  });

  it('delay an answer beyond the patience of a client', async () => {
    await fault({ kind: 'delay', ms: 300, method: 'chat.postMessage' });
    const hasty = new WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      timeout: 100,
      logger: SILENT,
    });
    await expect(hasty.chat.postMessage({ channel: FLOOR, text: 'slow' })).rejects.toMatchObject({
      code: ErrorCode.RequestError,
    });
  });

  it('stay until they are cleared, and are named', async () => {
    await fault({ kind: 'http500', method: 'auth.test', times: 'always' });
    await post('another method');
    const auth = () => clientFor(slack).auth.test();
    await expect(auth()).rejects.toMatchObject({ statusCode: 500 });
    await expect(auth()).rejects.toMatchObject({ statusCode: 500 });
    expect(await fault({ clear: true })).toEqual({ ok: true, faults: [] });
    expect((await auth()).ok).toBe(true);
    expect(await fault({ kind: 'gremlins' })).toMatchObject({ ok: false, error: 'invalid_arguments' });
  });
});

describe('rate limits', () => {
  const untilLimited = async (channel: string) => {
    for (let i = 0; i < 20; i += 1) {
      try {
        await post(`n${i}`, channel);
      } catch (error) {
        return { posted: i, error };
      }
    }
    return { posted: 20, error: undefined };
  };

  it('allow a short burst in each channel, and say when to come back', async () => {
    const floor = await untilLimited(FLOOR);
    expect(floor.posted).toBe(4);
    expect(floor.error).toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 1 });
    expect((await untilLimited(BOARD)).posted).toBe(4);
    await personAt(slack, ANNA).post('clock', { advance: 'PT2S' });
    expect((await post('again')).ok).toBe(true);
  });

  it("hold a method to its tier's calls a minute", async () => {
    const client = clientFor(slack);
    for (let i = 0; i < 20; i += 1) await client.users.list({});
    await expect(client.users.list({})).rejects.toMatchObject({ retryAfter: 3 });
    expect((await client.users.info({ user: ANNA })).ok).toBe(true);
  });

  it('can be switched off and on', async () => {
    await fault({ kind: 'rate_limits_off' });
    expect((await untilLimited(FLOOR)).posted).toBe(20);
    await fault({ kind: 'rate_limits_on' });
    expect((await untilLimited(FLOOR)).posted).toBe(4);
  });
});
