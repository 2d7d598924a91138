import { WebClient } from '@slack/web-api';
import {
  type Playground,
  type PlaygroundOptions,
  startPlayground,
} from '../../../src/playground/startPlayground.ts';
import { manifest } from './manifest.ts';
import { SILENT } from './silent.ts';

export const ANNA = 'U0001ANNA';
export const BOB = 'U0002BOB';
export const GUEST = 'U0003GUEST';
/** The bot is in #floor and in the private #board, not in #garden. */
export const FLOOR = 'C0001FLOOR';
export const GARDEN = 'C0002GARDEN';
export const BOARD = 'C0003BOARD';
export const ANNAS_DM = 'D0001ANNA';

/** A small office with two colleagues and a guest. */
export function startWorkspace(options: Partial<PlaygroundOptions> = {}): Promise<Playground> {
  return startPlayground({
    manifest,
    team: { id: 'T0001OFFICE', domain: 'office', name: 'Office' },
    users: [
      { id: ANNA, name: 'anna', real_name: 'Anna Berg', tz: 'Europe/Berlin', email: 'anna@office.example' },
      { id: BOB, name: 'bob', real_name: 'Bob Stone', tz: 'America/New_York', locale: 'en-US' },
      { id: GUEST, name: 'guest', real_name: 'A Guest', tz: 'UTC', is_restricted: true },
    ],
    channels: [
      { id: FLOOR, name: 'floor', members: [ANNA, BOB], botIsMember: true, topic: 'Third floor' },
      { id: GARDEN, name: 'garden', members: [ANNA, GUEST] },
      { id: BOARD, name: 'board', is_private: true, members: [BOB], botIsMember: true },
    ],
    start: new Date('2026-03-02T09:00:00Z'),
    ...options,
  });
}

/** Slack's own client, which neither retries nor waits. */
export function clientFor(playground: Playground, token = playground.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: playground.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  });
}

/** The answer to a call that is refused. */
export async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'data' in error) return error.data as Record<string, unknown>;
    throw error;
  }
  throw new Error('the call was not refused');
}
