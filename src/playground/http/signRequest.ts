import { createHmac } from 'node:crypto';

/**
 * Slack's request signature, version v0: the headers that prove a request came from who knows the secret.
 * `timestamp` is in epoch seconds. Source: Slack, "Verifying requests from Slack".
 */
export function signRequest(secret: string, timestamp: number, body: string): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` };
}
