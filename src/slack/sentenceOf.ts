import { DulyError } from '../core/DulyError.ts';
import type { Log } from '../log.ts';

/** The sentence for the person behind an error; what went wrong in full goes to the log. */
export function sentenceOf(error: unknown, log: Log): string {
  if (error instanceof DulyError) {
    log.info({ code: error.code, reason: error.message }, 'refused');
    return error.userMessage;
  }
  log.error({ err: error }, 'a listener failed');
  if (slackErrorOf(error) === 'expired_trigger_id' || slackErrorOf(error) === 'trigger_expired') {
    return 'Slack gave up waiting before the window could open. Nothing was changed; please try again.';
  }
  return 'Something went wrong on our side. Nothing that was already confirmed is lost; please try again in a moment.';
}

function slackErrorOf(error: unknown): string | undefined {
  const data = (error as { data?: { error?: string } } | null)?.data;
  return data?.error;
}
